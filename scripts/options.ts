/** What `npm start` was told on its command line. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Plain } from './run.mjs';

/** The checked options of `npm start`. */
export interface StartOptions {
  /** The guide to load, with its whole text; `undefined` leaves the one that the profile has. */
  readonly guide: { readonly path: string; readonly text: string } | undefined;
  readonly headless: boolean;
  /** Only check the options. */
  readonly check: boolean;
}

/** Reads the options, or throws one sentence with exit status 2. */
export function readOptions(args: string[], env: NodeJS.ProcessEnv, platform: NodeJS.Platform): StartOptions {
  let values: { guide?: string; headless?: boolean; check?: boolean };
  try {
    const options = {
      guide: { type: 'string' },
      headless: { type: 'boolean' },
      check: { type: 'boolean' },
    } as const;
    ({ values } = parseArgs({ args, options }));
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('. ')[0] : String(error);
    throw new Plain(`${reason}. Use: npm start -- [--guide FILE.md] [--headless]`, 2);
  }
  return {
    guide: values.guide === undefined ? undefined : readGuide(values.guide, env),
    headless: values.headless ?? !hasDisplay(env, platform),
    check: values.check ?? false,
  };
}

function readGuide(file: string, env: NodeJS.ProcessEnv): { path: string; text: string } {
  // npm runs scripts in the checkout's folder; INIT_CWD is where the person typed the command.
  const path = resolve(env.INIT_CWD ?? '.', file);
  try {
    // Not plainly 'utf8': that would turn what is no text into replacement characters without a word.
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(path));
    return { path, text };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    const reasons: Record<string, string> = {
      ENOENT: 'there is no such file',
      EISDIR: 'it is a folder',
      EACCES: 'reading it is not allowed',
      ERR_ENCODING_INVALID_ENCODED_DATA: 'it is not UTF-8 text',
    };
    throw new Plain(`The guide ${path} can't be read: ${reasons[String(code)] ?? String(error)}.`, 2);
  }
}

function hasDisplay(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): boolean {
  if (platform === 'darwin' || platform === 'win32') return true;
  return Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}
