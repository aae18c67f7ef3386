import { RangeSetBuilder } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';

const AUTO = Decoration.line({ attributes: { dir: 'auto' } });

function shownLines(view: EditorView): DecorationSet {
  const lines = new RangeSetBuilder<Decoration>();
  for (const { from, to } of view.visibleRanges) {
    for (let at = from; at <= to; ) {
      const line = view.state.doc.lineAt(at);
      lines.add(line.from, line.from, AUTO);
      at = line.to + 1;
    }
  }
  return lines.finish();
}

/** Each line runs in the direction of its own words: Arabic and Hebrew from the right, whatever is around them. */
export const LINE_DIRECTIONS = [
  EditorView.perLineTextDirection.of(true),
  ViewPlugin.fromClass(
    class {
      decorations: DecorationSet;
      constructor(view: EditorView) {
        this.decorations = shownLines(view);
      }
      update(update: ViewUpdate): void {
        if (update.docChanged || update.viewportChanged) this.decorations = shownLines(update.view);
      }
    },
    { decorations: (plugin) => plugin.decorations },
  ),
];
