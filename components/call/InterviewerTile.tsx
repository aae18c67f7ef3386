import { questionAt } from './questions.ts';

/** The other side of the call: who asks, what is asked, and the next question. */
export function InterviewerTile({ turn, onNext }: { turn: number; onNext: () => void }) {
  return (
    <section class="tile interviewer" aria-labelledby="interviewer-name">
      <svg class="face" viewBox="0 0 48 48" aria-hidden="true">
        <circle cx="24" cy="18" r="8" />
        <path d="M8 44c1-11 8-15 16-15s15 4 16 15z" />
      </svg>
      <p class="question" aria-live="polite">
        {questionAt(turn)}
      </p>
      <div class="bar">
        <h2 id="interviewer-name">Interviewer</h2>
        <button type="button" class="main" aria-keyshortcuts="ArrowRight" onClick={onNext}>
          Next question <kbd>→</kbd>
        </button>
      </div>
    </section>
  );
}
