import type { BringInModel } from '../../state/bring-in.ts';
import type { Draft } from '../../state/draft-ports.ts';
import { timeInWords } from './words.ts';

/** What a draft is called where it has no name: its first words. */
function nameOf({ name, text, typed, arrived }: Draft): string {
  if (name !== '') return name;
  const words = [text, arrived, typed].find((each) => each.trim() !== '') ?? '';
  return words.trim().split(/\s+/).slice(0, 6).join(' ').slice(0, 60);
}

/** What became of a draft, and where it is. */
function fateOf({ at, thrownAt }: Draft, isStored: boolean): string {
  if (!isStored)
    return `was ${thrownAt === null ? 'not kept yet' : 'thrown away'}, and is only in this tab: it could not be stored.`;
  return thrownAt === null
    ? `was not kept yet, ${timeInWords(at)}.`
    : 'was thrown away. It is kept for a week.';
}

/** Texts that were thrown away, or left behind without being kept, with the way back to each. */
export function SetAside({ bringIn }: { bringIn: BringInModel }) {
  const drafts = bringIn.drafts.aside.value;
  const [last, ...rest] = drafts;
  if (last === undefined) return null;
  const entry = (draft: Draft) => (
    <>
      <span dir="auto">“{nameOf(draft)}”</span> {fateOf(draft, !bringIn.drafts.failed.value.has(draft.id))}{' '}
      <button type="button" onClick={() => bringIn.bringBack(draft.id)}>
        {draft.thrownAt === null ? 'Go on with it' : 'Bring it back'}
      </button>{' '}
      {draft.thrownAt !== null && (
        <button type="button" onClick={() => bringIn.drafts.forget(draft.id)}>
          Clear it away
        </button>
      )}
    </>
  );
  return (
    <>
      <p class="notice" role="status">
        {entry(last)}
      </p>
      {rest.length > 0 && (
        <details class="set-aside">
          <summary>Set aside before ({rest.length})</summary>
          <ul class="jumps">
            {rest.map((draft) => (
              <li key={draft.id}>{entry(draft)}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
