import type { SessionModel } from '../state/session.ts';
import { resultOf } from '../state/story-facts.ts';
import { Phrases } from './Phrases.tsx';

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
      <Phrases groups={session.phrases.value} />
    </div>
  );
}
