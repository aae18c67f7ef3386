/**
 * `npm test [-- VITEST ARGUMENTS]`: sets up, then type-checks, lints, builds for both browsers and runs every
 * test. One line for each step; the first failing step ends it, with all that the step printed.
 */
import { stripVTControlCharacters } from 'node:util';
import { lasted, run, start } from './run.mjs';
import { setUp } from './setup.mjs';

/** @type {readonly (readonly [what: string, program: string, ...args: string[]])[]} */
const STEPS = [
  ['types of the extension API', 'wxt', 'prepare'],
  ['TypeScript', 'tsc', '--noEmit'],
  ['lint and format', 'biome', 'check', '.'],
  ['Chromium build', 'wxt', 'build'],
  ['Firefox build', 'wxt', 'build', '-b', 'firefox', '--mv3'],
  ['Firefox lint', 'web-ext', 'lint', '--source-dir', '.output/firefox-mv3', '--no-config-discovery'],
  ['tests', 'vitest', 'run', ...process.argv.slice(2)],
];

await start(async () => {
  const begun = performance.now();
  await setUp();
  for (const [what, program, ...args] of STEPS) {
    const stepBegun = performance.now();
    const { status, output } = await run(program, args);
    const line = `${what} (${[program, ...args].join(' ')}): ${lasted(stepBegun)}`;
    if (status !== 0) {
      process.stdout.write(output);
      console.log(`FAILED  ${line}`);
      console.log(`Failed after ${lasted(begun)}.`);
      return status;
    }
    console.log(`ok  ${line}`);
    // What Vitest says at the end (how many files and tests) is worth seeing also when all is well.
    if (program === 'vitest') console.log(summary(output));
  }
  console.log(`All passed in ${lasted(begun)}, set-up included.`);
  return 0;
});

/** @param {string} output */
function summary(output) {
  return stripVTControlCharacters(output)
    .split('\n')
    .filter((line) => /^\s*(Test Files|Tests)\s/.test(line))
    .join('\n');
}
