import type { Item } from '../guide/types.ts';
import type { SessionModel } from '../state/session.ts';
import { resultOf } from '../state/story-facts.ts';
import { Phrases } from './Phrases.tsx';

/** The guide's lines that tie any story to the company. */
function Connections({ lines }: { lines: readonly Item[] }) {
  if (lines.length === 0) return null;
  return (
    <section class="connections" aria-label="Connections">
      <h2>Lines to land on</h2>
      <ul>
        {lines.map((line) => (
          <li key={line.lines.start}>{line.text}</li>
        ))}
      </ul>
    </section>
  );
}

/** For a blank mind: what to do, where this story lands, and phrases that buy time. */
export function Rescue({ session }: { session: SessionModel }) {
  const story = session.present.value;
  const result = story === undefined ? undefined : resultOf(story);
  return (
    <div class="sheet rescue">
      <section class="blank" aria-label="If you go blank">
        <h1>If you go blank</h1>
        <ol>
          {session.recovery.value.map((step) => (
            <li key={step.lines.start}>{step.text}</li>
          ))}
        </ol>
        {session.isLent.value.recovery && (
          <p class="muted">These steps are Hookline’s; your guide has none.</p>
        )}
        {story !== undefined && (result !== undefined || story.connection !== undefined) && (
          <div class="jump">
            {result !== undefined && (
              <p>
                <span class="muted">The key point is…</span> <b>{result}</b>
              </p>
            )}
            {story.connection !== undefined && <p class="connection">{story.connection.text}</p>}
          </div>
        )}
      </section>
      <Phrases groups={session.phrases.value} isLent={session.isLent.value.phrases} />
      <Connections lines={session.guide.value.connections} />
    </div>
  );
}
