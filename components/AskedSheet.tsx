import { useState } from 'preact/hooks';
import type { AskedEntry } from '../state/asked.ts';
import { askedMarkdown, GAP, NO_QUESTION, spokenText } from '../state/asked-text.ts';
import type { SessionModel } from '../state/session.ts';

const DAY = new Intl.DateTimeFormat(undefined, { dateStyle: 'full' });
const TIME = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });
const WORDS = { day: (at: number) => DAY.format(at), time: (at: number) => TIME.format(at) };

function Entry({ entry, remove }: { entry: AskedEntry; remove: () => void }) {
  const told = spokenText(entry);
  const question = entry.question === '' ? NO_QUESTION : entry.question;
  return (
    <li>
      <time class="muted" dateTime={new Date(entry.at).toISOString()}>
        {TIME.format(entry.at)}
      </time>
      <p
        class={entry.question === '' ? 'question-text muted' : 'question-text'}
        dir="auto"
        title={entry.question}
      >
        {question}
      </p>
      <button type="button" class="quiet" aria-label={`Delete “${question}”`} onClick={remove}>
        ✕
      </button>
      <p class={entry.storyId === null ? 'gap' : 'muted'} dir="auto">
        {entry.storyId === null ? GAP : entry.storyName}
        {told !== '' && `, ${told}`}
      </p>
    </li>
  );
}

/** Copying is an act of the browser that may be refused; it says which. */
function CopyButton({ text }: { text: () => string }) {
  const [said, setSaid] = useState('');
  return (
    <>
      <button
        type="button"
        onClick={() =>
          void navigator.clipboard.writeText(text()).then(
            () => setSaid('Copied.'),
            () => setSaid('The browser did not let Hookline copy.'),
          )
        }
      >
        Copy as Markdown
      </button>
      <span role="status" class="muted">
        {said}
      </span>
    </>
  );
}

/** How many entries are shown at first: an interview or two, and quick to draw. */
const FIRST_ENTRIES = 60;

/** Entries by their day, in their order; writing a date is slow, so each day is written once. */
function byDay(entries: readonly AskedEntry[]): Map<string, AskedEntry[]> {
  const days = new Map<string, AskedEntry[]>();
  for (const entry of entries) {
    const day = new Date(entry.at).toDateString();
    const known = days.get(day);
    if (known === undefined) days.set(day, [entry]);
    else known.push(entry);
  }
  return new Map([...days.values()].map((all) => [DAY.format(all[0]?.at), all]));
}

/** What was asked, newest first: a look back after the call. */
export function AskedSheet({ session }: { session: SessionModel }) {
  const { asked, settings } = session;
  const [isWhole, setWhole] = useState(false);
  const entries = asked.entries.value;
  const keeps = settings.state.value.keepsAsked;
  const shown = isWhole ? entries : entries.slice(0, FIRST_ENTRIES);
  return (
    <section class="sheet asked" aria-label="What was asked">
      <h1>What was asked</h1>
      <label class="choice">
        <input
          type="checkbox"
          checked={keeps}
          onChange={(event) => settings.change({ keepsAsked: event.currentTarget.checked })}
        />{' '}
        Keep this list, on this computer only
      </label>
      {entries.length === 0 && (
        <p class="muted">
          {keeps
            ? 'Nothing yet. Each question that opens a story, or finds none, is kept here.'
            : 'Nothing is kept.'}
        </p>
      )}
      <div class="acts">
        {entries.length > 0 && <CopyButton text={() => askedMarkdown(asked.entries.peek(), WORDS)} />}
        {entries.length > 0 && (
          <button type="button" onClick={asked.removeAll}>
            Delete all
          </button>
        )}
        {asked.canUndo.value && (
          <button type="button" onClick={asked.undo}>
            Undo
          </button>
        )}
      </div>
      {[...byDay(shown)].map(([day, all]) => (
        <div key={day}>
          <h2>{day}</h2>
          <ul aria-label={day}>
            {all.map((entry) => (
              <Entry key={entry.id} entry={entry} remove={() => asked.remove(entry.id)} />
            ))}
          </ul>
        </div>
      ))}
      {shown.length < entries.length && (
        <button type="button" onClick={() => setWhole(true)}>
          Show all {entries.length}
        </button>
      )}
    </section>
  );
}
