import { unifiedMergeView } from '@codemirror/merge';
import { EditorState } from '@codemirror/state';
import { EditorView, lineNumbers } from '@codemirror/view';
import { useEffect, useRef } from 'preact/hooks';
import { coloursOf } from './editor-colours.ts';
import { READING } from './editor-setup.ts';
import { DIFFERENCE_THEME, shadowOf } from './editor-theme.ts';

/** Comparing two unlike texts letter by letter takes long and says little; past this it goes by lines. */
const LIMITS = { scanLimit: 500, timeout: 200 };

/** How a text became another: what went is struck through, what came is marked. Only to be read. */
export function Difference({ before, after, label }: { before: string; after: string; label: string }) {
  const place = useRef<HTMLDivElement>(null);
  const isSame = before === after;
  useEffect(() => {
    if (place.current === null || isSame) return;
    const root = shadowOf(place.current);
    const view = new EditorView({
      parent: root,
      root,
      state: EditorState.create({
        doc: after,
        extensions: [
          READING,
          // What went stands in the view with the same colours.
          coloursOf(`${before}\n\n${after}`),
          DIFFERENCE_THEME,
          lineNumbers(),
          EditorState.readOnly.of(true),
          EditorView.contentAttributes.of({ tabindex: '0', 'aria-label': label, 'aria-readonly': 'true' }),
          unifiedMergeView({
            original: before,
            mergeControls: false,
            allowInlineDiffs: true,
            highlightChanges: true,
            gutter: true,
            collapseUnchanged: { margin: 2, minSize: 6 },
            diffConfig: LIMITS,
          }),
        ],
      }),
    });
    return () => view.destroy();
  }, [before, after, label]);
  return isSame ? (
    <p class="muted">There is no difference: the two texts are the same.</p>
  ) : (
    <div ref={place} class="editor difference" />
  );
}
