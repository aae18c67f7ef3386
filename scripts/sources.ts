/** What the model learns from, read from stories-data/. */
import { readFileSync } from 'node:fs';
import { readBank, type Sources } from '../matching/bank.ts';

const rowsOf = (file: string) =>
  readBank(readFileSync(new URL(`../stories-data/${file}`, import.meta.url), 'utf8'));

export const readSources = (): Sources => ({
  bank: rowsOf('question-bank.jsonl'),
  plain: rowsOf('plain-questions.jsonl'),
  nearMisses: rowsOf('near-misses.jsonl'),
  lines: rowsOf('story-lines.jsonl'),
});
