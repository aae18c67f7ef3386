import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { DeskModel } from '../../state/desk.ts';
import type { LibraryModel } from '../../state/library.ts';
import type { GuideEntry } from '../../state/library-ports.ts';
import { FollowLine } from './FollowLine.tsx';

interface HeadProps {
  readonly library: LibraryModel;
  readonly desk: DeskModel;
}

/** Whether the text is on disk, in words that are true when they stand there. */
function Status({ library }: { library: LibraryModel }) {
  const status = library.status.value;
  if (status.kind === 'saved' || status.kind === 'saving')
    return (
      // To be found, not to be read out: it changes with the typing.
      <p role="status" aria-live="off" class={`status ${status.kind}`}>
        {status.kind === 'saving' && 'Saving…'}
        {status.kind === 'saved' &&
          (status.withoutHistory
            ? 'Saved, but without history: there is no room for the text before'
            : 'Saved')}
      </p>
    );
  return (
    <p role="alert" class={`status ${status.kind}`}>
      {status.kind === 'conflict' && 'Not saved: another window has changed it'}
      {status.kind === 'failed' && (
        <>
          Not saved: {status.reason} Your text is still in this window; “Export” below stores it as a file.{' '}
          <button type="button" onClick={() => library.retry()}>
            Try again
          </button>
        </>
      )}
    </p>
  );
}

function Rename({ entry, library, onEnd }: { entry: GuideEntry; library: LibraryModel; onEnd: () => void }) {
  const name = useSignal(entry.name);
  const isOver = useRef(false);
  const end = (isKept: boolean) => {
    if (isOver.current) return;
    isOver.current = true;
    const wanted = name.peek().trim();
    if (isKept && wanted !== '' && wanted !== entry.name) void library.rename(entry.id, wanted);
    onEnd();
  };
  // Left for another guide or another part of the page: what was typed is meant.
  useEffect(() => () => end(true), []);
  return (
    <form
      class="rename"
      onSubmit={(event) => {
        event.preventDefault();
        end(true);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') end(false);
      }}
    >
      <label>
        New name{' '}
        <input
          type="text"
          ref={(input) => {
            if (
              input !== null &&
              input !== input.ownerDocument.activeElement &&
              input.dataset.met === undefined
            ) {
              input.dataset.met = '';
              input.focus();
              input.select();
            }
          }}
          value={name.value}
          maxLength={200}
          onInput={(event) => {
            name.value = event.currentTarget.value;
          }}
        />
      </label>
      <button type="submit" class="main" disabled={name.value.trim() === ''}>
        Rename
      </button>
      <button type="button" onClick={() => end(false)}>
        Cancel
      </button>
    </form>
  );
}

function SampleHead({ library, desk }: HeadProps) {
  return (
    <header class="guide-head">
      <h1>Sample guide</h1>
      <p class="muted">
        It ships with Hookline and can only be read. Make a copy of your own to change it
        {library.currentId.value === null ? '; the panel shows the copy then' : ''}.
      </p>
      <div class="acts">
        <button
          type="button"
          class="main"
          // Whoever has a guide of their own in the panel may be reading from it.
          onClick={() =>
            void library.create('My guide', library.text.peek(), {
              inPanel: library.currentId.peek() === null,
            })
          }
        >
          Make a copy of my own
        </button>
        {library.currentId.value !== null && (
          <button type="button" onClick={() => void library.switchTo(null)}>
            Show it in the panel
          </button>
        )}
        <button type="button" onClick={() => desk.show('bring-in')}>
          Bring in my guide
        </button>
      </div>
    </header>
  );
}

/** Above a text of the user's own whose guide another window has cleared away. It is never said to be the sample. */
function GoneHead({ library, desk }: HeadProps) {
  const isSaved = library.status.value.kind === 'saved';
  return (
    <header class="guide-head">
      <div class="line">
        <h1>No longer in the library</h1>
        {/* What is said of a text without a guide must not be “Saved”. */}
        {!isSaved && <Status library={library} />}
      </div>
      {!isSaved && (
        <p class="muted">
          Another window took this guide out of the library. The text below is not saved. “Export” stores it
          as a file; when this window is closed, it becomes a guide of its own.
        </p>
      )}
      <div class="acts">
        <button type="button" onClick={desk.exportGuide}>
          Export
        </button>
      </div>
    </header>
  );
}

/** The open guide's name, whether it is saved, and what can be done with it. */
export function GuideHead({ library, desk }: HeadProps) {
  const isRenaming = useSignal(false);
  const renameButton = useRef<HTMLButtonElement>(null);
  const entry = library.openEntry.value;
  if (library.openId.value === null) return <SampleHead library={library} desk={desk} />;
  if (entry === undefined) return <GoneHead library={library} desk={desk} />;
  const isCurrent = library.currentId.value === entry.id;
  const isArchived = entry.archivedAt !== null;
  const inHistory = desk.view.value === 'history';
  return (
    <header class="guide-head">
      <div class="line">
        <h1 dir="auto">{entry.name}</h1>
        <Status library={library} />
      </div>
      {isRenaming.value && (
        <Rename
          entry={entry}
          library={library}
          onEnd={() => {
            // Before the form goes, and the focus with it.
            renameButton.current?.focus();
            isRenaming.value = false;
          }}
        />
      )}
      <div class="acts">
        {isCurrent ? (
          <span class="tag">in the panel</span>
        ) : (
          <button type="button" class="main" onClick={() => void library.switchTo(entry.id)}>
            Show it in the panel
          </button>
        )}
        <button
          type="button"
          aria-pressed={inHistory}
          onClick={() => desk.show(inHistory ? 'guide' : 'history')}
        >
          History
        </button>
        <button type="button" onClick={desk.exportGuide}>
          Export
        </button>
        <button
          ref={renameButton}
          type="button"
          aria-expanded={isRenaming.value}
          onClick={() => {
            isRenaming.value = !isRenaming.peek();
          }}
        >
          Rename
        </button>
        <button
          type="button"
          onClick={async () => {
            const made = await library.duplicate(entry.id);
            if (made.outcome === 'made') await desk.open(made.entry.id);
          }}
        >
          Duplicate
        </button>
        <button type="button" onClick={() => void library.archive(entry.id, !isArchived)}>
          {isArchived ? 'Take out of the archive' : 'Archive'}
        </button>
        <button type="button" onClick={() => void library.delete(entry.id)}>
          Delete
        </button>
      </div>
      <FollowLine follow={desk.follow} text={library.text} onImport={() => desk.show('bring-in')} />
    </header>
  );
}
