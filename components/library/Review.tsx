import { type DeskModel, fileNameOf } from '../../state/desk.ts';
import type { LibraryModel } from '../../state/library.ts';
import type { EditorHandle } from './Editor.tsx';
import { draftName } from './editor-names.ts';
import type { Template } from './Templates.tsx';
import { Workbench } from './Workbench.tsx';
import { count } from './words.ts';

export interface ReviewProps {
  readonly library: LibraryModel;
  readonly desk: DeskModel;
  readonly handle: EditorHandle;
  readonly templates: readonly Template[];
  /** Hands the user a file with exactly this text. */
  readonly download: (name: string, text: string) => void;
}

/** Whether the panel is to show the guide, with what it shows now: the user may be reading from that. */
function InPanel({ library, desk }: Pick<ReviewProps, 'library' | 'desk'>) {
  const current = library.list.value.entries.find(({ id }) => id === library.currentId.value);
  return (
    <label>
      <input
        type="checkbox"
        checked={desk.keepsInPanel.value}
        onChange={(event) => desk.setKeepsInPanel(event.currentTarget.checked)}
      />{' '}
      Show it in the panel{' '}
      <span class="muted" dir="auto">
        ({current === undefined ? 'now: the sample guide' : `now: “${current.name}”`})
      </span>
    </label>
  );
}

/** Which form of what was pasted is shown, and the way to the other. */
function OtherForm({ desk }: Pick<ReviewProps, 'desk'>) {
  const { bringIn } = desk;
  if (bringIn.pasted.value === null) return null;
  const isPlain = bringIn.pasted.value.form === 'plain';
  return (
    <p class="notice" role="status">
      {isPlain
        ? 'Shown: the plain text that you pasted, as it stands, since it reads as Markdown.'
        : 'Shown: the formatted text that you pasted, turned into Markdown.'}{' '}
      <button type="button" onClick={bringIn.readOtherWay}>
        {isPlain ? 'Use the formatted text instead' : 'Use the plain text instead'}
      </button>
    </p>
  );
}

function KeepBar({ library, desk, download }: Pick<ReviewProps, 'library' | 'desk' | 'download'>) {
  const { bringIn } = desk;
  const trouble = bringIn.drafts.failed.value.get(bringIn.drafts.id.value) ?? '';
  return (
    <>
      <div class="keep">
        <label>
          Name{' '}
          <input
            type="text"
            value={bringIn.name.value}
            maxLength={200}
            onInput={(event) => {
              bringIn.name.value = event.currentTarget.value;
            }}
          />
        </label>
        <button type="button" class="main" disabled={!bringIn.canKeep.value} onClick={() => void desk.keep()}>
          Keep this guide
        </button>
        <button type="button" onClick={bringIn.throwAway}>
          Throw it away
        </button>
        <button
          type="button"
          disabled={!bringIn.canKeep.value}
          onClick={() => download(`${fileNameOf(bringIn.name.peek())}.md`, bringIn.text.peek())}
        >
          Download
        </button>
        <InPanel library={library} desk={desk} />
        {trouble === '' && (
          <span class="muted">Not a guide yet. It waits here for you, also when the page is closed.</span>
        )}
      </div>
      {trouble !== '' && (
        <p class="notice" role="alert">
          This text is only in this tab until you keep or download it. {trouble}
        </p>
      )}
    </>
  );
}

/** What was brought in, looked at and mended before it becomes a guide. */
export function Review({ library, desk, handle, templates, download }: ReviewProps) {
  const { bringIn } = desk;
  const files = bringIn.files.value;
  const headed = files.filter(({ heading }) => heading !== '').length;
  return (
    <>
      <KeepBar library={library} desk={desk} download={download} />
      <OtherForm desk={desk} />
      {headed > 0 && (
        <p class="notice">
          {count(headed, 'file')} without a heading: a story heading was put above{' '}
          {headed === 1 ? 'it' : 'each'}. Look whether it fits.
        </p>
      )}
      {files.length > 1 && (
        <details class="files">
          <summary>Made of {count(files.length, 'file')}, in the order of their names</summary>
          <ol>
            {files.map((file, index) => (
              <li key={`${file.name} ${index}`} dir="auto">
                {file.name}
                {file.heading !== '' && <span class="muted"> under “{file.heading.trim()}”</span>}
              </li>
            ))}
          </ol>
        </details>
      )}
      <Workbench
        desk={desk}
        handle={handle}
        name={draftName(bringIn.drafts.id.value)}
        label="Text to bring in"
        text={bringIn.text}
        templates={templates}
        first="understood"
        onEdit={bringIn.edit}
        isKept
      />
    </>
  );
}
