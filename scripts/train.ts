/**
 * `npm run train`: learns the weights of stories-data/model.json from stories-data/question-bank.jsonl,
 * stories-data/story-lines.jsonl and the vocabulary. The same data give the same bytes. `-- --check` writes nothing and exits 1 when out of date.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { modelOf, readBank } from '../matching/bank.ts';

const bankFile = new URL('../stories-data/question-bank.jsonl', import.meta.url);
const linesFile = new URL('../stories-data/story-lines.jsonl', import.meta.url);
const modelFile = new URL('../stories-data/model.json', import.meta.url);

const rows = readBank(readFileSync(bankFile, 'utf8'));
const lines = readBank(readFileSync(linesFile, 'utf8'));
const text = `${JSON.stringify(modelOf(rows, lines), null, 1)}\n`;
if (process.argv.includes('--check')) {
  const current = readFileSync(modelFile, 'utf8') === text;
  console.log(current ? 'model.json is up to date' : 'model.json is out of date: npm run train');
  process.exitCode = current ? 0 : 1;
} else {
  writeFileSync(modelFile, text);
  console.log(`${rows.length} questions, ${lines.length} sentences, ${text.length} bytes`);
}
