import { type Look, validLook } from '../state/card-look.ts';
import type { ItemDefinition } from './item.ts';

/** How the card looks on each site, by the site's host. */
export interface StoredLooks {
  readonly looks: Readonly<Record<string, Look>>;
}

export const NO_LOOKS: StoredLooks = { looks: {} };

/** More sites are not remembered: those moved longest ago are forgotten. */
const MOST_SITES = 100;

/** The looks with one of them changed; what was changed last stands last. */
export function withLook({ looks }: StoredLooks, host: string, look: Look): StoredLooks {
  const { [host]: _, ...others } = looks;
  const kept = Object.entries(others).slice(1 - MOST_SITES);
  return { looks: { ...Object.fromEntries(kept), [host]: look } };
}

export const looksItem: ItemDefinition<StoredLooks> = {
  key: 'looks',
  version: 1,
  migrations: [],
  validate: ({ looks }) => {
    if (typeof looks !== 'object' || looks === null || Array.isArray(looks)) return undefined;
    // One that can't be read is as if its card had never been moved.
    const valid = Object.entries(looks).flatMap(([host, value]: [string, unknown]) => {
      const look = validLook(value);
      return look === undefined ? [] : [[host, look] as const];
    });
    return { looks: Object.fromEntries(valid) };
  },
};
