import { EditorSelection, EditorState, type Extension } from '@codemirror/state';
import { Decoration, EditorView } from '@codemirror/view';

const MARK = '\uFEFF';
const HIDDEN = Decoration.set(Decoration.replace({}).range(0, 1));

const begins = (state: EditorState) => state.doc.sliceString(0, 1) === MARK;

/** Where the text begins for whoever writes: behind a byte order mark. */
export const beginningOf = (text: string): number => (text.startsWith(MARK) ? 1 : 0);

/**
 * Leaves a byte order mark at the beginning of a text where it is: unseen, and behind the cursor's first place, so that
 * what is typed or replaced comes after it and the file stays what it was.
 */
export const BYTE_ORDER_MARK: Extension = [
  EditorView.decorations.compute(['doc'], (state) => (begins(state) ? HIDDEN : Decoration.none)),
  EditorState.transactionFilter.of((change) => {
    const { selection } = change;
    if (selection === undefined || change.newDoc.sliceString(0, 1) !== MARK) return change;
    if (selection.ranges.every(({ from }) => from > 0)) return change;
    const behind = (at: number) => Math.max(at, 1);
    const ranges = selection.ranges.map(({ anchor, head }) =>
      EditorSelection.range(behind(anchor), behind(head)),
    );
    return [change, { selection: EditorSelection.create(ranges, selection.mainIndex), sequential: true }];
  }),
];
