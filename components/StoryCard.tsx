import { useRef } from 'preact/hooks';
import type { Story } from '../guide/types.ts';
import type { SessionModel } from '../state/session.ts';
import { factsOf } from '../state/story-facts.ts';
import { useFit } from './fit.ts';
import { Hooks } from './Hooks.tsx';
import { KeyCap } from './KeyCap.tsx';
import { isConnection, KeyPoints } from './KeyPoints.tsx';
import { Marked, MarkedWords } from './Marked.tsx';
import { Teaching } from './Teaching.tsx';
import { useWide } from './wide.ts';

/** Script and whatever else was written under the story, in paragraphs. */
function FullText({ story }: { story: Story }) {
  const paragraphs = story.script.split(/\n{2,}/).filter((paragraph) => paragraph !== '');
  return (
    <section class="script" aria-label="Script">
      {paragraphs.map((paragraph, place) => (
        <p key={`${place} ${paragraph}`} dir="auto">
          <Marked text={paragraph} />
        </p>
      ))}
      {paragraphs.length === 0 && <p class="muted">No script is written for this story.</p>}
      {story.notes.map((note) => (
        <p key={note.lines.start} class="muted" dir="auto">
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
        <li key={`${fact.main} ${fact.detail}`} dir="auto">
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

function Head({ session, story, isWhole }: { session: SessionModel; story: Story; isWhole: boolean }) {
  return (
    <div class="head">
      <h1 dir="auto">
        {story.theme !== '' && (
          <span class="theme">
            <Marked text={story.theme} />
          </span>
        )}{' '}
        <Marked text={story.title} />
      </h1>
      {/* A story without points shows its script anyway. */}
      {(story.points.length > 0 || story.hooks.length > 1) && (
        <button type="button" class="quiet more" aria-expanded={isWhole} onClick={session.toggleScript}>
          {isWhole ? 'Back' : story.points.length > 0 ? 'Script' : 'All hooks'} <KeyCap of="script" />
        </button>
      )}
    </div>
  );
}

/** The open story: everything worth a glance, and its whole text one key away, or beside it where there is room. */
export function StoryCard({ session, story }: { session: SessionModel; story: Story }) {
  const isWhole = session.scriptOpen.value;
  const isWide = useWide();
  const hasConnectionPoint = story.points.some((point) => isConnection(story, point));
  const isPointless = story.points.length === 0;
  const card = useRef<HTMLElement>(null);
  useFit(
    card,
    story,
    `${isWhole} ${isWide} ${session.settings.state.value.textSize} ${session.rows.value.length}`,
  );
  return (
    <MarkedWords.Provider value={session.markedWords.value}>
      <article
        ref={card}
        class={isWide && !isPointless ? 'card beside' : 'card'}
        aria-label={`${story.theme} ${story.title}`.trim()}
      >
        <Head session={session} story={story} isWhole={isWhole} />
        {story.values.length > 0 && (
          <ul class="values" aria-label="Values">
            {story.values.map((value) => (
              <li key={value.text} dir="auto">
                <Marked text={value.text} />
              </li>
            ))}
          </ul>
        )}
        <Hooks session={session} story={story} isWhole={isWhole} />
        {isPointless || (isWhole && !isWide) ? (
          <FullText story={story} />
        ) : (
          <KeyPoints session={session} story={story} />
        )}
        {isWide && !isPointless && <FullText story={story} />}
        <Facts session={session} story={story} />
        {story.connection !== undefined && ((isWhole && !isWide) || !hasConnectionPoint) && (
          <p class="connection" dir="auto">
            {story.connection.text}
          </p>
        )}
        <Teaching session={session} />
      </article>
    </MarkedWords.Provider>
  );
}
