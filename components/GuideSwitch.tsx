import type { LibraryModel } from '../state/library.ts';
import type { SessionModel } from '../state/session.ts';
import { KeyCap } from './KeyCap.tsx';

/** Which guide the panel shows, another one instead, and the way to where guides are brought in and mended. */
export function GuideSwitch({ session, library }: { session: SessionModel; library: LibraryModel }) {
  const guides = library.active.value;
  const openId = library.openId.value;
  const isSample = openId === null;
  const open = library.openEntry.value;
  // A guide that was put away stays in the panel until another one is chosen.
  const shown = open === undefined || guides.includes(open) ? guides : [open, ...guides];
  const isChoice = shown.length > (isSample ? 0 : 1);
  return (
    <div class="guide-switch">
      {open !== undefined && !isChoice && <p class="muted">Guide: {open.name}</p>}
      {isChoice && (
        <div class="choice">
          <label for="guide-choice">Guide</label>
          <select
            id="guide-choice"
            value={openId ?? ''}
            onChange={({ currentTarget }) => void library.switchTo(currentTarget.value || null)}
          >
            {shown.map((entry) => (
              <option key={entry.id} value={entry.id}>
                {entry.name}
              </option>
            ))}
            <option value="">Sample guide</option>
          </select>
          <KeyCap of="next-guide" />
        </div>
      )}
      {isSample && <p class="muted">This is the sample guide.</p>}
      <button type="button" class="quiet" onClick={session.openLibrary}>
        {shown.length === 0 ? 'Bring in your own guide' : 'Mend and bring in guides'} <KeyCap of="library" />
      </button>
      {library.backupDue.value && (
        <p class="muted">
          A week of changes is in this browser only.{' '}
          <button type="button" onClick={session.openLibrary}>
            Back up
          </button>{' '}
          <button type="button" onClick={() => void library.dismissReminder()}>
            Not now
          </button>
        </p>
      )}
    </div>
  );
}
