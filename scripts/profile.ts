/** The browser profile that `npm start` keeps between starts: its own, never the user's. */
import { lstatSync, mkdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { Plain } from './run.mjs';

/**
 * Makes sure that a browser can start on this profile. One that still runs on it, here or on another computer,
 * is one sentence; a lock that a crashed browser left behind is removed, and that is said.
 */
export function readyProfile(dir: string): void {
  mkdirSync(dir, { recursive: true });
  const lock = join(dir, 'SingletonLock');
  let holder: string;
  try {
    if (!lstatSync(lock).isSymbolicLink()) return;
    // Chromium writes `HOST-PROCESS` as the target of the link. (On Windows it locks a file instead, and a
    // start that fails is told by the caller.)
    holder = readlinkSync(lock);
  } catch {
    return;
  }
  const [, host = '', pid = ''] = /^(.*)-(\d+)$/.exec(holder) ?? [];
  if (host !== hostname()) {
    throw new Plain(
      `The browser profile ${dir} is locked by the computer "${host}": close the browser there, ` +
        `or, if none is running, delete ${lock} and start again.`,
    );
  }
  if (runsOn(Number(pid), dir)) {
    throw new Plain(
      `A browser with Hookline's profile is still open (process ${pid}): close it and start again.`,
    );
  }
  for (const name of ['SingletonLock', 'SingletonSocket', 'SingletonCookie'])
    rmSync(join(dir, name), { force: true });
  console.log('Removed the lock that a browser left on the profile when it crashed.');
}

/** Whether the process lives and, where that can be known, is a browser on this profile. */
function runsOn(pid: number, dir: string): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // Somebody else's process lives, though it can't be signalled.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
  try {
    // The number may belong to another program by now.
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(dir);
  } catch {
    return true;
  }
}
