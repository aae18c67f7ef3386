import { defaultKeymap, history, historyField, historyKeymap } from '@codemirror/commands';
import { type Diagnostic, lintGutter, lintKeymap } from '@codemirror/lint';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { Annotation, ChangeSet, EditorState, type Extension, Text } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import type { Problem } from '../../guide/types.ts';
import { followingColours } from './editor-colours.ts';
import { type PastedHere, richPaste } from './editor-paste.ts';
import { THEME } from './editor-theme.ts';
import { LINE_DIRECTIONS } from './line-directions.ts';
import { lineEndOf } from './line-ends.ts';

/** Marks a change that did not come from the typing: it is not reported back. */
export const fromOutside = Annotation.define<boolean>();

/** More marks than anyone reads, and each costs a little. */
const MAX_MARKS = 1000;

/** What every view of a guide's text has in common but its colours; looks come from styles/library-views.css. */
export const READING: Extension = [EditorView.lineWrapping, LINE_DIRECTIONS, highlightSpecialChars(), THEME];

export interface EditorOptions {
  readonly isReadOnly: boolean;
  /** The user changed the text; asked for only when it is wanted. */
  readonly onEdit: (text: () => string) => void;
  /** The cursor is on another line, counted from 1. */
  readonly onLine: (line: number) => void;
  /** Formatted text was pasted in one of two forms; `undefined`: the text went on since. */
  readonly onPasted?: (pasted: PastedHere | undefined) => void;
  /** The text, or whether it has colours, has changed. */
  readonly onLooks?: (state: EditorState) => void;
}

/** What can be undone in a state, as JSON that {@link stateOf} takes. */
export function undoOf(state: EditorState): unknown {
  const { history: undo }: { history?: unknown } = state.toJSON({ history: historyField });
  return undo;
}

/** Whether the last change that can be undone was one of a text of this length. */
function fits(undo: unknown, length: number): boolean {
  if (typeof undo !== 'object' || undo === null || !('done' in undo) || !Array.isArray(undo.done))
    return false;
  const changes: unknown = undo.done.findLast((event) => event?.changes)?.changes;
  return changes === undefined || ChangeSet.fromJSON(changes).length === length;
}

/**
 * A state for the editor that gives the text back to the letter.
 * @param undo what could be undone when this text was open last, from {@link undoOf}; ignored when it does not fit
 */
export function stateOf(text: string, label: string, options: EditorOptions, undo?: unknown): EditorState {
  const config = { extensions: extensionsOf(text, label, options) };
  const fresh = EditorState.create({ doc: text, ...config });
  if (undo === undefined) return fresh;
  try {
    if (!fits(undo, fresh.doc.length)) return fresh;
    const json = { doc: text, selection: fresh.selection.toJSON(), history: undo };
    return EditorState.fromJSON(json, config, { history: historyField });
  } catch {
    return fresh; // no history of this editor
  }
}

function extensionsOf(text: string, label: string, options: EditorOptions): Extension {
  const end = lineEndOf(text);
  return [
    // Without one, CodeMirror takes every kind of line end and gives back `\n`: right for a text of `\n` only.
    ...(end === '\n' && !text.includes('\r') ? [] : [EditorState.lineSeparator.of(end)]),
    EditorView.clipboardInputFilter.of((pasted) => pasted.replace(/\r\n?|\n/g, end)),
    // The page takes dropped files, with our own reading of them; the editor would put them in as well.
    EditorView.domEventHandlers({ drop: (event) => event.dataTransfer?.types.includes('Files') ?? false }),
    richPaste((pasted) => options.onPasted?.(pasted)),
    READING,
    followingColours(text),
    lineNumbers(),
    lintGutter(),
    history(),
    drawSelection(),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    highlightSelectionMatches(),
    search({ top: true }),
    keymap.of([...defaultKeymap, ...historyKeymap, ...searchKeymap, ...lintKeymap]),
    EditorState.readOnly.of(options.isReadOnly),
    EditorView.contentAttributes.of({
      tabindex: '0',
      'aria-label': label,
      ...(options.isReadOnly ? { 'aria-readonly': 'true' } : {}),
    }),
    EditorView.updateListener.of((update) => {
      const isTyped = update.transactions.some(
        (each) => each.docChanged && each.annotation(fromOutside) !== true,
      );
      if (isTyped) options.onEdit(() => update.state.sliceDoc());
      if (update.docChanged || update.transactions.some((each) => each.reconfigured))
        options.onLooks?.(update.state);
      if (update.docChanged || update.selectionSet)
        options.onLine(update.state.doc.lineAt(update.state.selection.main.head).number);
    }),
  ];
}

/** The guide's problems as marks in the gutter. */
export function marksOf(problems: readonly Problem[], doc: Text): Diagnostic[] {
  return problems.slice(0, MAX_MARKS).map(({ line, code, message }) => {
    const { from, to } = doc.line(Math.min(Math.max(line, 1), doc.lines));
    const severity =
      code === 'unplaced' || code === 'no-stories' || code === 'bad-target' ? 'warning' : 'info';
    return { from, to, severity, message };
  });
}

/**
 * The smallest single change that makes an editor's text into `next`, so that cursor, scrolling and undo
 * survive a text that was replaced from outside.
 */
export function changeTo(state: EditorState, next: string): { from: number; to: number; insert: Text } {
  // In the editor's own count, where every line end is one letter.
  const before = state.doc.toString();
  const after = state.toText(next).toString();
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  const insert = Text.of(after.slice(start, after.length - end).split('\n'));
  return { from: start, to: before.length - end, insert };
}
