/** What a drop holds, read from the event; folders are opened up. */
import type { ChosenFile } from '../../state/bring-in.ts';

/** A disk dropped by mistake must not hang the page. */
const MAX_ENTRIES = 2000;
/** Deeper than anyone files a guide away; a folder of the system may lead into itself. */
const MAX_DEPTH = 40;

export interface Dropped {
  readonly files: readonly ChosenFile[];
  readonly isFolder: boolean;
  /** Sentences about what in it was not even looked at. */
  readonly notes: readonly string[];
}

/** What was found so far in dropped folders, and the folders that were left closed. */
interface Found {
  readonly files: ChosenFile[];
  readonly tooDeep: string[];
  readonly tooMany: string[];
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
  if (!isFolder) return { files: bare, isFolder, notes: [] };
  const found: Found = { files: [], tooDeep: [], tooMany: [] };
  for (const entry of entries) await collect(entry, 0, found);
  const { files, tooDeep, tooMany } = found;
  return { files, isFolder, notes: [...tooDeep, ...tooMany] };
}

const pathOf = (entry: FileSystemEntry) => entry.fullPath.replace(/^\//, '');

async function collect(entry: FileSystemEntry, depth: number, into: Found): Promise<void> {
  if (into.files.length >= MAX_ENTRIES) {
    // Said once: there may be a hundred thousand of them.
    if (into.tooMany.length === 0)
      into.tooMany.push(
        `There are more than ${MAX_ENTRIES.toLocaleString('en')} files in it; those from “${pathOf(entry)}” on were left out. Drop the folder with your guide alone.`,
      );
    return;
  }
  if (depth > MAX_DEPTH) {
    if (into.tooDeep.length === 0)
      into.tooDeep.push(
        `What lies more than ${MAX_DEPTH} folders deep was left out, “${pathOf(entry)}” for one. Drop its folder by itself.`,
      );
    return;
  }
  try {
    if (isFile(entry)) {
      const file = await new Promise<File>((done, fail) => entry.file(done, fail));
      into.files.push(chosenFile(file, pathOf(entry)));
    } else if (isFolder(entry)) {
      for (const inner of await entriesOf(entry)) await collect(inner, depth + 1, into);
    }
  } catch (error) {
    // Said where every other file that can't be read is said.
    into.files.push({ name: pathOf(entry), size: 0, read: () => Promise.reject(error) });
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
    // One more than the most, so that it is said that there are more.
    if (some.length === 0 || all.length > MAX_ENTRIES) return all;
    all.push(...some);
  }
}
