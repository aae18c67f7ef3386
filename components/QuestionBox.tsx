import type { Ref } from 'preact';
import type { SessionModel } from '../state/session.ts';
import { optionId, STORIES_ID } from './StoryList.tsx';

/** The typing place: a combobox whose listbox is the ranked stories. */
export function QuestionBox({ session, input }: { session: SessionModel; input: Ref<HTMLInputElement> }) {
  const open = session.open.value;
  const isListShown =
    session.sheet.value === 'none' && session.rescue.value === null && session.listed.value.length > 0;
  return (
    <header class="question">
      <input
        ref={input}
        type="text"
        role="combobox"
        aria-label="Question"
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-expanded={isListShown}
        aria-controls={isListShown ? STORIES_ID : undefined}
        aria-activedescendant={isListShown && open !== undefined ? optionId(open.id) : undefined}
        placeholder="Type a word of the question"
        value={session.query.value}
        onInput={(event) => session.ask(event.currentTarget.value)}
        dir="auto"
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        autofocus
      />
      {session.isAsking.value && (
        <button type="button" class="quiet" aria-label="Clear the question (Esc)" onClick={session.clear}>
          ✕
        </button>
      )}
    </header>
  );
}
