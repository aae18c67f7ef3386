import type { Guide } from '../guide/types.ts';

/** Under the quick-reference card: the guide's own reminder, and what of it could not be read. */
export function GuideNotes({ guide, isSample }: { guide: Guide; isSample: boolean }) {
  return (
    <div class="guide-notes">
      {guide.stories.length === 0 && (
        <p class="notice">
          No story was found in this guide. A story starts with a heading such as “## Story 1: RISK - Night
          shift rota”.
        </p>
      )}
      {guide.reminder !== undefined && <p class="muted">{guide.reminder.text}</p>}
      {guide.problems.length > 0 && (
        <details>
          <summary>
            {guide.problems.length === 1
              ? 'One thing to look at in this guide'
              : `${guide.problems.length} things to look at in this guide`}
          </summary>
          <ul>
            {guide.problems.map((problem) => (
              <li key={`${problem.line} ${problem.code} ${problem.message}`}>
                Line {problem.line}: {problem.message}
              </li>
            ))}
          </ul>
        </details>
      )}
      {isSample && <p class="muted">This is the sample guide.</p>}
    </div>
  );
}
