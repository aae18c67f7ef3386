import type { GuideEntry, GuideList } from './library-ports.ts';

/** So long is kept what was deleted, thrown away or replaced, and so old are changes to remind of; milliseconds. */
export const WEEK = 7 * 24 * 60 * 60 * 1000;

/** The list before it was read. */
export const EMPTY: GuideList = {
  entries: [],
  currentId: null,
  revision: -1,
  exportedAt: null,
  unexportedSince: null,
  reminderDismissedAt: null,
};

/**
 * Whether to remind of a backup: changes are a week old and unexported. Waved away, the reminder comes again after
 * a further week in which something changed.
 */
export function isBackupDue(list: GuideList, now: number): boolean {
  const { unexportedSince, reminderDismissedAt: dismissedAt, entries } = list;
  if (unexportedSince === null) return false;
  if (dismissedAt === null) return now - unexportedSince >= WEEK;
  return now - dismissedAt >= WEEK && entries.some(({ changedAt }) => changedAt > dismissedAt);
}

/** A name that no guide in use has: `Acme`, `Acme 2`, `Acme 3`. */
export function freeName(wanted: string, entries: readonly GuideEntry[]): string {
  const taken = new Set(entries.filter((entry) => entry.deletedAt === null).map((entry) => entry.name));
  let name = wanted;
  for (let count = 2; taken.has(name); count++) name = `${wanted} ${count}`;
  return name;
}

/** Runs an act once at a time for each key: who asks while it is under way gets the same answer. */
export function oneAtATime() {
  const underWay = new Map<string, Promise<unknown>>();
  return <T>(key: string, act: () => Promise<T>): Promise<T> => {
    const running = underWay.get(key);
    if (running !== undefined) return running as Promise<T>;
    const run = act().finally(() => underWay.delete(key));
    underWay.set(key, run);
    return run;
  };
}
