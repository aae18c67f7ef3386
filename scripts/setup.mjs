/**
 * Makes a fresh checkout ready: dependencies, Node 24, a browser. `npm start` and `npm test` begin with it; run
 * again, it finds everything in place and says nothing but where the browser is. Runs on Node 20 without
 * anything installed.
 */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lasted, Plain, ROOT, run, start } from './run.mjs';

const NODE_MAJOR = 24;

/** Brings the checkout into shape, or throws one sentence that says why it cannot. */
export async function setUp() {
  await installDependencies();
  await installNode();
  // From here on Node 24 is there, which reads TypeScript.
  const { status } = await run('node', [join('scripts', 'ensure-browser.ts')], { show: true });
  // It has said why.
  if (status !== 0) throw new Plain('', status);
}

async function installDependencies() {
  const why = whyInstall();
  if (!why) return;
  console.log(`Setup: installing dependencies with npm ci (${why}).`);
  const begun = performance.now();
  const { status, output } = await npm(['ci', '--no-audit', '--no-fund']);
  if (status !== 0) {
    process.stderr.write(output);
    throw new Plain('npm ci failed; what it said is above.');
  }
  console.log(`Setup: dependencies installed (${lasted(begun)}).`);
}

/** Why dependencies must be installed, in a few words, or `''` when they are up to date. */
function whyInstall() {
  // npm writes this file last, so it is missing after an interrupted installation.
  const installed = join(ROOT, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return 'there are none yet';
  const wanted = join(ROOT, 'package-lock.json');
  return statSync(wanted).mtimeMs > statSync(installed).mtimeMs ? 'package-lock.json is newer' : '';
}

async function installNode() {
  if ((await nodeMajor()) === NODE_MAJOR) return;
  // npm can be told, and newer versions are by default, not to run the script that fetches Node's program.
  console.log(
    `Setup: Node ${NODE_MAJOR} is not there yet, because npm skipped its install script; running it.`,
  );
  const rebuilt = await npm(['rebuild', 'node', '--ignore-scripts=false', '--foreground-scripts']);
  if ((await nodeMajor()) === NODE_MAJOR) return;
  // npm may still refuse; the script itself does not need npm's leave.
  const direct = await run(process.execPath, ['installArchSpecificPackage.js'], {
    cwd: join('node_modules', 'node'),
  });
  if ((await nodeMajor()) === NODE_MAJOR) return;
  process.stderr.write(rebuilt.output + direct.output);
  throw new Plain(
    `Node ${NODE_MAJOR} could not be installed as the npm package "node"; what npm said is above. ` +
      `Installing Node ${NODE_MAJOR} on the machine also works.`,
  );
}

/** The major version of the Node that children find first, or 0. */
async function nodeMajor() {
  const { status, output } = await run('node', ['--version']);
  return status === 0 ? Number(/^v(\d+)\./m.exec(output)?.[1] ?? 0) : 0;
}

/** @param {string[]} args */
function npm(args) {
  // Under `npm start` this names the npm that runs now, which need not be the first on PATH.
  const cli = process.env.npm_execpath;
  return cli?.endsWith('npm-cli.js') ? run(process.execPath, [cli, ...args]) : run('npm', args);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await start(setUp);
