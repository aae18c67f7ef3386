import { batch, createModel, signal } from '@preact/signals';
import { decodeText, MAX_BYTES } from '../guide/decode.ts';
import type { ImportMode, ImportPreview, Replaced } from './backup-ports.ts';
import type { ChosenFile } from './bring-in.ts';
import type { LibraryModel } from './library.ts';

type TakeOverLibrary = Pick<LibraryModel, 'previewImport' | 'applyImport' | 'replaced' | 'undoReplace'>;
type Readable = Extract<ImportPreview, { outcome: 'readable' }>;

/** Larger than a guide may be: an export holds every guide with its history. */
const MOST = 10 * MAX_BYTES;

/** Taking in a file with everything: seen first, then merged or put in the place of what is here. */
export const TakeOver = createModel((library: TakeOverLibrary) => {
  const preview = signal<Readable | null>(null);
  /** A sentence about what could not be done, or what was. */
  const told = signal('');
  const isBusy = signal(false);
  /** What the last import replaced and can be had back. */
  const replaced = signal<Replaced | null>(null);
  let json = '';

  async function lookBack(): Promise<void> {
    replaced.value = await library.replaced();
  }

  function close(sentence = ''): void {
    batch(() => {
      preview.value = null;
      told.value = sentence;
      isBusy.value = false;
    });
    json = '';
  }

  async function textOf(file: ChosenFile): Promise<string | undefined> {
    if (file.size > MOST) {
      close(`“${file.name}” is larger than any export. Choose the file that “Export everything” made.`);
      return undefined;
    }
    try {
      const bytes = await file.read();
      // The limit on guides is not one on exports.
      if (bytes.length > MAX_BYTES) return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
      const decoded = decodeText(file.name, bytes);
      // What is not Unicode is damaged: Hookline writes nothing else, and a guess would change words.
      if (decoded.outcome === 'text' && decoded.encoding !== 'Windows-1252') return decoded.text;
      close(
        `“${file.name}” is no export of Hookline, or is damaged. Choose the .json file that “Export everything” made, whole.`,
      );
    } catch (error) {
      close(`“${file.name}” could not be read: ${String(error)}. Choose it again.`);
    }
    return undefined;
  }

  return {
    preview,
    told,
    isBusy,
    replaced,
    /** The part of the page is shown anew. */
    open() {
      close();
      void lookBack();
    },
    async look(file: ChosenFile) {
      isBusy.value = true;
      const text = await textOf(file);
      if (text === undefined) return;
      const found = await library.previewImport(text);
      if (found.outcome === 'failed') return close(found.reason);
      json = text;
      batch(() => {
        preview.value = found;
        told.value = '';
        isBusy.value = false;
      });
    },
    async apply(mode: ImportMode) {
      isBusy.value = true;
      const done = await library.applyImport(json, mode);
      if (done.outcome === 'failed') {
        // The preview stays, so that the user can try again.
        isBusy.value = false;
        told.value = done.reason;
        return;
      }
      close(mode === 'merge' ? 'Everything was added.' : 'Everything was replaced.');
      await lookBack();
    },
    /** Puts back what the last import replaced. */
    async undo() {
      const shown = replaced.peek();
      if (shown === null) return;
      isBusy.value = true;
      const done = await library.undoReplace(shown.at);
      close(done.outcome === 'failed' ? done.reason : 'What was replaced is back.');
      await lookBack();
    },
    close: () => close(),
  };
});

export type TakeOverModel = InstanceType<typeof TakeOver>;
