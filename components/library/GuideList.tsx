import { useSignal } from '@preact/signals';
import type { DeskModel } from '../../state/desk.ts';
import type { LibraryModel } from '../../state/library.ts';
import type { GuideEntry } from '../../state/library-ports.ts';

interface GuideListProps {
  readonly library: LibraryModel;
  readonly desk: DeskModel;
}

function Row({ library, desk, id, name }: GuideListProps & { id: string | null; name: string }) {
  const isShown = desk.view.value === 'guide' || desk.view.value === 'history';
  const isOpen = isShown && library.openId.value === id;
  return (
    <li>
      <button
        type="button"
        class="row"
        aria-current={isOpen ? 'page' : undefined}
        onClick={() => void desk.open(id)}
      >
        <span dir="auto">{name}</span>
        {library.currentId.value === id && <span class="tag">in the panel</span>}
      </button>
    </li>
  );
}

function Gone({ library, entry }: { library: LibraryModel; entry: GuideEntry }) {
  return (
    <li class="gone">
      <span dir="auto">{entry.name}</span>
      <button type="button" onClick={() => void library.undelete(entry.id)}>
        Bring back<span class="unseen"> {entry.name}</span>
      </button>
    </li>
  );
}

/** For good, and so in two steps. */
function ClearAway({ library }: { library: LibraryModel }) {
  const isSure = useSignal(false);
  if (!isSure.value)
    return (
      <button
        type="button"
        class="quiet"
        onClick={() => {
          isSure.value = true;
        }}
      >
        Clear away for good…
      </button>
    );
  return (
    <div class="acts" role="alert">
      <span>They can't be had back after this.</span>
      <button type="button" onClick={() => void library.discardDeleted()}>
        Clear them away
      </button>
      <button
        type="button"
        onClick={() => {
          isSure.value = false;
        }}
      >
        Keep them
      </button>
    </div>
  );
}

/** Every guide there is: in use, put away, deleted. */
export function GuideList({ library, desk }: GuideListProps) {
  const archived = library.archived.value;
  const deleted = library.deleted.value;
  return (
    <nav class="guides" aria-label="Guides">
      <ul>
        {library.active.value.map((entry) => (
          <Row key={entry.id} library={library} desk={desk} id={entry.id} name={entry.name} />
        ))}
        <Row library={library} desk={desk} id={null} name="Sample guide" />
      </ul>
      {archived.length > 0 && (
        <details>
          <summary>Archived ({archived.length})</summary>
          <ul>
            {archived.map((entry) => (
              <Row key={entry.id} library={library} desk={desk} id={entry.id} name={entry.name} />
            ))}
          </ul>
        </details>
      )}
      {deleted.length > 0 && (
        <details>
          <summary>Deleted ({deleted.length})</summary>
          <p class="muted">Kept for a week.</p>
          <ul>
            {deleted.map((entry) => (
              <Gone key={entry.id} library={library} entry={entry} />
            ))}
          </ul>
          <ClearAway library={library} />
        </details>
      )}
    </nav>
  );
}
