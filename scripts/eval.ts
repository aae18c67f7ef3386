/**
 * `npm run eval`: the matcher on the project's own cases. Competency recognition is cross-validated on the
 * bank (each fold's model has not seen its questions); stories are ranked in fictional guides.
 * `-- --ablation` adds what each stage contributes.
 */
import { readFileSync } from 'node:fs';
import { readBank } from '../matching/bank.ts';
import { match } from '../matching/match.ts';
import { ABLATIONS } from './eval/ablation.ts';
import { type Case, GUIDES, readCases } from './eval/cases.ts';
import { misspellings } from './eval/misspell.ts';
import { indexes, keysUntilFirst, type Ranking, rankAll } from './eval/ranking.ts';
import { crossValidate } from './eval/recognition.ts';

const FOLDS = 3;
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`.padStart(8);

function line(name: string, figures: Ranking): void {
  const { cases, top1, top2, top3, noneF1, whole } = figures;
  const parts = [
    `first ${percent(top1)}`,
    `two ${percent(top2)}`,
    `three ${percent(top3)}`,
    `none F1 ${noneF1.toFixed(2)}`,
  ];
  console.log(`${name.padEnd(36)} ${parts.join('  ')}  whole ${percent(whole)}  (${cases})`);
}

const rowsOf = (file: string) =>
  readBank(readFileSync(new URL(`../stories-data/${file}`, import.meta.url), 'utf8'));
const bank = rowsOf('question-bank.jsonl');
const lines = rowsOf('story-lines.jsonl');
const recognised = crossValidate(bank, lines, FOLDS);
console.log(`Competencies, ${bank.length} questions, ${FOLDS} folds`);
console.log(
  `  primary first ${percent(recognised.primary)}  any of the row's first ${percent(recognised.any)}  primary in two ${percent(recognised.primaryInTwo)}`,
);

const all = indexes();
const questions = readCases('questions');
const keywords = readCases('keywords');
const misspelt: Case[] = keywords.flatMap((each, at) =>
  misspellings(each.text, at).map((text) => ({ ...each, text })),
);
console.log('\nStories, in eight fictional guides and the default one');
for (const name of GUIDES) {
  const own = questions.filter(({ guide }) => guide === name);
  if (own.length > 0) line(`  ${name}`, rankAll(all, own));
}
line('questions', rankAll(all, questions));
line('keywords, clean', rankAll(all, keywords));
line('keywords, misspelt by rule', rankAll(all, misspelt));
const keys = keysUntilFirst(all, keywords);
console.log(
  `keys until the right story is first and stays: median ${keys[keys.length >> 1]}, p90 ${keys[Math.floor(0.9 * keys.length)]}`,
);

const times = questions
  .flatMap(({ guide, text }) =>
    Array.from(text, (_, at) => {
      const start = performance.now();
      match(all[guide], text.slice(0, at + 1));
      return performance.now() - start;
    }),
  )
  .sort((a, b) => a - b);
console.log(
  `ms a query, typed letter by letter: median ${times[times.length >> 1]?.toFixed(3)}, p95 ${times[Math.floor(0.95 * times.length)]?.toFixed(3)}`,
);

if (process.argv.includes('--ablation')) {
  console.log('\nWith a part taken away: questions, then misspelt keywords');
  for (const [name, change] of Object.entries(ABLATIONS)) {
    const changed = indexes(change);
    line(name, rankAll(changed, questions));
    line('', rankAll(changed, misspelt));
  }
  console.log('\nRecognition without a kind of feature (primary first, any first)');
  const kinds: Record<string, (name: string) => boolean> = {
    'no pairs of words': (name) => !name.includes(' '),
    'no word classes': (name) => !name.startsWith('@'),
    'no vocabulary phrases': (name) => !name.startsWith('#'),
    'single words only': (name) => !/[ @#]/.test(name),
  };
  for (const [name, keep] of Object.entries(kinds)) {
    const figures = crossValidate(bank, lines, FOLDS, keep);
    console.log(`${name.padEnd(36)} ${percent(figures.primary)} ${percent(figures.any)}`);
  }
}
