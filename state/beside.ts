import { computed, createModel, signal } from '@preact/signals';
import { type BesidePorts, type BrowserKey, NO_SITES, type SitesState } from './beside-ports.ts';
import { KNOWN_SITES, type Site, siteById, siteFromAddress } from './sites.ts';

/** A site in the list. */
export interface SiteRow {
  readonly site: Site;
  readonly isOn: boolean;
  /** The user added it, and can take it out of the list. */
  readonly isAdded: boolean;
}

const without = (ids: readonly string[], id: string) => ids.filter((each) => each !== id);
const withOne = (ids: readonly string[], id: string) => [...without(ids, id), id];

/** Where the cue is shown beside the camera: sites with the card on them, the floating card, the browser's keys. */
export const Beside = createModel((ports: BesidePorts) => {
  const state = signal<SitesState>(NO_SITES);
  /** Ids of the sites for which the browser gives access at present. */
  const allowed = signal<ReadonlySet<string>>(new Set());
  const keys = signal<readonly BrowserKey[]>([]);
  /** A sentence about the last thing that was done. */
  const told = signal('');
  let looks = 0;

  async function look(): Promise<void> {
    const mine = ++looks;
    const ids = state.peek().on;
    const given = await Promise.all(ids.map((id) => ports.access.has(siteById(id)?.origins ?? [])));
    if (mine === looks) allowed.value = new Set(ids.filter((_, at) => given[at] === true));
  }

  async function take(sites: SitesState): Promise<void> {
    state.value = sites;
    await look();
  }

  async function change(make: (present: SitesState) => SitesState): Promise<void> {
    await ports.sites.update(make);
    await take(await ports.sites.read());
  }

  async function turnOff(site: Site, make: (present: SitesState) => SitesState): Promise<void> {
    // First it is off, so that the card goes; then what allowed it is given back.
    await change((present) => ({ ...make(present), on: without(present.on, site.id) }));
    try {
      await ports.access.remove(site.origins);
      told.value = `The card is off on ${site.name}, and Hookline has no access to it any more.`;
    } catch {
      told.value = `The card is off on ${site.name}. The browser keeps Hookline’s access to it.`;
    }
  }

  /** Nothing is awaited before the request: the browser takes it from a press only. */
  async function turnOn(site: Site, isAdded: boolean): Promise<boolean> {
    let isGiven = false;
    try {
      isGiven = await ports.access.request(site.origins);
    } catch (error) {
      told.value = `The browser did not ask: ${error instanceof Error ? error.message : String(error)}`;
      return false;
    }
    if (!isGiven) {
      told.value = `Without access to ${site.name} the card stays off there.`;
      return false;
    }
    await change((present) => ({
      ...present,
      on: withOne(present.on, site.id),
      added: isAdded ? withOne(present.added, site.id) : present.added,
    }));
    told.value = `The card is on at ${site.name}, also in tabs that are open.`;
    return true;
  }

  async function readKeys(): Promise<void> {
    keys.value = await ports.keys();
  }

  return {
    rows: computed<readonly SiteRow[]>(() => {
      const added = state.value.added.flatMap((id) => siteById(id) ?? []);
      const row = (isAdded: boolean) => (site: Site) => ({
        site,
        isAdded,
        isOn: state.value.on.includes(site.id) && allowed.value.has(site.id),
      });
      return [...KNOWN_SITES.map(row(false)), ...added.map(row(true))];
    }),
    /** The card is on somewhere. */
    isOnAnywhere: computed(() => state.value.on.some((id) => allowed.value.has(id))),
    keys,
    told,
    /** Reads what is stored and follows it. Returns a function that ends it. */
    start(): () => void {
      const stops = [ports.sites.watch((sites) => void take(sites)), ports.access.watch(() => void look())];
      void ports.sites.read().then(take);
      void readKeys();
      return () => {
        for (const stop of stops) stop();
      };
    },
    /** The keys may have been changed on the browser's page meanwhile. */
    readKeys,
    /** Turns the card on for a site, or off. */
    turn: (site: Site, isOn: boolean): Promise<unknown> =>
      isOn ? turnOn(site, false) : turnOff(site, (present) => present),
    /** Puts the site of an address into the list, and turns the card on there. Resolves to whether it did. */
    async add(address: string): Promise<boolean> {
      const { site, objection } = siteFromAddress(address);
      if (site === undefined) {
        told.value = objection;
        return false;
      }
      return turnOn(site, !KNOWN_SITES.includes(site));
    },
    /** Turns the card off on a site that the user added, and takes it out of the list. */
    remove: (site: Site): Promise<void> =>
      turnOff(site, (present) => ({ ...present, added: without(present.added, site.id) })),
    /** Brings back the cards that were closed on their pages. */
    async showAgain(): Promise<void> {
      await change((present) => ({ ...present, shownAt: ports.now() }));
      told.value = 'Closed cards are back.';
    },
    openKeys: () => ports.openKeys(),
    openCard: () => ports.openCard(),
  };
});

export type BesideModel = InstanceType<typeof Beside>;
