import type { Ref } from 'preact';
import { useRef } from 'preact/hooks';
import type { LibraryModel } from '../state/library.ts';
import type { SessionModel } from '../state/session.ts';
import { AskedSheet } from './AskedSheet.tsx';
import { CountdownBar } from './CountdownBar.tsx';
import { GuideNotes } from './GuideNotes.tsx';
import { HelpSheet } from './HelpSheet.tsx';
import { KeyCap } from './KeyCap.tsx';
import { Keys, type KeyTable } from './keys.ts';
import { LearntSheet } from './LearntSheet.tsx';
import { OverlaySheet } from './OverlaySheet.tsx';
import { usePaging } from './paging.ts';
import { QuestionBox } from './QuestionBox.tsx';
import { RESCUES, Rescue } from './Rescue.tsx';
import { SettingsSheet } from './SettingsSheet.tsx';
import { StoryCard } from './StoryCard.tsx';
import { StoryList } from './StoryList.tsx';
import { scrollByKey, useScrollMemory } from './scrolling.ts';

/** A sentence that the user has to know, and what can be done about it. */
export interface Notice {
  readonly text: string;
  readonly act?: { readonly label: string; readonly run: () => void };
  /** Takes it away for good. */
  readonly dismiss?: () => void;
}

export interface PanelProps {
  readonly session: SessionModel;
  readonly library: LibraryModel;
  /** What the user has to know of this opening: something unreadable, or not stored. */
  readonly notices: readonly Notice[];
  readonly keys: KeyTable;
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
      <ul class="phrases" aria-label="Backup phrases">
        {session.unprepared.value.map(({ text }) => (
          <li key={text} dir="auto">
            {text}
          </li>
        ))}
      </ul>
      {session.unprepared.value.some(({ isLent }) => isLent) && (
        <p class="muted">These phrases are Hookline’s; your guide has none for this.</p>
      )}
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
  const rescue = session.rescue.value;
  if (rescue !== null) {
    const line = session.rescueLines.value[session.rescueAt.value];
    return `${RESCUES[rescue.kind].name}: ${line?.label ?? ''} ${line?.text ?? ''}`;
  }
  if (sheet === 'help') return 'Keys are shown.';
  if (sheet === 'learnt') return 'What you taught is shown.';
  if (sheet === 'asked') return 'What was asked is shown.';
  if (sheet === 'settings') return 'Settings are shown.';
  if (sheet === 'overlay') return 'Beside the camera is shown.';
  if (session.isUnanswered.value) return 'No story answers this. Backup phrases are shown.';
  if (open === undefined) return '';
  const told = session.said.value.length;
  const next = open.points[session.next.value];
  if (told > 0)
    return next === undefined ? 'All key points said.' : `Said ${told}. Next: ${next.label} ${next.text}`;
  return `${open.theme} ${open.title} is open.`;
}

/** What lies over the stories, or the stories. */
function Content({ session, library }: { session: SessionModel; library: LibraryModel }) {
  const sheet = session.sheet.value;
  const rescue = session.rescue.value;
  const isReference = !session.isAsking.value && session.open.value === undefined;
  if (rescue !== null) return <Rescue session={session} kind={rescue.kind} />;
  if (sheet === 'help') return <HelpSheet />;
  if (sheet === 'learnt') return <LearntSheet session={session} />;
  if (sheet === 'asked') return <AskedSheet session={session} />;
  if (sheet === 'settings') return <SettingsSheet session={session} />;
  if (sheet === 'overlay') return <OverlaySheet />;
  return (
    <>
      {isReference && <h1 class="unseen">Your stories</h1>}
      <Stories session={session} />
      {isReference && <GuideNotes session={session} library={library} />}
    </>
  );
}

/** One key each, from anywhere. */
function RescueKeys({ session }: { session: SessionModel }) {
  const kinds = ['blank', 'no-story', 'thinking'] as const;
  return (
    <nav class="rescue-keys" aria-label="Rescue and help">
      {kinds.map((kind) => (
        <button
          key={kind}
          type="button"
          aria-pressed={session.rescue.value?.kind === kind}
          onClick={() => session.help(kind)}
        >
          {RESCUES[kind].button} <KeyCap of={kind} />
        </button>
      ))}
      <button
        type="button"
        aria-pressed={session.sheet.value === 'help'}
        onClick={() => session.toggle('help')}
      >
        Keys <KeyCap of="help" />
      </button>
    </nav>
  );
}

/** The whole side panel. The typing place and the countdown stay where they are, whatever lies between. */
export function Panel({ session, library, notices, keys, input }: PanelProps) {
  const sheet = session.sheet.value;
  const rescue = session.rescue.value;
  const content = useRef<HTMLElement>(null);
  const isOver = sheet !== 'none' || rescue !== null;
  const keepPlace = useScrollMemory(
    content,
    rescue?.kind ?? (sheet === 'none' ? `${session.open.value?.id} ${session.scriptOpen.value}` : sheet),
  );
  const page = usePaging(content, session);
  /** Arrows scroll what lies over the list. */
  function onKeyDown(event: KeyboardEvent): void {
    const isField = event.target instanceof Element && event.target.matches('select, textarea, input[type]');
    const isTypingPlace = event.target instanceof Element && event.target.matches('[role="combobox"]');
    const isScrolling = isOver || session.scriptOpen.value;
    if (!isScrolling || (isField && !isTypingPlace) || !scrollByKey(content.current, event.key)) return;
    // The scroll event comes a frame later; the next key may be there before it.
    keepPlace();
    event.preventDefault();
  }
  return (
    <Keys.Provider value={keys}>
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
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it may scroll, and must then be reached by keyboard */}
        <main ref={content} class="content" tabIndex={0} onScroll={keepPlace}>
          <Content session={session} library={library} />
        </main>
        {page !== 'fits' && (
          // There to the end: if it went, all that is above the foot would move.
          <button type="button" class="page-on" onClick={() => session.turnPage(page === 'more' ? 1 : -1)}>
            {page === 'more' ? 'More' : 'Back'} <KeyCap of={page === 'more' ? 'page' : 'page-back'} />
          </button>
        )}
        {/* At the foot: one that comes late moves nothing that is being read. */}
        {notices.map(({ text, act, dismiss }) => (
          <p key={text} class="notice" role="alert">
            {text}{' '}
            {act !== undefined && (
              <button type="button" onClick={act.run}>
                {act.label}
              </button>
            )}{' '}
            {dismiss !== undefined && (
              <button type="button" onClick={dismiss}>
                Don’t say this again
              </button>
            )}
          </p>
        ))}
        <p role="status" class="unseen">
          {announcement(session)}
        </p>
        <footer>
          <CountdownBar session={session} />
          <RescueKeys session={session} />
        </footer>
      </div>
    </Keys.Provider>
  );
}
