import type { Ref } from 'preact';
import { useRef } from 'preact/hooks';
import type { LibraryModel } from '../state/library.ts';
import type { SessionModel } from '../state/session.ts';
import { CountdownBar } from './CountdownBar.tsx';
import { GuideNotes } from './GuideNotes.tsx';
import { HelpSheet } from './HelpSheet.tsx';
import { KeyCap } from './KeyCap.tsx';
import { type KeyHint, KeyHints } from './keys.ts';
import { LearntSheet } from './LearntSheet.tsx';
import { Phrases } from './Phrases.tsx';
import { QuestionBox } from './QuestionBox.tsx';
import { Rescue } from './Rescue.tsx';
import { StoryCard } from './StoryCard.tsx';
import { StoryList } from './StoryList.tsx';
import { scrollByKey, useScrollMemory } from './scrolling.ts';

export interface PanelProps {
  readonly session: SessionModel;
  readonly library: LibraryModel;
  /** What the user has to know of this opening: something unreadable, or not stored. */
  readonly notices: readonly string[];
  readonly keys: readonly KeyHint[];
  readonly input: Ref<HTMLInputElement>;
}

/** From this share on, what the question asks for is named; less is a guess. */
const SURE = 0.5;

/** No story fits: say so, give the phrases to begin with, then the nearest stories. */
function NoStory({ session }: { session: SessionModel }) {
  const asked = session.answer.value?.competencies[0];
  return (
    <div class="no-story">
      <h1>None of your stories answers this.</h1>
      {asked !== undefined && asked.share >= SURE && <p class="muted">It asks about {asked.name}.</p>}
      <Phrases groups={session.phrases.value} first="unprepared" isLent={session.isLent.value.phrases} />
      {session.listed.value.length > 0 && <h2>Nearest stories</h2>}
    </div>
  );
}

function Stories({ session }: { session: SessionModel }) {
  const open = session.open.value;
  return (
    <>
      {session.isUnanswered.value && <NoStory session={session} />}
      <StoryList session={session} />
      {open !== undefined && <StoryCard session={session} story={open} />}
    </>
  );
}

/** What a screen reader is told when the answer changes. */
function announcement(session: SessionModel): string {
  const open = session.open.value;
  const sheet = session.sheet.value;
  if (sheet === 'rescue')
    return `If you go blank: ${session.recovery.value.map((step) => step.text).join('. ')}`;
  if (sheet === 'help') return 'Keys are shown.';
  if (sheet === 'learnt') return 'What you taught is shown.';
  if (session.isUnanswered.value) return 'No story answers this. Backup phrases are shown.';
  if (open === undefined) return '';
  return `${open.theme} ${open.title} is open.`;
}

/** The whole side panel. The typing place and the countdown stay where they are, whatever lies between. */
export function Panel({ session, library, notices, keys, input }: PanelProps) {
  const sheet = session.sheet.value;
  const isReference = !session.isAsking.value && session.open.value === undefined;
  const content = useRef<HTMLElement>(null);
  const keepPlace = useScrollMemory(
    content,
    sheet === 'none' ? `${session.open.value?.id} ${session.scriptOpen.value}` : sheet,
  );
  /** Arrows scroll what lies over the list; page keys scroll anything. */
  function onKeyDown(event: KeyboardEvent): void {
    const isField = event.target instanceof Element && event.target.matches('select, textarea');
    const isPaging = event.key.startsWith('Page') || sheet !== 'none' || session.scriptOpen.value;
    if (!isPaging || isField || !scrollByKey(content.current, event.key)) return;
    // The scroll event comes a frame later; the next key may be there before it.
    keepPlace();
    event.preventDefault();
  }
  return (
    <KeyHints.Provider value={keys}>
      {/* A press on a button must not take the focus from the typing place. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: nothing is operated here, focus is only kept */}
      <div
        class="panel"
        onKeyDown={onKeyDown}
        onMouseDown={(event) => {
          if (event.target instanceof Element && event.target.closest('button, [role="option"]'))
            event.preventDefault();
        }}
      >
        <QuestionBox session={session} input={input} />
        {notices.map((notice) => (
          <p key={notice} class="notice" role="alert">
            {notice}
          </p>
        ))}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it may scroll, and must then be reached by keyboard */}
        <main ref={content} class="content" tabIndex={0} onScroll={keepPlace}>
          {sheet === 'rescue' && <Rescue session={session} />}
          {sheet === 'help' && <HelpSheet />}
          {sheet === 'learnt' && <LearntSheet session={session} />}
          {sheet === 'none' && isReference && <h1 class="unseen">Your stories</h1>}
          {sheet === 'none' && <Stories session={session} />}
          {sheet === 'none' && isReference && <GuideNotes session={session} library={library} />}
        </main>
        <p role="status" class="unseen">
          {announcement(session)}
        </p>
        <footer>
          <CountdownBar session={session} />
          <nav class="rescue-keys" aria-label="Rescue and help">
            <button type="button" onClick={() => session.toggle('rescue')}>
              {sheet === 'rescue' ? 'Back' : 'Blank? Stuck?'} <KeyCap of="rescue" />
            </button>
            <button type="button" onClick={() => session.toggle('help')}>
              Keys <KeyCap of="help" />
            </button>
          </nav>
        </footer>
      </div>
    </KeyHints.Provider>
  );
}
