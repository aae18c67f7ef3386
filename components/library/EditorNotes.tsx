import type { EditorHandle } from './Editor.tsx';

/** What the editor has to say of itself: how it took what was pasted, and that a text has no colours. */
export function EditorNotes({ handle }: { handle: EditorHandle }) {
  const pasted = handle.pasted.value;
  const line = handle.plainFrom.value;
  return (
    <>
      {pasted !== undefined && (
        <p class="muted editor-note" role="status">
          {pasted.form === 'plain'
            ? 'Pasted as plain text.'
            : 'Pasted with its formatting, turned into Markdown.'}{' '}
          <button type="button" onClick={() => handle.pasteOtherWay()}>
            {pasted.form === 'plain' ? 'Paste the formatted text instead' : 'Paste the plain text instead'}
          </button>
        </p>
      )}
      {line !== undefined && (
        <p class="muted editor-note" role="status">
          Shown without colours: the paragraph from line {line.toLocaleString('en')} on is so long, or has so
          many marks, that colouring it would hold up the page. All else works. Blank lines within it bring
          the colours back.
        </p>
      )}
    </>
  );
}
