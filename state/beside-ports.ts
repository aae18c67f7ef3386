/** On which sites the user wants the card, as it is stored. Sites go by their ids (state/sites.ts). */
export interface SitesState {
  readonly on: readonly string[];
  /** Sites that the user added to the list, in the order added. */
  readonly added: readonly string[];
  /** When closed cards were last asked to come back, epoch milliseconds; 0: never. */
  readonly shownAt: number;
}

export const NO_SITES: SitesState = { on: [], added: [], shownAt: 0 };

/** One of the browser's own keys for Hookline. */
export interface BrowserKey {
  readonly label: string;
  /** As the browser writes it; `''`: it has none. */
  readonly key: string;
}

/** What the model needs of the browser and the storage. Wired in entrypoints/, faked in tests. */
export interface BesidePorts {
  readonly sites: {
    read(): Promise<SitesState>;
    update(make: (present: SitesState) => SitesState): Promise<void>;
    watch(onSites: (sites: SitesState) => void): () => void;
  };
  /** Access to pages. `request` asks the user, and must be called within a press, before anything is awaited. */
  readonly access: {
    request(origins: readonly string[]): Promise<boolean>;
    /** Rejects where the browser keeps it. */
    remove(origins: readonly string[]): Promise<boolean>;
    has(origins: readonly string[]): Promise<boolean>;
    /** Calls back whenever access was given or taken, here or on the browser's own page. */
    watch(onChange: () => void): () => void;
  };
  readonly keys: () => Promise<readonly BrowserKey[]>;
  /** The browser's page for the keys of extensions. */
  readonly openKeys: () => void;
  /** The tab from which the floating card opens. */
  readonly openCard: () => void;
  /** Epoch milliseconds. */
  readonly now: () => number;
}
