import { setDiagnostics } from '@codemirror/lint';
import type { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { effect, type ReadonlySignal, signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Guide } from '../../guide/types.ts';
import type { UndoMemory } from '../../state/undo-ports.ts';
import { parted } from './byte-order-mark.ts';
import { isWithoutColours, slowLine } from './editor-colours.ts';
import { type PastedHere, pasteOtherWay } from './editor-paste.ts';
import { changeTo, fromOutside, marksOf, stateOf, undoOf } from './editor-setup.ts';
import { shadowOf } from './editor-theme.ts';

/** How long the typing must rest before what can be undone is kept, in milliseconds. */
const REST = 1000;

/** What the page does to the editor, wherever it is on screen. */
export class EditorHandle {
  /** Editor states of guides that were open before, so that undo reaches across a switch and back. */
  readonly kept = new Map<string, EditorState>();
  view: EditorView | undefined;
  onEdit: (read: () => string) => void = () => {};
  onLine: (line: number) => void = () => {};
  /** What was just pasted in one of two forms. */
  readonly pasted = signal<PastedHere | undefined>(undefined);
  /** The line of the paragraph for which a text is shown without colours; `undefined` where it has them. */
  readonly plainFrom = signal<number | undefined>(undefined);
  /** The name of the text that is in the editor. */
  #name = '';
  #isChanged = false;
  /** The names of texts of which nothing is kept: they are gone for good. */
  readonly #forgotten = new Set<string>();
  #rest: ReturnType<typeof setTimeout> | undefined;

  /** Of what could be undone before this page was opened. */
  memory: UndoMemory | undefined;

  /** The editor shows this text now. */
  shows(name: string): void {
    this.#name = name;
    this.#isChanged = false;
  }

  /** What can be undone has changed: it is remembered when the typing rests. */
  changed(): void {
    this.#isChanged = true;
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => this.remember(), REST);
  }

  /** Keeps what can be undone now: the page may be gone soon, or another text come. */
  remember(): void {
    clearTimeout(this.#rest);
    if (this.view === undefined || !this.#isChanged || this.#forgotten.has(this.#name)) return;
    this.#isChanged = false;
    this.memory?.keep(this.#name, this.view.state.sliceDoc(), undoOf(this.view.state));
  }

  /** Keeps the state of an editor that is taken from the page, for when its text is open again. */
  leaves(name: string, state: EditorState): void {
    if (!this.#forgotten.has(name)) this.kept.set(name, state);
  }

  /** A text is gone for good: nothing of it stays, not even what could be undone. */
  forget(name: string): void {
    // Its editor may still be on screen, and would be kept when it goes.
    this.#forgotten.add(name);
    this.kept.delete(name);
    this.memory?.forget(name);
  }

  /** Says whether this text is shown without colours, and why. */
  looks(state: EditorState): void {
    this.plainFrom.value = isWithoutColours(state) ? slowLine(state.doc) : undefined;
  }

  /** Puts the other form of what was just pasted in its place. */
  pasteOtherWay(): void {
    const pasted = this.pasted.peek();
    if (this.view === undefined || pasted === undefined) return;
    this.pasted.value = pasteOtherWay(this.view, pasted);
    this.view.focus();
  }

  /** Puts the cursor on a line and shows it in the middle. */
  goTo(line: number): void {
    const { view } = this;
    if (view === undefined) return;
    const { doc } = view.state;
    const { from } = doc.line(Math.min(Math.max(line, 1), doc.lines));
    view.dispatch({ selection: { anchor: from }, effects: EditorView.scrollIntoView(from, { y: 'center' }) });
    view.focus();
  }

  /** Puts a block of text after the paragraph or section the cursor is in, and selects it. */
  insertBlock(block: string): void {
    const { view } = this;
    if (view === undefined || view.state.readOnly) return;
    const { doc, selection } = view.state;
    let line = doc.lineAt(selection.main.head);
    while (line.text.trim() !== '' && line.number < doc.lines) line = doc.line(line.number + 1);
    const isBlank = line.text.trim() === '';
    const at = isBlank ? line.from : line.to;
    const before = at === 0 ? '' : isBlank && doc.line(line.number - 1).text.trim() === '' ? '' : '\n';
    const lead = isBlank ? before : '\n\n';
    const insert = view.state.toText((lead + block).replaceAll('\n', view.state.lineBreak));
    const from = at + lead.length;
    view.dispatch({
      changes: { from: at, insert },
      selection: { anchor: from, head: at + insert.length },
      effects: EditorView.scrollIntoView(from, { y: 'start', yMargin: 40 }),
      userEvent: 'input',
    });
    view.focus();
  }
}

export interface EditorProps {
  readonly handle: EditorHandle;
  /** Names the text: another name is another text, with an undo of its own. */
  readonly name: string;
  readonly label: string;
  readonly text: ReadonlySignal<string>;
  readonly guide: ReadonlySignal<Guide | undefined>;
  /** Absent where the text can only be read. */
  readonly onEdit?: ((text: string) => void) | undefined;
  readonly onLine: (line: number) => void;
  readonly onFocus?: () => void;
  /** Whether what can be undone outlives the page. */
  readonly isKept?: boolean;
}

/** The text of a guide. Give it the name as its `key`: it is made anew for another text. */
export function Editor(props: EditorProps) {
  const { handle, name, label, text, guide, onEdit, onLine, onFocus, isKept = false } = props;
  const place = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (place.current === null) return;
    const before = handle.kept.get(name);
    // A kept state outlives the view it was made for: what it tells goes through the handle.
    const newState = (content: string, undo?: unknown) => {
      const isReadOnly = onEdit === undefined;
      const told = {
        onEdit: (read: () => string) => handle.onEdit(read),
        onLine: (line: number) => handle.onLine(line),
        onPasted: (pasted: PastedHere | undefined) => {
          handle.pasted.value = pasted;
        },
        onLooks: (now: EditorState) => handle.looks(now),
      };
      return stateOf(content, label, { isReadOnly, ...told }, undo);
    };
    let { mark, rest } = parted(text.peek());
    const state = before ?? newState(rest, handle.memory?.find(name, rest));
    /** The text as the editor and the signal last agreed on it. */
    let known = before === undefined ? text.peek() : mark + before.sliceDoc();
    handle.onEdit = (read) => {
      known = mark + read();
      onEdit?.(known);
      if (isKept) handle.changed();
    };
    handle.onLine = onLine;
    const root = shadowOf(place.current);
    const view = new EditorView({ parent: root, root, state });
    handle.view = view;
    handle.shows(name);
    handle.pasted.value = undefined;
    handle.looks(state);
    onLine(view.state.doc.lineAt(view.state.selection.main.head).number);

    const stopText = effect(() => {
      const next = text.value;
      if (next === known) return;
      known = next;
      ({ mark, rest } = parted(next));
      view.dispatch({ changes: changeTo(view.state, rest), annotations: fromOutside.of(true) });
      if (isKept) handle.changed();
      // Other line ends than before: only a new state can give them back.
      if (view.state.sliceDoc() !== rest) view.setState(newState(rest));
      handle.looks(view.state);
    });
    const stopMarks = effect(() => {
      const problems = guide.value?.problems ?? [];
      view.dispatch(setDiagnostics(view.state, marksOf(problems, view.state.doc)));
    });
    return () => {
      stopText();
      stopMarks();
      handle.remember();
      handle.leaves(name, view.state);
      handle.view = undefined;
      view.destroy();
    };
  }, [name]);

  return <div ref={place} class="editor" onFocusIn={onFocus} />;
}
