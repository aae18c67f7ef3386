import type { MarkingModel } from '../../state/marking.ts';
import { Difference } from './Difference.tsx';
import { count } from './words.ts';

interface MarkHeadingsProps {
  readonly marking: MarkingModel;
  /** The first thing to do here, as nothing was found. */
  readonly isMain: boolean;
  readonly goTo: (line: number) => void;
}

/** More than anyone ticks at once; what was marked leaves the list, and the next ones come up. */
const MAX_HEADINGS = 500;

/** Says which headings are stories: ticked, then seen as a change, then written into the text. */
export function MarkHeadings({ marking, isMain, goTo }: MarkHeadingsProps) {
  const headings = marking.headings.value;
  const proposal = marking.proposal.value;
  const ticked = marking.ticked.value;
  if (headings === null)
    return (
      <p>
        <button type="button" class={isMain ? 'main' : undefined} onClick={marking.start}>
          Mark headings as stories…
        </button>
      </p>
    );
  if (proposal !== null)
    return (
      <section class="marking" aria-labelledby="marking-change">
        <h3 id="marking-change">This changes in your text</h3>
        <Difference before={proposal.before} after={proposal.after} label="Change of the headings" />
        <div class="acts">
          <button type="button" class="main" onClick={marking.accept}>
            Write it
          </button>
          <button type="button" onClick={marking.back}>
            Back
          </button>
        </div>
      </section>
    );
  return (
    <section class="marking" aria-labelledby="marking-choose">
      <h3 id="marking-choose">Which headings are stories?</h3>
      {headings.length === 0 && (
        <p>
          There is no heading to mark in this text. A heading is a line that starts with “#”: write one above
          each story.
        </p>
      )}
      <ul>
        {headings.slice(0, MAX_HEADINGS).map((heading) => (
          <li key={heading.line} style={{ paddingInlineStart: `${(heading.depth - 1) * 12}px` }}>
            <label>
              <input
                type="checkbox"
                checked={ticked.has(heading.line)}
                onChange={(event) => marking.tick(heading.line, event.currentTarget.checked)}
              />{' '}
              <span dir="auto">{heading.text}</span>
            </label>{' '}
            <button type="button" class="quiet" onClick={() => goTo(heading.line)}>
              line {heading.line}
              <span class="unseen">: show it in the text</span>
            </button>
          </li>
        ))}
      </ul>
      {headings.length > MAX_HEADINGS && (
        <p class="muted">
          The first {MAX_HEADINGS} headings are shown. Mark these, then go on with the rest.
        </p>
      )}
      <div class="acts">
        <button type="button" class="main" disabled={ticked.size === 0} onClick={marking.propose}>
          {ticked.size === 0 ? 'Show the change' : `Show the change to ${count(ticked.size, 'heading')}`}
        </button>
        <button type="button" onClick={marking.close}>
          Cancel
        </button>
      </div>
    </section>
  );
}
