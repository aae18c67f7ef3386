import type { SitesState } from './beside-ports.ts';
import { isOfSite, type Site, siteById } from './sites.ts';

/** What the browser does for the card on pages. Wired in entrypoints/, faked in tests. */
export interface OverlaySitesPorts {
  readonly sites: () => Promise<SitesState>;
  readonly updateSites: (make: (present: SitesState) => SitesState) => Promise<void>;
  /** Whether the browser gives access to all of these patterns. */
  readonly has: (origins: readonly string[]) => Promise<boolean>;
  /** The patterns for which the card's script is registered. */
  readonly registered: () => Promise<readonly string[]>;
  /** Registers the script for exactly these patterns; for none of them takes it back. */
  readonly register: (origins: readonly string[]) => Promise<void>;
  /** Runs the script in open tabs with such addresses. */
  readonly inject: (origins: readonly string[]) => Promise<void>;
}

/** Keeps what the browser has registered at what the user wants and the browser allows. */
export function createOverlaySites(ports: OverlaySitesPorts) {
  let last: Promise<void> = Promise.resolve();

  /** The sites that are on and allowed. */
  async function sitesOn(): Promise<readonly Site[]> {
    const sites = (await ports.sites()).on.flatMap((id) => siteById(id) ?? []);
    const given = await Promise.all(sites.map(({ origins }) => ports.has(origins)));
    return sites.filter((_, at) => given[at] === true);
  }

  async function run(): Promise<void> {
    const [{ on }, sites] = [await ports.sites(), await sitesOn()];
    const taken = on.filter((id) => sites.every((site) => site.id !== id));
    // Access was taken on the browser's own page: the site is off, and must not come on by itself later.
    if (taken.length > 0)
      await ports.updateSites((present) => ({
        ...present,
        on: present.on.filter((id) => !taken.includes(id)),
      }));
    const wanted = sites.flatMap(({ origins }) => origins).sort();
    const present = [...(await ports.registered())].sort();
    if (wanted.join(' ') === present.join(' ')) return;
    await ports.register(wanted);
    const added = wanted.filter((origin) => !present.includes(origin));
    if (added.length > 0) await ports.inject(added);
  }

  return {
    /** Brings the browser to what is wanted, once after the other. Rejects when the browser refuses. */
    settle(): Promise<void> {
      const mine = last.then(run);
      last = mine.catch(() => {});
      return mine;
    },
    /** Whether the card may be on the page at this address. */
    isOn: async (address: string): Promise<boolean> =>
      (await sitesOn()).some((site) => isOfSite(address, site)),
  };
}
