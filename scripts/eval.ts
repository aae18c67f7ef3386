/**
 * `npm run eval`: the matcher on the project's own cases. Competency recognition is cross-validated on the
 * bank (each fold's model has not seen its questions); stories are ranked in the default guide and fictional ones.
 * `-- --ablation` adds what each stage contributes.
 */
import { match } from '../matching/match.ts';
import { ABLATIONS } from './eval/ablation.ts';
import { type Case, GUIDES, readCases } from './eval/cases.ts';
import { misspellings } from './eval/misspell.ts';
import { changesWhileTyping, indexes, keysUntilFirst, type Ranking, rankAll } from './eval/ranking.ts';
import { crossValidate } from './eval/recognition.ts';
import { readSources } from './sources.ts';

const FOLDS = 3;
/** A guide of so many stories is one of those whose first three count. */
const LARGE = 8;
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

const sources = readSources();
const recognised = crossValidate(sources, FOLDS);
console.log(`Competencies, ${sources.bank.length} questions, ${FOLDS} folds`);
console.log(
  `  primary first ${percent(recognised.primary)}  any of the row's first ${percent(recognised.any)}  primary in two ${percent(recognised.primaryInTwo)}`,
);

const all = indexes();
const questions = readCases('questions');
const keywords = readCases('keywords');
const misspelt: Case[] = keywords.flatMap((each, at) =>
  misspellings(each.text, at).map((text) => ({ ...each, text })),
);
const four = rankAll(
  all,
  questions.filter(({ guide }) => guide === 'default'),
);
const isLarge = ({ guide }: Case): boolean => all[guide].guide.stories.length >= LARGE;
const keys = keysUntilFirst(all, keywords);
const rows: ReadonlyArray<readonly [string, string]> = [
  ['whole questions, four stories: right story first', percent(four.top1)],
  ['  among the first two', percent(four.top2)],
  ['  "no story" recognised, F1', four.noneF1.toFixed(2)],
  ['  whole: right story as an answer, or "no story"', percent(four.whole)],
  ['keywords, clean: first', percent(rankAll(all, keywords).top1)],
  ['keywords, misspelt by rule: first', percent(rankAll(all, misspelt).top1)],
  ['keys until the right story is first and stays, median', String(keys[keys.length >> 1])],
  [
    `other guides of ${LARGE} stories or more: among the first three`,
    percent(rankAll(all, questions.filter(isLarge)).top3),
  ],
];
console.log('\nThe project’s own cases; no question of theirs is in the bank that the model learns from');
for (const [name, value] of rows) console.log(`  ${name.padEnd(66)} ${value.trim()}`);
console.log('\nGuide by guide');
for (const name of GUIDES)
  line(
    `  ${name}`,
    rankAll(
      all,
      questions.filter(({ guide }) => guide === name),
    ),
  );
line('questions', rankAll(all, questions));
line('keywords, clean', rankAll(all, keywords));
line('keywords, misspelt by rule', rankAll(all, misspelt));
console.log(
  `first story changes ${changesWhileTyping(all, questions).toFixed(1)} times while a question is typed`,
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
    const figures = crossValidate(sources, FOLDS, keep);
    console.log(`${name.padEnd(36)} ${percent(figures.primary)} ${percent(figures.any)}`);
  }
}
