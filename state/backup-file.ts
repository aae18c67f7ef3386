import type { ChosenFile } from './read-files.ts';

/** How a file of “Export everything” begins, whatever spaces an editor has put into it. */
const BEGINNING = /^\uFEFF?\s*\{\s*"hookline"\s*:\s*"everything"/;
/** Its name, while nobody has changed it. */
const NAME = /\.json$/i;
/** So much of a file tells what it is; in bytes. */
const LOOK = 2000;

/**
 * @param files as they were dropped or chosen
 * @param isExpected whether a backup is what is being asked for: then a file alone counts as one, so that what is
 *   wrong with it is said there
 * @returns the first that is a backup; `undefined` where none is; never rejects
 */
export async function backupIn(
  files: readonly ChosenFile[],
  isExpected: boolean,
): Promise<ChosenFile | undefined> {
  const [only] = files;
  if (isExpected && files.length === 1) return only;
  for (const file of files) {
    if (!NAME.test(file.name)) continue;
    try {
      const bytes = (await file.read()).subarray(0, LOOK);
      if (BEGINNING.test(new TextDecoder().decode(bytes))) return file;
    } catch {
      // Said where every other file that can't be read is said.
    }
  }
  return undefined;
}
