import { useEffect, useRef } from 'preact/hooks';
import type { DeskModel } from '../../state/desk.ts';
import type { LibraryModel } from '../../state/library.ts';
import { BringInView } from './BringInView.tsx';
import { ConflictView } from './ConflictView.tsx';
import { droppedFiles } from './dropped.ts';
import type { EditorHandle } from './Editor.tsx';
import { GuideHead } from './GuideHead.tsx';
import { GuideList } from './GuideList.tsx';
import { HistoryView } from './HistoryView.tsx';
import { TakeOverView } from './TakeOverView.tsx';
import type { Template } from './Templates.tsx';
import { Workbench } from './Workbench.tsx';

export interface LibraryPageProps {
  readonly library: LibraryModel;
  readonly desk: DeskModel;
  readonly handle: EditorHandle;
  readonly templates: readonly Template[];
  /** Hands the user a file with exactly this text. */
  readonly download: (name: string, text: string) => void;
}

/** The guides deleted here a moment ago, each with its way back. */
function JustDeleted({ library }: Pick<LibraryPageProps, 'library'>) {
  const all = library.justDeleted.value;
  if (all.length === 0) return null;
  return (
    <p class="notice" role="status">
      {all.map(({ id, name, wasCurrent }) => (
        <span key={id}>
          “{name}” was deleted.{' '}
          {wasCurrent && library.currentId.value === null && 'The panel shows the sample guide meanwhile. '}
          <button type="button" onClick={() => void library.undelete(id)}>
            Undo{all.length > 1 && <span class="unseen"> {name}</span>}
          </button>{' '}
        </span>
      ))}
      {all.length === 1 ? 'It is' : 'They are'} kept for a week.{' '}
      <button
        type="button"
        onClick={() => {
          for (const { id } of all) library.forgetDeleted(id);
        }}
      >
        OK
      </button>
    </p>
  );
}

/** What the user has to know, whatever else is on the page. */
function Notices({ library, desk }: Pick<LibraryPageProps, 'library' | 'desk'>) {
  const handed = desk.backup.handedOver.value;
  const isGuideShown = desk.view.value === 'guide' || desk.view.value === 'history';
  // Of the guide in sight its own head says it.
  const troubled = library.troubled.value.filter(({ id }) => !isGuideShown || id !== library.openId.value);
  return (
    <div class="notices">
      {library.notices.value.map((notice) => (
        <p key={notice} class="notice" role="alert">
          {notice}{' '}
          <button type="button" onClick={() => library.dismissNotice(notice)}>
            OK
          </button>
        </p>
      ))}
      {troubled.map(({ id, name, reason }) => (
        <p key={id} class="notice" role="alert">
          “{name}” is not saved; its last changes are only in this window. {reason}{' '}
          <button type="button" onClick={() => void desk.open(id)}>
            Open it
          </button>
        </p>
      ))}
      <JustDeleted library={library} />
      {handed !== null && (
        <p class="notice" role="status">
          “{handed.name}” went to the browser’s downloads and counts as your backup now. Is it there?{' '}
          <button type="button" onClick={desk.backup.arrived}>
            It is there
          </button>{' '}
          <button type="button" onClick={() => void desk.backup.didNotArrive()}>
            It is not there
          </button>
        </p>
      )}
      {desk.bringIn.isLeftover.value && desk.view.value !== 'bring-in' && (
        <p class="notice" role="status">
          A text that you brought in is no guide yet. It is just as you left it.{' '}
          <button type="button" onClick={() => desk.show('bring-in')}>
            Go on with it
          </button>{' '}
          <button type="button" onClick={desk.bringIn.sawLeftover}>
            Later
          </button>
        </p>
      )}
      {library.backupDue.value && (
        <p class="notice" role="status">
          A week of changes is only in this browser. Export everything to have a copy elsewhere.{' '}
          <button type="button" onClick={() => void desk.exportEverything()}>
            Export everything
          </button>{' '}
          <button type="button" onClick={() => void library.dismissReminder()}>
            Not now
          </button>
        </p>
      )}
    </div>
  );
}

function GuideView({ library, desk, handle, templates }: LibraryPageProps) {
  const status = library.status.value;
  const id = library.openId.value;
  const isOwn = id !== null;
  return (
    <section class="guide" aria-label="Open guide">
      <GuideHead key={id ?? 'sample'} library={library} desk={desk} />
      {status.kind === 'conflict' && <ConflictView library={library} conflict={status} />}
      {desk.view.value === 'history' && library.openEntry.value !== undefined ? (
        <HistoryView library={library} desk={desk} />
      ) : (
        <Workbench
          key={id ?? 'sample'}
          desk={desk}
          handle={handle}
          name={id ?? 'sample'}
          label="Text of the guide"
          text={library.text}
          templates={templates}
          first="story"
          {...(isOwn ? { onEdit: library.edit, isKept: true } : {})}
        />
      )}
    </section>
  );
}

function Main(props: LibraryPageProps) {
  const view = props.desk.view.value;
  if (!props.library.ready.value) return <p class="muted loading">Opening your guides…</p>;
  if (view === 'bring-in') return <BringInView {...props} />;
  if (view === 'import') return <TakeOverView desk={props.desk} />;
  return <GuideView {...props} />;
}

/** The library: every guide, and the one that is open with its text, its stories and its history. */
export function LibraryPage(props: LibraryPageProps) {
  const { library, desk } = props;
  const view = desk.view.value;
  const main = useRef<HTMLElement>(null);
  const shelf = useRef<HTMLElement>(null);
  const place = `${view} ${desk.isBringing.value} ${library.openId.value}`;
  useEffect(() => {
    const heading = main.current?.querySelector('h1');
    // What had the focus is gone: the new part's heading takes it, so that the keyboard goes on from there.
    if (!heading || heading.ownerDocument.activeElement !== heading.ownerDocument.body) return;
    heading.tabIndex = -1;
    heading.focus();
  }, [place]);
  useEffect(() => {
    // Where the guides stand in one row that scrolls, the open one is in sight.
    const row = shelf.current?.querySelector<HTMLElement>('.row[aria-current="page"]');
    const list = row?.closest('ul');
    if (row && list) list.scrollLeft = row.offsetLeft - list.offsetLeft;
  }, [place, library.ready.value]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: files may be dropped anywhere; the buttons do the same
    <div
      class="library"
      onDragOver={(event) => {
        if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
      }}
      onDrop={(event) => {
        if (!event.dataTransfer?.types.includes('Files')) return;
        event.preventDefault();
        void droppedFiles(event.dataTransfer).then(({ files, isFolder, notes }) =>
          desk.take(files, isFolder, notes),
        );
      }}
    >
      <aside ref={shelf} class="shelf" aria-label="Library">
        <p class="name">Hookline library</p>
        <div class="acts">
          <button
            type="button"
            class="main"
            aria-pressed={view === 'bring-in'}
            onClick={() => desk.show('bring-in')}
          >
            Bring in or write
          </button>
          {desk.bringIn.isWaiting.value && view !== 'bring-in' && <span class="tag">one waits there</span>}
        </div>
        {library.ready.value && <GuideList library={library} desk={desk} />}
        <details class="all">
          <summary>Backup</summary>
          <div class="acts">
            <button type="button" onClick={() => void desk.exportEverything()}>
              Export everything
            </button>
            <button type="button" aria-pressed={view === 'import'} onClick={() => desk.show('import')}>
              Import everything
            </button>
          </div>
        </details>
      </aside>
      <main ref={main}>
        <Notices library={library} desk={desk} />
        <Main {...props} />
      </main>
    </div>
  );
}
