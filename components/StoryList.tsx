import { useLayoutEffect, useRef } from 'preact/hooks';
import type { SessionModel } from '../state/session.ts';
import type { StoryRow } from '../state/story-row.ts';

/** Places, from 0, that a ranking shows without scrolling: the best one, and a line of three. */
const ROWS_IN_SIGHT = 3;

export const STORIES_ID = 'stories';
export const optionId = (storyId: string) => `story-${storyId}`;

/** The rows of the quick-reference card: what can be said of a story in three short lines. */
function Reference({ row: { story, time, facts } }: { row: StoryRow }) {
  return (
    <>
      <span class="row-name">
        <span class="theme">{story.theme === '' ? story.title : story.theme}</span>{' '}
        {story.theme !== '' && story.title}
      </span>
      <span class="time">{time}</span>
      {story.values.length > 0 && (
        <span class="row-values">{story.values.map((value) => value.text).join(' · ')}</span>
      )}
      {facts.length > 0 && (
        <span class="row-facts">
          {facts.map((fact) => (
            <span key={fact.main}>
              <b>{fact.main}</b> {fact.detail}
            </span>
          ))}
        </span>
      )}
    </>
  );
}

/** What a screen reader says of a row after its name: why it is there, or what the reference row shows. */
function described({ why, time, story, facts }: StoryRow): string | undefined {
  if (why !== '') return `because of ${why}`;
  if (facts.length === 0) return time;
  const values = story.values.map((value) => value.text);
  return [time, ...values, ...facts.map((fact) => `${fact.main} ${fact.detail}`)].join(', ');
}

/**
 * Every story of the guide. Before anything is typed it is the quick-reference card; then it is a short
 * ranking above the open story, each row with the reason it stands there.
 */
export function StoryList({ session }: { session: SessionModel }) {
  const list = useRef<HTMLDivElement>(null);
  const openId = session.open.value?.id;
  const isReference = !session.isAsking.value && openId === undefined;

  const openAt = session.rows.value.findIndex(({ story }) => story.id === openId);
  // A pick by keyboard may lie outside the rows in sight; the list alone scrolls, never the panel. Asking where a
  // row stands lays the page out, so the first rows, which are in sight, are not asked.
  const isScrolled = useRef(false);
  useLayoutEffect(() => {
    if (openAt <= ROWS_IN_SIGHT && !isScrolled.current) return;
    isScrolled.current = openAt > ROWS_IN_SIGHT;
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [openId, openAt, isReference]);

  return (
    <>
      <div
        ref={list}
        id={STORIES_ID}
        role="listbox"
        aria-label="Stories"
        tabIndex={-1}
        class={isReference ? 'stories reference' : 'stories ranking'}
      >
        {session.rows.value.map((row, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the combobox, which names the active option
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are in the command table
          <div
            key={row.story.id}
            id={optionId(row.story.id)}
            role="option"
            aria-selected={row.story.id === openId}
            aria-description={described(row)}
            title={row.name}
            class={index === 0 && row.why !== '' ? 'best' : undefined}
            onClick={() => session.pickAt(index)}
          >
            {/* The option's name and description say it all; nothing else in it is read aloud. */}
            <span class="unseen">{row.name}</span>
            <div aria-hidden="true">
              <kbd>{index < 9 ? index + 1 : ''}</kbd>
              {isReference ? <Reference row={row} /> : <span class="theme">{row.label}</span>}
              {!isReference && index === 0 && <span class="why">{row.why}</span>}
            </div>
          </div>
        ))}
      </div>
      {isReference && session.hiddenRows.value > 0 && (
        <button type="button" onClick={session.showWholeList}>
          Show all {session.listed.value.length} stories
        </button>
      )}
    </>
  );
}
