import type { Guide } from '../../guide/types.ts';
import type { DeskModel } from '../../state/desk.ts';
import { MarkHeadings } from './MarkHeadings.tsx';
import { count, missingOf, otherParts, partsOf, sentence } from './words.ts';

/** More than anyone reads at once; the rest is counted. */
const MAX_ROWS = 200;
const MAX_STORIES = 500;

interface GoTo {
  readonly goTo: (line: number) => void;
}

function Stories({ guide, goTo }: { guide: Guide } & GoTo) {
  if (guide.stories.length === 0) return null;
  return (
    <ol class="understood" aria-label="Stories found">
      {guide.stories.slice(0, MAX_STORIES).map((story) => {
        const missing = missingOf(story);
        return (
          <li key={story.id}>
            <button type="button" class="row" onClick={() => goTo(story.lines[0]?.start ?? 1)}>
              <b dir="auto">{[story.theme, story.title].filter((part) => part !== '').join(' · ')}</b>
              <span class="muted">{partsOf(story).join(' · ') || 'nothing but a title'}</span>
              {missing.length > 0 && <span class="missing">{sentence(missing.join(', '))}</span>}
            </button>
          </li>
        );
      })}
      {guide.stories.length > MAX_STORIES && (
        <li class="muted">And {count(guide.stories.length - MAX_STORIES, 'more story', 'more stories')}.</li>
      )}
    </ol>
  );
}

function Unplaced({ guide, isBlank, goTo }: { guide: Guide; isBlank: boolean } & GoTo) {
  const lines = guide.unplaced;
  if (lines.length === 0) {
    if (isBlank) return null;
    return guide.stories.length === 0 ? (
      <p class="muted">Everything was read as notes.</p>
    ) : (
      <p class="fine">Every line found a place.</p>
    );
  }
  return (
    <section aria-labelledby="unplaced">
      <h3 id="unplaced">{count(lines.length, 'line')} found no place</h3>
      <p class="muted">They stay in your text. Put them under a heading to have them shown in the panel.</p>
      <ul class="jumps" aria-label="Lines that found no place">
        {lines.slice(0, MAX_ROWS).map((item) => (
          <li key={item.lines.start}>
            <button type="button" class="row" onClick={() => goTo(item.lines.start)}>
              <b>Line {item.lines.start}</b>{' '}
              <span dir="auto">{item.text.length > 120 ? `${item.text.slice(0, 120)}…` : item.text}</span>
            </button>
          </li>
        ))}
      </ul>
      {lines.length > MAX_ROWS && <p class="muted">And {count(lines.length - MAX_ROWS, 'more line')}.</p>}
    </section>
  );
}

function Problems({ guide, goTo }: { guide: Guide } & GoTo) {
  const own = new Set(['unplaced', 'no-stories', 'no-target', 'no-hooks', 'no-points']);
  const others = guide.problems.filter((problem) => !own.has(problem.code));
  if (others.length === 0) return null;
  return (
    <section aria-labelledby="to-look-at">
      <h3 id="to-look-at">To look at</h3>
      <ul class="jumps">
        {others.slice(0, MAX_ROWS).map((problem) => (
          <li key={`${problem.line} ${problem.message}`}>
            <button type="button" class="row" onClick={() => goTo(problem.line)}>
              <b>Line {problem.line}</b> <span>{problem.message}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What was read out of the text: what it has, what is missing, what found no place. */
export function Understanding({ desk, goTo, canMark }: { desk: DeskModel; canMark: boolean } & GoTo) {
  const guide = desk.reading.guide.value;
  const trouble = desk.reading.trouble.value;
  if (guide === undefined) return <p class="muted">{trouble === '' ? 'Reading…' : trouble}</p>;
  const others = otherParts(guide);
  return (
    <div class="understanding" aria-busy={desk.reading.isBehind.value}>
      {trouble !== '' && <p class="notice">{trouble}</p>}
      <h2>
        {guide.stories.length === 0
          ? 'No story was found yet'
          : `${count(guide.stories.length, 'story', 'stories')} found`}
      </h2>
      {guide.stories.length === 0 && (
        <p>
          Your text stays as you wrote it. A story starts with a heading such as “## Story 1: Night shift
          rota”. You can type one, or choose which of your headings are stories.
        </p>
      )}
      <Stories guide={guide} goTo={goTo} />
      {canMark && <MarkHeadings marking={desk.marking} isMain={guide.stories.length === 0} goTo={goTo} />}
      {others.length > 0 && (
        <section aria-labelledby="beside">
          <h3 id="beside">Beside the stories</h3>
          <ul class="jumps">
            {others.map((part) => (
              <li key={part.name}>
                <button type="button" class="row" onClick={() => goTo(part.line)}>
                  {part.name} <span class="muted">from line {part.line}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Problems guide={guide} goTo={goTo} />
      <Unplaced guide={guide} isBlank={desk.text.value.trim() === ''} goTo={goTo} />
    </div>
  );
}
