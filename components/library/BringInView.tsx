import { useEffect, useRef } from 'preact/hooks';
import type { DeskModel } from '../../state/desk.ts';
import { clippingOf } from './clipboard.ts';
import { chosenFile } from './dropped.ts';
import { Review, type ReviewProps } from './Review.tsx';
import { SetAside } from './SetAside.tsx';

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
          desk.bringIn.paste(clippingOf(event.clipboardData));
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
      <p class="muted">Nothing leaves this computer. Nothing becomes a guide before you say so.</p>
    </>
  );
}

/** Files or pasted text, looked at and mended before they are kept. */
export function BringInView(props: ReviewProps) {
  const { bringIn } = props.desk;
  const remarks = bringIn.remarks.value;
  const { failed, id, trouble } = bringIn.drafts;
  // Of the text that is looked over, the bar above it says so.
  const isSaid = bringIn.isReviewing.value && failed.value.has(id.value);
  useEffect(() => {
    bringIn.sawLeftover();
    return bringIn.leave;
  }, [bringIn]);
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
      {bringIn.drafts.notices.value.map((notice) => (
        <p key={notice} class="notice" role="alert">
          {notice}
        </p>
      ))}
      {trouble.value !== '' && !isSaid && (
        <p class="notice" role="alert">
          Not everything here is stored; the rest is only in this tab. {trouble.value}
        </p>
      )}
      {!bringIn.isReviewing.value && <SetAside bringIn={bringIn} />}
      {bringIn.isReading.value && <p role="status">Reading the files…</p>}
      {bringIn.isReviewing.value ? <Review {...props} /> : <Start desk={props.desk} />}
      {bringIn.isReviewing.value && <SetAside bringIn={bringIn} />}
    </section>
  );
}
