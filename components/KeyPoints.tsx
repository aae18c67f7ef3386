import { useLayoutEffect, useRef } from 'preact/hooks';
import type { KeyPoint, Story } from '../guide/types.ts';
import type { SessionModel } from '../state/session.ts';
import { Marked } from './Marked.tsx';

/** Whether a key point is the very line that the story names as its connection. */
export const isConnection = (story: Story, point: KeyPoint): boolean =>
  story.connection !== undefined && point.lines.start === story.connection.lines.start;

function stateOf(place: number, session: SessionModel): string {
  if (session.said.value.includes(place)) return 'said';
  return session.next.value === place && session.said.value.length > 0 ? 'next' : 'left';
}

/** What to say, to be ticked off as it is said. Ticking moves nothing: what is left stands out. */
export function KeyPoints({ session, story }: { session: SessionModel; story: Story }) {
  const due = session.pace.value?.due;
  const list = useRef<HTMLOListElement>(null);
  const next = session.next.value;
  const said = session.said.value.length;
  // Going on by key may lead out of sight in a long story; nothing else ever scrolls the card.
  const before = useRef(said);
  useLayoutEffect(() => {
    if (said > before.current) list.current?.children[next]?.scrollIntoView({ block: 'nearest' });
    before.current = said;
  }, [said, next]);
  const isOffered = story.points[0]?.offered === true;
  return (
    <ol
      ref={list}
      class="points"
      aria-label="Key points"
      data-offered={isOffered ? 'sentences of your script' : undefined}
    >
      {story.points.map((point, place) => {
        const state = stateOf(place, session);
        return (
          <li
            key={`${place} ${point.label}`}
            class={isConnection(story, point) ? 'landing' : undefined}
            data-state={state}
            data-due={place === due ? '' : undefined}
          >
            <button
              type="button"
              dir="auto"
              aria-pressed={state === 'said'}
              onClick={() => session.tick(place)}
            >
              {/* The key that ticks it; drawn by the style sheet, so that it is no part of the point's words. */}
              <span class="number" data-mark={state === 'said' ? '✓' : place < 9 ? place + 1 : '·'} />
              <span>
                {point.label !== '' && (
                  <b>
                    <Marked text={point.label} />
                  </b>
                )}{' '}
                <Marked text={point.text} />
              </span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}
