/**
 * `npm start [-- --guide FILE.md] [--headless]`: sets up, builds, and opens a browser with Hookline in it. What
 * comes after set-up is TypeScript and runs on Node 24: see open.ts.
 */
import { join } from 'node:path';
import { lasted, Plain, run, start } from './run.mjs';
import { setUp } from './setup.mjs';

await start(async () => {
  const args = process.argv.slice(2);
  await setUp();
  // A guide that can't be read is told before the build.
  const checked = await run('node', [join('scripts', 'open.ts'), '--check', ...args], { show: true });
  if (checked.status !== 0) return checked.status;
  const begun = performance.now();
  const built = await run('wxt', ['build']);
  if (built.status !== 0) {
    process.stderr.write(built.output);
    throw new Plain('The build failed; what it said is above.');
  }
  console.log(`Built the extension (${lasted(begun)}).`);
  return (await run('node', [join('scripts', 'open.ts'), ...args], { show: true })).status;
});
