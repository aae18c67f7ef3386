import type { FollowedFiles } from '../../state/follow.ts';
import type { HandleStore } from '../../storage/file-handles.ts';

/** The parts of File System Access that TypeScript's own types leave out. */
interface Picking {
  showOpenFilePicker(options: {
    types: { description: string; accept: Record<string, string[]> }[];
  }): Promise<FileSystemFileHandle[]>;
}
interface Permitting {
  queryPermission(options: { mode: 'read' }): Promise<PermissionState>;
  requestPermission(options: { mode: 'read' }): Promise<PermissionState>;
}

type Handle = FileSystemFileHandle & Permitting;

const isHandle = (value: unknown): value is Handle =>
  typeof FileSystemFileHandle === 'function' &&
  value instanceof FileSystemFileHandle &&
  'queryPermission' in value;

const canPick = (page: object): page is Picking => 'showOpenFilePicker' in page;

const TYPES = [
  {
    description: 'Markdown or text',
    accept: { 'text/plain': ['.md', '.mdx', '.markdown', '.txt', '.text'] },
  },
];

const bytesOf = async (handle: Handle) => new Uint8Array(await (await handle.getFile()).arrayBuffer());

/** Files on disk through File System Access of `page` (a window), the handles kept by `store`. */
export function followedFiles(page: object, store: HandleStore): FollowedFiles {
  async function handleOf(guideId: string): Promise<{ handle: Handle; seen: string } | undefined> {
    const record = await store.find(guideId).catch(() => undefined);
    return record !== undefined && isHandle(record.handle)
      ? { handle: record.handle, seen: record.seen }
      : undefined;
  }

  return {
    isSupported: canPick(page),
    async choose(guideId) {
      try {
        const [handle] = canPick(page) ? await page.showOpenFilePicker({ types: TYPES }) : [];
        if (!isHandle(handle)) return 'cancelled';
        // What differs from the guide now is a change to decide on, so nothing counts as seen yet.
        await store.put(guideId, { version: 1, handle, seen: '' });
        return { name: handle.name, seen: '' };
      } catch (error) {
        if (error instanceof DOMException && error.name === 'AbortError') return 'cancelled';
        return { outcome: 'failed', reason: `The file could not be followed: ${String(error)}.` };
      }
    },
    async find(guideId) {
      const found = await handleOf(guideId);
      return found && { name: found.handle.name, seen: found.seen };
    },
    async read(guideId) {
      const found = await handleOf(guideId);
      if (found === undefined) return { outcome: 'failed', reason: 'The file is not known any more.' };
      try {
        if ((await found.handle.queryPermission({ mode: 'read' })) !== 'granted') return 'not-allowed';
        return await bytesOf(found.handle);
      } catch (error) {
        const isGone = error instanceof DOMException && error.name === 'NotFoundError';
        const reason = isGone
          ? 'The file is not there any more. It may have been moved or renamed.'
          : `The file could not be read: ${String(error)}.`;
        return { outcome: 'failed', reason };
      }
    },
    async allow(guideId) {
      const found = await handleOf(guideId);
      if (found === undefined) return false;
      return found.handle.requestPermission({ mode: 'read' }).then(
        (answer) => answer === 'granted',
        () => false,
      );
    },
    async see(guideId, text) {
      const found = await handleOf(guideId);
      if (found === undefined) return;
      // Not kept: the same change is only offered once more.
      await store.put(guideId, { version: 1, handle: found.handle, seen: text }).catch(() => undefined);
    },
    async forget(guideId) {
      await store.remove(guideId).catch(() => undefined);
    },
  };
}
