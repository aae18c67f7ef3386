import { useRef } from 'preact/hooks';
import type { KeyPoint, Story } from '../guide/types.ts';
import type { SessionModel } from '../state/session.ts';
import { factsOf } from '../state/story-facts.ts';
import { useFit } from './fit.ts';
import { Hooks } from './Hooks.tsx';
import { KeyCap } from './KeyCap.tsx';
import { Marked, MarkedWords } from './Marked.tsx';
import { Teaching } from './Teaching.tsx';

/** Whether a key point is the very line that the story names as its connection. */
const isConnection = (story: Story, point: KeyPoint) =>
  story.connection !== undefined && point.lines.start === story.connection.lines.start;

function KeyPoints({ story }: { story: Story }) {
  return (
    <ul class="points" aria-label="Key points">
      {story.points.map((point) => (
        <li key={point.lines.start} class={isConnection(story, point) ? 'landing' : undefined}>
          {point.label !== '' && (
            <b>
              <Marked text={point.label} />
            </b>
          )}{' '}
          <Marked text={point.text} />
        </li>
      ))}
    </ul>
  );
}

/** Script and whatever else was written under the story, in paragraphs. */
function FullText({ story }: { story: Story }) {
  const paragraphs = story.script.split(/\n{2,}/).filter((paragraph) => paragraph !== '');
  return (
    <section class="script" aria-label="Script">
      {paragraphs.map((paragraph) => (
        <p key={paragraph}>
          <Marked text={paragraph} />
        </p>
      ))}
      {paragraphs.length === 0 && <p class="muted">No script is written for this story.</p>}
      {story.notes.map((note) => (
        <p key={note.lines.start} class="muted">
          {note.text}
        </p>
      ))}
    </section>
  );
}

function Facts({ session, story }: { session: SessionModel; story: Story }) {
  const facts = factsOf(session.guide.value, story);
  if (facts.length === 0) return null;
  return (
    <ul class="facts" aria-label="Numbers and names">
      {facts.map((fact) => (
        <li key={`${fact.main} ${fact.detail}`}>
          <b>
            <Marked text={fact.main} />
          </b>{' '}
          <span>
            <Marked text={fact.detail} />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The open story: everything worth a glance, and its whole text one key away. */
export function StoryCard({ session, story }: { session: SessionModel; story: Story }) {
  const isWhole = session.scriptOpen.value;
  const hasConnectionPoint = story.points.some((point) => isConnection(story, point));
  const card = useRef<HTMLElement>(null);
  useFit(card, `${story.id} ${isWhole}`);
  return (
    <MarkedWords.Provider value={session.markedWords.value}>
      <article ref={card} class="card" aria-label={`${story.theme} ${story.title}`.trim()}>
        <div class="head">
          <h1>
            {story.theme !== '' && (
              <span class="theme">
                <Marked text={story.theme} />
              </span>
            )}{' '}
            <Marked text={story.title} />
          </h1>
          <button type="button" class="quiet more" aria-expanded={isWhole} onClick={session.toggleScript}>
            {isWhole ? 'Points' : 'Script'} <KeyCap of="script" />
          </button>
        </div>
        {story.values.length > 0 && (
          <ul class="values" aria-label="Values">
            {story.values.map((value) => (
              <li key={value.text}>
                <Marked text={value.text} />
              </li>
            ))}
          </ul>
        )}
        <Hooks session={session} story={story} isWhole={isWhole} />
        {isWhole || story.points.length === 0 ? <FullText story={story} /> : <KeyPoints story={story} />}
        <Facts session={session} story={story} />
        {story.connection !== undefined && (isWhole || !hasConnectionPoint) && (
          <p class="connection">{story.connection.text}</p>
        )}
        <Teaching session={session} />
      </article>
    </MarkedWords.Provider>
  );
}
