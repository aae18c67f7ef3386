/** How long a guide takes to read, by its size, against the Markdown parser alone on the same text. */
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import { parseGuide } from '../../guide/parse.ts';
import { ratio, type Spread, spread } from './figures.ts';

export interface Parsing {
  readonly stories: number;
  readonly bytes: number;
  readonly guide: Spread;
  /** CommonMark and tables to a syntax tree, and nothing of what a guide is. */
  readonly parser: Spread;
  readonly medianRatio: number;
}

/** Stories, and how often each guide is read. */
const SIZES = [
  { stories: 5, runs: 40 },
  { stories: 30, runs: 20 },
  { stories: 100, runs: 12 },
  { stories: 300, runs: 12 },
] as const;

/** Reads guides of growing size, and has the Markdown parser read the same; the last is 1 MB. */
export function measureParsing(): Parsing[] {
  return SIZES.map(({ stories, runs }) => {
    const texts = Array.from({ length: runs + 2 }, (_, seed) => storyBank(stories, seed));
    const guide = spread(timesOf(texts, parseGuide).slice(2));
    const parser = spread(timesOf(texts.slice(0, Math.max(5, runs / 3)), parseMarkdown).slice(2));
    const bytes = new TextEncoder().encode(texts[0]).length;
    return { stories, bytes, guide, parser, medianRatio: ratio(guide.median, parser.median) };
  });
}

function timesOf(texts: readonly string[], read: (text: string) => unknown): number[] {
  return texts.map((text) => {
    const begun = performance.now();
    read(text);
    return performance.now() - begun;
  });
}

function parseMarkdown(text: string): unknown {
  return fromMarkdown(text, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });
}

/** Words of a story bank; numbers between them, so that no two lines are alike. */
const WORDS = `team customer deadline outage latency design review release conflict decision migration budget
  roadmap feedback mentor pipeline dashboard incident rollback contract stakeholder prototype interview metric
  quarter onboarding vendor refactor search billing support and the of to in with after before until because we I
  they found built asked moved cut shipped measured learned proposed agreed reduced raised kept changed`.split(
  /\s+/,
);

/** @returns a guide in the shapes that people write, of about 3.4 kB a story; another one for each `seed` */
export function storyBank(stories: number, seed: number): string {
  let state = seed * 7919 + 17;
  const next = (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % below;
  };
  const words = (count: number) =>
    Array.from({ length: count }, (_, at) =>
      at % 13 === 12 ? `${next(900)}%` : (WORDS[next(WORDS.length)] ?? ''),
    ).join(' ');
  const sentence = (count: number) => `We ${words(count)}.`;
  const paragraph = (count: number) => Array.from({ length: count }, () => sentence(12 + next(10))).join(' ');
  const list = (count: number) => Array.from({ length: count }, () => `- ${sentence(9)}`).join('\n');
  const shapes = [
    (n: number) =>
      `## Story ${n}: ${words(1).toUpperCase()} - ${words(4)} (45 seconds)\n\n**Values:** ${words(1)}, ${words(1)}\n**Time:** 60 seconds\n\n### Opening Hooks:\n- "${sentence(8)}"\n- "${sentence(9)}"\n\n### The Story:\n${paragraph(6)}\n\n${paragraph(7)}\n\n### Key Points:\n${Array.from({ length: 7 }, () => `- **${words(2)}:** ${words(8)}`).join('\n')}\n\n**Key Numbers:** ${next(90)}% ${words(2)}, ${next(90)} ${words(2)}\n`,
    (n: number) =>
      `## STAR ${n}. ${words(5)}\n\n**Situation:** ${paragraph(4)}\n\n**Task:** ${paragraph(2)}\n\n**Action:**\n${list(8)}\n\n**Result:** ${paragraph(3)}\n\n**Best for questions about:** ${words(2)}, ${words(2)}\n`,
    (n: number) =>
      `## ${n}. Tell me about a time you ${words(5)}\n\n#### Situation\n\n${paragraph(4)}\n\n#### Task\n\n${paragraph(2)}\n\n#### Action\n\n${list(9)}\n\n#### Result\n\n${paragraph(4)}\n`,
    (n: number) =>
      `## Story ${n}: ${words(4)}\n\n${paragraph(6)}\n\n${paragraph(6)}\n\n> ${sentence(12)}\n\nSee [the notes](https://example.org/${n}) and \`log ${n}\`.\n\n| Question | Angle |\n|---|---|\n| ${words(6)} | ${words(3)} |\n`,
  ];
  const told = Array.from({ length: stories }, (_, at) => {
    const story = (shapes[at % shapes.length] ?? shapes[0])?.(at + 1) ?? '';
    const more = Math.max(0, 3300 - story.length);
    return `${story}\n### Notes\n\n${paragraph(Math.ceil(more / 115))}\n`;
  });
  return `# Stories ${seed}\n\n${told.join('\n')}`;
}
