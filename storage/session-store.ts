import type { SessionState } from '../state/ports.ts';
import { type Area, bindItem, type Changes, type ReadResult } from './item.ts';
import { type StoredSession, sessionItem } from './session-item.ts';

export interface SessionStoreDeps {
  readonly area: Area;
  readonly changes: Changes;
  /** One holder at a time in all windows and the background. */
  readonly lock: (act: () => Promise<void>) => Promise<void>;
  /** A session in which nothing was done yet. */
  readonly fresh: SessionState;
  /** Names this surface among those that write. */
  readonly writer: string;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Told of each failed write; what it held goes into the next one. */
  readonly onError: (error: unknown) => void;
}

/** The session as several surfaces share it: panels of several windows, the background, a card. */
export interface SessionStore {
  read(): Promise<ReadResult<StoredSession>>;
  /**
   * Stores these fields and leaves the others as whoever wrote them last left them, so that a tick on one
   * surface and a letter on another both count. At most one write is under way; what comes meanwhile waits.
   */
  change(fields: Partial<SessionState>): void;
  /**
   * Stores what `make` makes of the session as it is stored at that moment, nobody between: for acts that build on
   * what is there (the next point), from a surface that doesn't hold the session. Rejects when it can't be stored.
   */
  update(make: (session: SessionState) => Partial<SessionState>): Promise<void>;
  /** Resolves when everything so far is stored, or has failed. */
  settled(): Promise<void>;
  /** Calls back with the session whenever another surface changed it. Returns a function that ends it. */
  watch(onSession: (session: StoredSession) => void): () => void;
}

export function createSessionStore(deps: SessionStoreDeps): SessionStore {
  const item = bindItem(sessionItem, deps.area, deps.now);
  let waiting: Partial<SessionState> = {};
  /** What is being stored at this moment. */
  let underWay: Partial<SessionState> = {};
  let running: Promise<void> | undefined;

  async function store(fields: Partial<SessionState>): Promise<void> {
    await deps.lock(async () => {
      const { value } = await item.read();
      await item.write({ ...(value ?? deps.fresh), ...fields, writer: deps.writer });
    });
  }

  async function drain(): Promise<void> {
    while (Object.keys(waiting).length > 0) {
      underWay = waiting;
      waiting = {};
      try {
        await store(underWay);
      } catch (error) {
        // What is newer than the failed write stays newer; the next change takes all of it along.
        waiting = { ...underWay, ...waiting };
        deps.onError(error);
        break;
      }
    }
    underWay = {};
    running = undefined;
  }

  return {
    read: item.read,
    change(fields) {
      waiting = { ...waiting, ...fields };
      running ??= drain();
    },
    update: (make) =>
      deps.lock(async () => {
        const { value } = await item.read();
        const fields = make(value ?? deps.fresh);
        if (Object.keys(fields).length === 0) return;
        await item.write({ ...(value ?? deps.fresh), ...fields, writer: deps.writer });
      }),
    settled: () => running ?? Promise.resolve(),
    watch: (onSession) =>
      item.watch(deps.changes, (session) => {
        // What this surface did since, and has not stored yet, is newer than what the other one knew.
        if (session.writer !== deps.writer) onSession({ ...session, ...underWay, ...waiting });
      }),
  };
}
