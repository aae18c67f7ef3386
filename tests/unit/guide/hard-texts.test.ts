import { describe, expect, it } from 'vitest';
import { parseGuide, parseWithLines } from '../../../guide/parse.ts';
import { notesOf, readText } from './read.ts';

const FRAME = '## Story 1: Lamp\n### Script\nIt was dark.\n\n';

/** Texts on which Markdown parsers have spent minutes, or all of their stack. */
const TEXTS: [string, string][] = [
  ['10,000 nested quotes', `${'>'.repeat(10_000)} deep`],
  ['5,000 nested lists', `${'- '.repeat(5000)}deep`],
  [
    'lists that go deeper line by line',
    Array.from({ length: 400 }, (_, n) => `${'  '.repeat(n)}- deep${n}`).join('\n'),
  ],
  ['a line of 100,000 characters', 'word '.repeat(20_000)],
  ['a line of 100,000 marks', '*_'.repeat(50_000)],
  ['40,000 openings of emphasis', '*a_ '.repeat(40_000)],
  ['20,000 openings of a link', '[a]('.repeat(20_000)],
  ['code spans of every length', Array.from({ length: 500 }, (_, n) => `${'`'.repeat(n + 1)}a`).join('')],
  ['openings of HTML', '<a '.repeat(20_000)],
  ['comments that never end', '<!-- '.repeat(20_000)],
  ['brackets', '('.repeat(100_000)],
  ['spaces', `a${' '.repeat(100_000)}b`],
  ['5,000 bullets', '- **a**: b\n'.repeat(5000)],
  ['20,000 paragraphs in one section', `## If you forget\n${'a\n\n'.repeat(20_000)}`],
  ['30,000 values on a line', `**Values:** ${'a,'.repeat(30_000)}`],
  ['5,000 situations', 'Situation: a\n'.repeat(5000)],
  ['2,000 stories under one heading', '**b**\nSituation: a\nResult: b\n\n'.repeat(2000)],
  ['5,000 questions', '- Tell me about a time you failed\n'.repeat(5000)],
  ['5,000 openings of front matter', '\n---\na: b\n'.repeat(5000)],
  [
    'hashtags, wiki links and placeholders',
    `${'#a '.repeat(5000)}\n\n${'[[a#b]] '.repeat(5000)}\n\n${'[AAAA '.repeat(5000)}`,
  ],
  ['20,000 numbers', '1,000.5% '.repeat(20_000)],
  ['a table of 1,000 columns', `|a${'|a'.repeat(1000)}|\n|-${'|-'.repeat(1000)}|\n`],
  ['5,000 link definitions', '[a]: b\n'.repeat(5000)],
  ['NUL, surrogates and marks of byte order', '\u0000a\ud800b\udc00\uFEFF\u2028c\u200b'],
];

describe('hard texts', () => {
  for (const [name, text] of TEXTS) {
    it(`reads ${name}`, () => {
      const start = performance.now();
      const { guide, placed } = parseWithLines(FRAME + text);
      // Far above what it takes; without its guards the parser would need minutes for some.
      expect(performance.now() - start).toBeLessThan(5000);
      expect(guide.stories.map((story) => story.title)).toEqual(['Lamp']);
      const listed = new Set(guide.unplaced.map((item) => item.lines.start));
      const lost = (FRAME + text)
        .split('\n')
        .map((line, index) => ({ line, number: index + 1 }))
        .filter(({ line, number }) => /[a-z]/.test(line) && !placed.has(number) && !listed.has(number));
      expect(lost).toEqual([]);
    });
  }

  it('keeps the text of a line that was too costly to read', () => {
    const line = `Lamp ${'*a_ '.repeat(500)}end`;
    expect(notesOf(parseGuide(line))).toEqual([['', [line]]]);
  });

  it('still knows what block such a line is', () => {
    const line = `${'*a_ '.repeat(500)}end`;
    expect(notesOf(parseGuide(`# ${line}\nDark.`))).toEqual([[line, ['Dark.']]]);
  });

  it('reads a long guide like a short one', () => {
    const text = readText('tests/fixtures/guide/lighthouse.md');
    const once = parseGuide(text);
    const often = parseGuide(`${text}\n\n`.repeat(40));
    expect([often.unplaced, often.stories.length]).toEqual([[], 80]);
    expect(often.stories.map(({ points }) => points.length)).toEqual(
      Array.from({ length: 40 }, () => once.stories.map(({ points }) => points.length)).flat(),
    );
    expect(often.checklist.length).toBe(40 * once.checklist.length);
  });

  it('leaves a long block of code in one piece', () => {
    const code = Array.from({ length: 500 }, (_, n) => (n % 2 === 0 ? '' : '## not a heading'));
    const guide = parseGuide(['## Story 1: Lamp', '```', ...code, '```', '## Story 2: Horn'].join('\n'));
    expect(guide.stories.map((story) => [story.title, story.notes.length])).toEqual([
      ['Lamp', 250],
      ['Horn', 0],
    ]);
  });
});
