/** What a drop holds, read from the event; folders are opened up. */
import type { ChosenFile } from '../../state/bring-in.ts';

/** A disk dropped by mistake must not hang the page. */
const MAX_ENTRIES = 2000;
const MAX_DEPTH = 8;

export interface Dropped {
  readonly files: readonly ChosenFile[];
  readonly isFolder: boolean;
}

/** A file of the page as the models take it; `path` names it with its folders. */
export function chosenFile(file: File, path = file.webkitRelativePath || file.name): ChosenFile {
  return {
    name: path,
    size: file.size,
    read: async () => new Uint8Array(await file.arrayBuffer()),
  };
}

/** Call it within the drop event: what is dropped can't be reached after it. */
export async function droppedFiles(transfer: DataTransfer): Promise<Dropped> {
  const entries = [...transfer.items].flatMap((item) => {
    const entry = item.kind === 'file' ? item.webkitGetAsEntry() : null;
    return entry === null ? [] : [entry];
  });
  const bare = [...transfer.files].map((file) => chosenFile(file));
  const isFolder = entries.some((entry) => entry.isDirectory);
  if (!isFolder) return { files: bare, isFolder };
  const found: ChosenFile[] = [];
  for (const entry of entries) await collect(entry, 0, found);
  return { files: found, isFolder };
}

async function collect(entry: FileSystemEntry, depth: number, into: ChosenFile[]): Promise<void> {
  if (into.length >= MAX_ENTRIES || depth > MAX_DEPTH) return;
  try {
    if (isFile(entry)) {
      const file = await new Promise<File>((done, fail) => entry.file(done, fail));
      into.push(chosenFile(file, entry.fullPath.replace(/^\//, '')));
    } else if (isFolder(entry)) {
      for (const inner of await entriesOf(entry)) await collect(inner, depth + 1, into);
    }
  } catch (error) {
    // Said where every other file that can't be read is said.
    const name = entry.fullPath.replace(/^\//, '');
    into.push({ name, size: 0, read: () => Promise.reject(error) });
  }
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

/** A reader gives its entries a hundred at a time, until it gives none. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((done, fail) => reader.readEntries(done, fail));
    if (some.length === 0 || all.length >= MAX_ENTRIES) return all;
    all.push(...some);
  }
}
