import type { SitesState } from '../state/beside-ports.ts';
import { siteById } from '../state/sites.ts';
import type { ItemDefinition } from './item.ts';

/** Ids that name a site, each once; others are left out. */
function siteIds(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  const ids = value.filter(
    (id: unknown): id is string => typeof id === 'string' && siteById(id) !== undefined,
  );
  return [...new Set(ids)];
}

export const sitesItem: ItemDefinition<SitesState> = {
  key: 'sites',
  version: 1,
  migrations: [],
  validate: ({ on, added, shownAt }) => ({
    on: siteIds(on),
    added: siteIds(added),
    shownAt: typeof shownAt === 'number' && Number.isFinite(shownAt) ? shownAt : 0,
  }),
};
