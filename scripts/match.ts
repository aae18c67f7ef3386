/**
 * `npm run match -- [--guide FILE] [--json] [QUERY…]`: the matcher from the command line. Queries are
 * arguments, or lines on standard input. Exit status 0, or 2 for a guide that can't be read.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parseGuide } from '../guide/parse.ts';
import { buildIndex } from '../matching/build-index.ts';
import { match } from '../matching/match.ts';
import { storyName } from '../matching/story-text.ts';
import type { Match } from '../matching/types.ts';

const { values, positionals } = parseArgs({
  options: { guide: { type: 'string' }, json: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const file = values.guide ?? new URL('../stories-data/default-guide.md', import.meta.url);

function readGuide(): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    console.error(`can't read the guide: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 2;
    return undefined;
  }
}

function queries(): string[] {
  if (positionals.length > 0) return positionals;
  const lines = readFileSync(0, 'utf8').split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

function asJson(found: Match, ms: number): string {
  return JSON.stringify({
    query: found.query,
    outcome: found.outcome === 'story' ? 'story' : 'none',
    confidence: round(found.confidence),
    ms: round(ms),
    competencies: found.competencies.map(({ id, share }) => ({ id, share: round(share) })),
    stories: found.stories.map(({ story, score, reasons }) => ({
      title: storyName(story),
      score: round(score),
      reasons,
    })),
  });
}

function asText(found: Match): string {
  const head = `${found.query}\n  ${found.outcome === 'story' ? 'story' : 'no story'} (${Math.round(100 * found.confidence)} % sure)`;
  const asked = found.competencies.map(({ id, share }) => `${id} ${Math.round(100 * share)} %`).join(', ');
  const rows = found.stories.slice(0, 5).map(({ story, score, reasons }, at) => {
    const why = reasons.map((reason) => reason.text).join(', ');
    return `  ${at + 1}. ${storyName(story)}  ${score.toFixed(2)}${why === '' ? '' : `  (${why})`}`;
  });
  return [head, ...(asked === '' ? [] : [`  asks for: ${asked}`]), ...rows].join('\n');
}

const round = (value: number): number => Math.round(value * 10_000) / 10_000;

const text = readGuide();
if (text !== undefined) {
  const index = buildIndex(parseGuide(text));
  const lines = queries().map((query) => {
    const start = performance.now();
    const found = match(index, query);
    return values.json ? asJson(found, performance.now() - start) : asText(found);
  });
  if (lines.length > 0) process.stdout.write(`${lines.join('\n')}\n`);
}
