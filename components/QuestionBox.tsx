import type { Ref } from 'preact';
import { useRef } from 'preact/hooks';
import type { SessionModel } from '../state/session.ts';
import { useKeyOf } from './keys.ts';
import { optionId, STORIES_ID } from './StoryList.tsx';

/** The typing place: a combobox whose listbox is the ranked stories. */
export function QuestionBox({ session, input }: { session: SessionModel; input: Ref<HTMLInputElement> }) {
  /** Whether what is about to be typed takes the place of everything. */
  const isReplacing = useRef(false);
  const clearKey = useKeyOf('escape');
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
        onBeforeInput={({ currentTarget: { value, selectionStart, selectionEnd } }) => {
          isReplacing.current = value !== '' && selectionStart === 0 && selectionEnd === value.length;
        }}
        onInput={({ currentTarget }) => {
          session.ask(currentTarget.value, isReplacing.current);
          isReplacing.current = false;
          // A digit that was taken for a tick may have come back into the text.
          const text = session.query.peek();
          if (currentTarget.value !== text) currentTarget.value = text;
        }}
        dir="auto"
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        autofocus
      />
      {session.isAsking.value && (
        <button
          type="button"
          class="quiet"
          aria-label={`Clear the question (${clearKey})`}
          onClick={session.clear}
        >
          ✕
        </button>
      )}
    </header>
  );
}
