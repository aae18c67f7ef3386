/**
 * Running other programs. Plain JavaScript without dependencies, because it runs before anything is installed,
 * on whatever Node the machine has (20 or newer).
 */
import { spawn } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the checkout. */
export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** An error whose message is meant for the person at the terminal: one sentence, no stack. */
export class Plain extends Error {
  /**
   * @param {string} message
   * @param {number} [status] the exit status to end with
   */
  constructor(message, status = 1) {
    super(message);
    this.status = status;
  }
}

/** The environment for every child: the project's own programs, and so Node 24, come first on PATH. */
export function environment() {
  // Windows spells it `Path`, and two spellings side by side would be two variables.
  const key = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  const modules = join(ROOT, 'node_modules');
  // npm makes no link in .bin to a program that was not there yet: Node is also looked for in its own place.
  const path = [join(modules, '.bin'), join(modules, 'node', 'bin'), process.env[key] ?? ''].join(delimiter);
  return { ...process.env, [key]: path };
}

/**
 * Runs a program in the checkout and waits for its end.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ show?: boolean, cwd?: string }} [options] `show`: its output goes straight to the terminal instead
 *   of being kept; `cwd`: a folder inside the checkout
 * @returns {Promise<{ status: number, output: string }>} 127 when there is no such program
 */
export function run(program, args, { show = false, cwd = '.' } = {}) {
  return new Promise((done) => {
    const windows = process.platform === 'win32';
    // On Windows the programs in node_modules/.bin are command scripts, which only a shell can start.
    const quoted = windows ? args.map((arg) => (/[\s"]/.test(arg) ? JSON.stringify(arg) : arg)) : args;
    const child = spawn(program, quoted, {
      cwd: join(ROOT, cwd),
      env: environment(),
      shell: windows,
      stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout?.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
    child.stderr?.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
    // Ctrl+C reaches the child by itself (one terminal); a signal sent to this process alone does not.
    const interrupted = () => undefined;
    const terminated = () => child.kill('SIGTERM');
    process.on('SIGINT', interrupted);
    process.on('SIGTERM', terminated);
    const end = (status) => {
      process.off('SIGINT', interrupted);
      process.off('SIGTERM', terminated);
      done({ status, output });
    };
    child.on('error', (error) => {
      output += `${error.message}\n`;
      end(127);
    });
    child.on('close', (code, signal) => end(code ?? (signal === 'SIGINT' ? 130 : 1)));
  });
}

/**
 * Runs a script's main function and turns what it throws into an exit status: a {@link Plain} error is one line
 * (or none, when somebody has told it already), anything else keeps its stack, because then the script itself is
 * at fault.
 *
 * @param {() => Promise<number | void>} main
 */
export async function start(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    const said = error instanceof Plain ? error.message : error;
    if (said !== '') console.error(said);
    process.exitCode = error instanceof Plain ? error.status : 1;
  }
}

/**
 * How long something took, for people: `0.4 s`, `1 min 12 s`.
 *
 * @param {number} since from `performance.now()`
 */
export function lasted(since) {
  const seconds = (performance.now() - since) / 1000;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}
