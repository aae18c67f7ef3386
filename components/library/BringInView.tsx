import { useEffect, useRef } from 'preact/hooks';
import { type DeskModel, fileNameOf } from '../../state/desk.ts';
import { chosenFile } from './dropped.ts';
import type { EditorHandle } from './Editor.tsx';
import type { Template } from './Templates.tsx';
import { Workbench } from './Workbench.tsx';
import { count } from './words.ts';

export interface BringInViewProps {
  readonly desk: DeskModel;
  readonly handle: EditorHandle;
  readonly templates: readonly Template[];
  /** Hands the user a file with exactly this text. */
  readonly download: (name: string, text: string) => void;
}

function Choosers({ desk }: { desk: DeskModel }) {
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const onChoice = (isFolder: boolean) => (event: { currentTarget: HTMLInputElement }) => {
    const chosen = [...(event.currentTarget.files ?? [])].map((file) => chosenFile(file));
    // So that the same file can be chosen again after it was mended.
    event.currentTarget.value = '';
    if (chosen.length > 0) void desk.take(chosen, isFolder);
  };
  return (
    <div class="acts">
      <button type="button" class="main" onClick={() => files.current?.click()}>
        Choose files…
      </button>
      <button type="button" onClick={() => folder.current?.click()}>
        Choose a folder…
      </button>
      <input
        ref={files}
        hidden
        type="file"
        multiple
        accept=".md,.mdx,.markdown,.txt,.text,.html,.htm,text/*"
        aria-label="Files"
        onChange={onChoice(false)}
      />
      <input
        ref={(input) => {
          folder.current = input;
          // No attribute that JSX knows.
          if (input !== null) input.webkitdirectory = true;
        }}
        hidden
        type="file"
        aria-label="Folder"
        onChange={onChoice(true)}
      />
    </div>
  );
}

function Paste({ desk }: { desk: DeskModel }) {
  const { typed } = desk.bringIn;
  return (
    <div class="paste">
      <label for="paste">Or paste it here: Markdown, plain text, or straight from a document</label>
      <textarea
        id="paste"
        rows={4}
        spellcheck={false}
        value={typed.value}
        onInput={(event) => {
          typed.value = event.currentTarget.value;
        }}
        onPaste={(event) => {
          if (event.clipboardData === null || typed.peek() !== '') return;
          event.preventDefault();
          event.stopPropagation();
          desk.bringIn.paste(
            event.clipboardData.getData('text/html'),
            event.clipboardData.getData('text/plain'),
          );
        }}
      />
      <div class="acts">
        <button type="button" disabled={typed.value.trim() === ''} onClick={desk.bringIn.lookAtTyped}>
          Look at this text
        </button>
        <button type="button" onClick={desk.bringIn.startEmpty}>
          Start with an empty text
        </button>
      </div>
    </div>
  );
}

function Start({ desk }: { desk: DeskModel }) {
  return (
    <>
      <div class="drop">
        <p>Drop files or a folder anywhere on this page.</p>
        <Choosers desk={desk} />
        <p class="muted">
          Markdown, MDX, plain text or HTML. Several files become one guide, in the order of their names.
        </p>
      </div>
      <Paste desk={desk} />
      <p class="muted">Nothing leaves this computer. Nothing is kept before you say so.</p>
    </>
  );
}

function Review({ desk, handle, templates, download }: BringInViewProps) {
  const { bringIn } = desk;
  const files = bringIn.files.value;
  const headed = files.filter(({ heading }) => heading !== '').length;
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
        <span class="muted">Not kept yet.</span>
      </div>
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
        name={`bring-in ${bringIn.round.value}`}
        label="Text to bring in"
        text={bringIn.text}
        templates={templates}
        first="understood"
        onEdit={bringIn.edit}
      />
    </>
  );
}

/** Files or pasted text, looked at and mended before they are kept. */
export function BringInView(props: BringInViewProps) {
  const { bringIn } = props.desk;
  const remarks = bringIn.remarks.value;
  useEffect(() => bringIn.leave, [bringIn]);
  return (
    <section class="bring-in" aria-labelledby="bring-in-title">
      <h1 id="bring-in-title">{bringIn.isReviewing.value ? 'Look it over' : 'Bring in a guide'}</h1>
      {remarks.length > 0 && (
        <ul class="notices" role="alert">
          {remarks.map((remark, index) => (
            <li key={`${remark} ${index}`} class="notice">
              {remark}
            </li>
          ))}
        </ul>
      )}
      {bringIn.thrown.value !== null && (
        <p class="notice" role="status">
          {bringIn.thrown.value.name === '' ? 'It' : `“${bringIn.thrown.value.name}”`} was thrown away.{' '}
          <button type="button" onClick={bringIn.undoThrow}>
            Bring it back
          </button>
        </p>
      )}
      {bringIn.isReading.value && <p role="status">Reading the files…</p>}
      {bringIn.isReviewing.value ? <Review {...props} /> : <Start desk={props.desk} />}
    </section>
  );
}
