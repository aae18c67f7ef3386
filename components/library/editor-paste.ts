import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { type PasteForm, readPaste } from '../../state/pasting.ts';
import { clippingOf } from './clipboard.ts';
import { markdownFromHtml } from './from-html.ts';

/** What was pasted into an editor just now in one of two forms, and what the other one gives. */
export interface PastedHere {
  readonly form: PasteForm;
  readonly other: string;
  /** Where it stands, in the editor's own count. */
  readonly from: number;
  readonly to: number;
}

const inLinesOf = (view: EditorView, text: string) =>
  view.state.toText(text.replace(/\r\n?|\n/g, view.state.lineBreak));

/**
 * Reads formatted text as Markdown when it is pasted; plain text is left to the editor. A piece of one line goes in
 * as it reads: who copies a word of a web page wants the word.
 *
 * @param onPasted told of each paste that has another form, and with `undefined` of the next change after it
 */
export function richPaste(onPasted: (pasted: PastedHere | undefined) => void): Extension {
  return [
    EditorView.domEventHandlers({
      paste(event, view) {
        const { state } = view;
        if (event.clipboardData === null || state.readOnly || state.selection.ranges.length > 1) return false;
        const clipping = clippingOf(event.clipboardData);
        const found = readPaste(clipping, markdownFromHtml);
        if (found.other === undefined && found.form === 'plain') return false;
        const isOneLine = clipping.plain.trim() !== '' && !/[\r\n]/.test(clipping.plain.trim());
        const isTurned = isOneLine && found.form === 'formatted' && found.other !== undefined;
        const [form, text, other] = isTurned
          ? (['plain', clipping.plain, found.text] as const)
          : ([found.form, found.text, found.other] as const);
        event.preventDefault();
        const insert = inLinesOf(view, text.trimEnd());
        const { from } = state.selection.main;
        view.dispatch(state.replaceSelection(insert), { userEvent: 'input.paste', scrollIntoView: true });
        if (other !== undefined) onPasted({ form, other: other.trimEnd(), from, to: from + insert.length });
        return true;
      },
    }),
    EditorView.updateListener.of(({ docChanged }) => {
      if (docChanged) onPasted(undefined);
    }),
  ];
}

/** Puts the other form of what was just pasted in its place. */
export function pasteOtherWay(view: EditorView, { from, to, form, other }: PastedHere): PastedHere {
  const shown = view.state.sliceDoc(from, to);
  const insert = inLinesOf(view, other);
  view.dispatch({
    changes: { from, to, insert },
    selection: { anchor: from + insert.length },
    userEvent: 'input.paste',
    scrollIntoView: true,
  });
  return {
    form: form === 'plain' ? 'formatted' : 'plain',
    other: shown,
    from,
    to: from + insert.length,
  };
}
