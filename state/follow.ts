import { batch, createModel, signal } from '@preact/signals';
import { decodeText, type Encoding } from '../guide/decode.ts';
import type { Failed } from './library-ports.ts';
import type { Clock } from './ports.ts';

/** A file on disk that a guide follows, as it was last looked at. */
export interface FollowedFile {
  readonly name: string;
  /** The file's text when the user last agreed with it or turned it down. */
  readonly seen: string;
}

/** Files on disk, one for a guide at most. File System Access fits. Nothing here rejects. */
export interface FollowedFiles {
  /** Whether this browser can follow a file at all. */
  readonly isSupported: boolean;
  /** Lets the user choose the file that the guide follows from now on; call it in a press or a key. */
  choose(guideId: string): Promise<FollowedFile | 'cancelled' | Failed>;
  find(guideId: string): Promise<FollowedFile | undefined>;
  /** `not-allowed`: the browser wants to ask first, which takes a press. */
  read(guideId: string): Promise<Uint8Array | 'not-allowed' | Failed>;
  /** Asks whether the file may be read; call it in a press or a key. */
  allow(guideId: string): Promise<boolean>;
  see(guideId: string, text: string): Promise<void>;
  forget(guideId: string): Promise<void>;
}

/** What the user sees of the followed file. */
export type FollowState =
  | { readonly kind: 'unsupported' | 'none' }
  | { readonly kind: 'not-allowed'; readonly name: string }
  /** `remark`: a sentence about how the file was read, where its encoding had to be told; `''` otherwise. */
  | { readonly kind: 'following'; readonly name: string; readonly remark: string }
  /** `reason`: whole sentences, with the file's name where it has one. */
  | { readonly kind: 'failed'; readonly name: string; readonly reason: string }
  /** The file has another text than the one last seen, and than the guide's. */
  | { readonly kind: 'changed'; readonly name: string; readonly text: string; readonly remark: string };

export interface FollowDeps {
  readonly files: FollowedFiles;
  readonly clock: Pick<Clock, 'after'>;
  readonly text: () => string;
  readonly edit: (text: string) => void;
}

/** How often the file is looked at while the page is open. */
const EVERY = 2000;

/** How a followed file was read, in words for a text that is not brought in but compared. */
function remarkOn(name: string, { encoding }: { readonly encoding: Encoding }): string {
  if (encoding === 'UTF-8') return '';
  if (encoding === 'Windows-1252')
    return `“${name}” is not UTF-8 and was read as Windows-1252 (Latin-1). Look at its accents and quotation marks, or save it as UTF-8.`;
  return `“${name}” is ${encoding}; it is read whole, and kept as UTF-8.`;
}

/** Guides that were brought in by older versions lack the mark that their files have. */
const isSame = (one: string, other: string) =>
  one === other || one.replace(/^\uFEFF/, '') === other.replace(/^\uFEFF/, '');

/** A guide that follows a file: the file is only ever read, and its changes are taken when the user says so. */
export const Follow = createModel(({ files, clock, text, edit }: FollowDeps) => {
  const none: FollowState = { kind: files.isSupported ? 'none' : 'unsupported' };
  const state = signal<FollowState>(none);
  let guideId: string | null = null;
  let file: FollowedFile | undefined;
  let turn = 0;
  let callOff = () => {};
  /** The guide whose file is being chosen: its old file is not looked at meanwhile. */
  let choosing: string | null = null;

  async function look(): Promise<void> {
    callOff();
    const mine = ++turn;
    const id = guideId;
    if (id === null || file === undefined || choosing === id) return;
    const { name, seen } = file;
    const read = await files.read(id);
    if (mine !== turn) return;
    callOff = clock.after(EVERY, () => void look());
    if (read === 'not-allowed') state.value = { kind: 'not-allowed', name };
    else if (!(read instanceof Uint8Array))
      state.value = { kind: 'failed', name, reason: `“${name}”: ${read.reason}` };
    else {
      const decoded = decodeText(name, read);
      if (decoded.outcome === 'refused') {
        const reason = `“${name}” ${decoded.matter}, so its changes can’t be shown. Save your guide in it as Markdown or plain text, or choose another file; the guide here stays as it is.`;
        state.value = { kind: 'failed', name, reason };
        return;
      }
      const remark = remarkOn(name, decoded);
      if (isSame(decoded.text, seen) || isSame(decoded.text, text()))
        state.value = { kind: 'following', name, remark };
      else {
        const now = state.peek();
        // The same proposal stays the same object, so that what is on screen does not flicker.
        if (now.kind !== 'changed' || now.text !== decoded.text)
          state.value = { kind: 'changed', name, text: decoded.text, remark };
      }
    }
  }

  async function settle(takeIt: boolean): Promise<void> {
    const now = state.peek();
    if (now.kind !== 'changed' || guideId === null) return;
    file = { name: now.name, seen: now.text };
    batch(() => {
      if (takeIt) edit(now.text);
      state.value = { kind: 'following', name: now.name, remark: now.remark };
    });
    await files.see(guideId, now.text);
  }

  return {
    state,
    /** Another guide is open now (`null`: none that could follow). */
    async open(id: string | null) {
      callOff();
      const mine = ++turn;
      guideId = id;
      file = undefined;
      state.value = none;
      if (id === null || !files.isSupported) return;
      const found = await files.find(id);
      if (mine !== turn) return;
      file = found;
      await look();
    },
    async choose() {
      if (guideId === null) return;
      const id = guideId;
      callOff();
      turn += 1;
      choosing = id;
      const chosen = await files.choose(id);
      choosing = null;
      if (guideId !== id || chosen === 'cancelled') return void look();
      if ('outcome' in chosen) {
        state.value = { kind: 'failed', name: '', reason: chosen.reason };
        return;
      }
      file = chosen;
      await look();
    },
    async allow() {
      if (guideId !== null && (await files.allow(guideId))) await look();
    },
    /** The guide gets the file's text, as a new state of its history. */
    take: () => settle(true),
    /** The guide stays as it is, and this text of the file is not offered again. */
    pass: () => settle(false),
    async stop() {
      callOff();
      turn += 1;
      if (guideId !== null) await files.forget(guideId);
      file = undefined;
      state.value = none;
    },
    look,
  };
});

export type FollowModel = InstanceType<typeof Follow>;
