/**
 * `npm run train`: learns the weights of stories-data/model.json from the question bank, plain
 * questions, near misses, story lines and the vocabulary. The same data give the same bytes. `-- --check` writes nothing and exits 1 when out of date.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { modelOf } from '../matching/bank.ts';
import { readSources } from './sources.ts';

const modelFile = new URL('../stories-data/model.json', import.meta.url);

const sources = readSources();
const text = `${JSON.stringify(modelOf(sources), null, 1)}\n`;
if (process.argv.includes('--check')) {
  const current = readFileSync(modelFile, 'utf8') === text;
  console.log(current ? 'model.json is up to date' : 'model.json is out of date: npm run train');
  process.exitCode = current ? 0 : 1;
} else {
  writeFileSync(modelFile, text);
  const { bank, plain, nearMisses, lines } = sources;
  console.log(
    `${bank.length} questions, ${plain.length} plain ones, ${nearMisses.length} near misses, ${lines.length} sentences`,
  );
  console.log(`${text.length} bytes`);
}
