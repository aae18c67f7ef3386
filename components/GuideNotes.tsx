import type { LibraryModel } from '../state/library.ts';
import type { SessionModel } from '../state/session.ts';
import { GuideSections } from './GuideSections.tsx';
import { GuideSwitch } from './GuideSwitch.tsx';
import { KeyCap } from './KeyCap.tsx';
import { BesideButton } from './OverlaySheet.tsx';

/** Under the quick-reference card: the guide's own reminder, and what of it could not be read. */
export function GuideNotes({ session, library }: { session: SessionModel; library: LibraryModel }) {
  const guide = session.guide.value;
  const taught = session.learnt.pairs.value.length;
  return (
    <div class="guide-notes">
      {guide.stories.length === 0 && (
        <p class="notice">
          No story was found in this guide. A story starts with a heading such as “## Story 1: RISK - Night
          shift rota”.
        </p>
      )}
      {guide.reminder !== undefined && <p class="muted">{guide.reminder.text}</p>}
      <GuideSections guide={guide} />
      {guide.problems.length > 0 && (
        <details>
          <summary>
            {guide.problems.length === 1
              ? 'One thing to look at in this guide'
              : `${guide.problems.length} things to look at in this guide`}
          </summary>
          <ul>
            {guide.problems.map((problem) => (
              <li key={`${problem.line} ${problem.code} ${problem.message}`}>
                Line {problem.line}: {problem.message}
              </li>
            ))}
          </ul>
        </details>
      )}
      {taught > 0 && (
        <button type="button" class="quiet" onClick={() => session.toggle('learnt')}>
          {taught === 1 ? 'One question you taught' : `${taught} questions you taught`} <KeyCap of="learnt" />
        </button>
      )}
      <BesideButton open={() => session.toggle('overlay')} />
      <GuideSwitch session={session} library={library} />
    </div>
  );
}
