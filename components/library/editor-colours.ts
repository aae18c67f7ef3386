import { markdown } from '@codemirror/lang-markdown';
import { syntaxHighlighting } from '@codemirror/language';
import {
  Compartment,
  EditorState,
  type Extension,
  type Text,
  type Transaction,
  type TransactionSpec,
} from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { classHighlighter } from '@lezer/highlight';
import { slowParagraph } from './slow-markdown.ts';

const MARKDOWN: Extension = [
  markdown({ completeHTMLTags: false, addKeymap: false }),
  syntaxHighlighting(classHighlighter),
];
const PLAIN: Extension = [];
const colours = new Compartment();

/** The colours of Markdown for a text that is only read; none where they would hold up the page. */
export function coloursOf(text: string): Extension {
  return slowParagraph(text.split(/\r\n|\n|\r/)) === undefined ? MARKDOWN : PLAIN;
}

/** The same for a text that is edited: they go when it becomes slow, and come back when it is so no more. */
export function followingColours(text: string): Extension {
  return [
    colours.of(coloursOf(text)),
    // Along with the change itself: after it, the colouring would have begun.
    EditorState.transactionExtender.of((change) =>
      change.docChanged && !isWithoutColours(change.startState) && isSlowAfter(change)
        ? { effects: colours.reconfigure(PLAIN) }
        : null,
    ),
    // Only after it: with the change, the text before it would be coloured first.
    EditorView.updateListener.of(({ docChanged, view }) => {
      const again = docChanged ? colouredAgain(view.state) : undefined;
      if (again !== undefined) view.dispatch(again);
    }),
  ];
}

/** @returns what gives a text its colours back that went without them and is slow no more */
export function colouredAgain(state: EditorState): TransactionSpec | undefined {
  if (!isWithoutColours(state) || slowLine(state.doc) !== undefined) return undefined;
  return { effects: colours.reconfigure(MARKDOWN) };
}

/** Whether a text is edited without colours, as it would hold up the page. */
export const isWithoutColours = (state: EditorState): boolean => colours.get(state) === PLAIN;

/** The line, from 1, of the first paragraph that would be slow; `undefined` where none would. */
export function slowLine(doc: Text): number | undefined {
  const place = slowParagraph(doc.iterLines());
  return place === undefined ? undefined : place + 1;
}

/** Only what has changed is looked at: no other paragraph can have become slow. */
function isSlowAfter({ newDoc, changes }: Transaction): boolean {
  let isSlow = false;
  changes.iterChangedRanges((_from, _to, from, to) => {
    isSlow ||= slowParagraph(linesAround(newDoc, from, to)) !== undefined;
  });
  return isSlow;
}

/** The lines of a stretch, from the blank line before it to the one behind. */
function linesAround(doc: Text, from: number, to: number): Iterable<string> {
  let first = doc.lineAt(from).number;
  let last = doc.lineAt(to).number;
  while (first > 1 && doc.line(first - 1).text.trim() !== '') first -= 1;
  while (last < doc.lines && doc.line(last + 1).text.trim() !== '') last += 1;
  return doc.iterLines(first, last + 1);
}
