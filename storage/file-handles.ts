/**
 * Which file on disk each guide follows. Handles of files can be kept nowhere but in IndexedDB, which
 * clones them whole; everything else of Hookline is in the browser's storage area.
 */

/** What is kept for a guide. `handle` is a `FileSystemFileHandle`; it is checked where it is used. */
export interface HandleRecord {
  readonly version: 1;
  readonly handle: unknown;
  /** The file's text when the user last agreed with it or turned it down. */
  readonly seen: string;
}

const DATABASE = 'followed-files';
const STORE = 'files';

function answerTo<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((done, fail) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error);
  });
}

async function opened(factory: IDBFactory): Promise<IDBDatabase> {
  const request = factory.open(DATABASE, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE);
  return answerTo(request);
}

function isRecord(value: unknown): value is HandleRecord {
  if (typeof value !== 'object' || value === null) return false;
  const { version, handle, seen } = value as Partial<Record<keyof HandleRecord, unknown>>;
  return version === 1 && typeof handle === 'object' && handle !== null && typeof seen === 'string';
}

/** The kept handles, by guide. Its calls reject when the browser's database fails. */
export interface HandleStore {
  find(guideId: string): Promise<HandleRecord | undefined>;
  put(guideId: string, record: HandleRecord): Promise<void>;
  remove(guideId: string): Promise<void>;
}

/** @param factory `indexedDB` of the page */
export function handleStore(factory: IDBFactory): HandleStore {
  async function within<T>(
    mode: IDBTransactionMode,
    act: (store: IDBObjectStore) => IDBRequest<T>,
  ): Promise<T> {
    const database = await opened(factory);
    try {
      const transaction = database.transaction(STORE, mode);
      const ended = new Promise<void>((done, fail) => {
        transaction.oncomplete = () => done();
        transaction.onabort = () => fail(transaction.error);
      });
      const result = await answerTo(act(transaction.objectStore(STORE)));
      await ended;
      return result;
    } finally {
      database.close();
    }
  }

  return {
    async find(guideId) {
      const record: unknown = await within('readonly', (store) => store.get(guideId));
      return isRecord(record) ? record : undefined;
    },
    async put(guideId, record) {
      await within('readwrite', (store) => store.put(record, guideId));
    },
    async remove(guideId) {
      await within('readwrite', (store) => store.delete(guideId));
    },
  };
}
