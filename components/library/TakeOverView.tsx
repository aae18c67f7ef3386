import { useRef } from 'preact/hooks';
import type { ImportedGuide, ImportPreview, Replaced } from '../../state/backup-ports.ts';
import type { DeskModel } from '../../state/desk.ts';
import type { TakeOverModel } from '../../state/take-over.ts';
import { chosenFile } from './dropped.ts';
import { count, sizeInWords, timeInWords } from './words.ts';

type Readable = Extract<ImportPreview, { outcome: 'readable' }>;

const ON_MERGE: Record<ImportedGuide['onMerge'], string> = {
  new: 'is added',
  same: 'is here already, letter by letter',
  copy: 'differs from the one here: both are kept',
};

/** What becomes of a guide of the file on merging. */
function onMergeInWords({ onMerge, name, nameHere, statesAdded }: ImportedGuide): string {
  const asName = nameHere === name ? '' : `, as “${nameHere}”`;
  if (onMerge !== 'same') return `On merging it ${ON_MERGE[onMerge]}${asName}.`;
  const states =
    statesAdded === 0 ? '' : `; ${count(statesAdded, 'saved state')} of it will be added to its history`;
  return `It ${ON_MERGE.same}${asName}${states}.`;
}

/** What replacing takes away, exactly. */
function replacedInWords({ replaced, othersReplaced }: Readable): string {
  const gone = [...replaced.map((name) => `“${name}”`), ...othersReplaced];
  if (gone.length === 0) return 'Replacing takes nothing away.';
  return `Replacing takes away: ${gone.join(', ')}. It can be had back here for a week.`;
}

/** What the last import replaced, with the way back. */
function LookBack({ takeOver, replaced }: { takeOver: TakeOverModel; replaced: Replaced }) {
  const back = [...replaced.guides.map((name) => `“${name}”`), ...replaced.others];
  if (back.length === 0) return null;
  return (
    <section aria-labelledby="replaced-title">
      <h2 id="replaced-title">Replaced {timeInWords(replaced.at)}</h2>
      <p>What was here before is kept for a week: {back.join(', ')}.</p>
      <div class="acts">
        <button type="button" disabled={takeOver.isBusy.value} onClick={() => void takeOver.undo()}>
          Bring it back
        </button>
        <span class="muted">What is here now makes way for it, and is kept in turn.</span>
      </div>
    </section>
  );
}

/** A file with everything: what is in it, before it is added to what is here or put in its place. */
export function TakeOverView({ desk }: { desk: DeskModel }) {
  const { takeOver } = desk;
  const input = useRef<HTMLInputElement>(null);
  const preview = takeOver.preview.value;
  return (
    <section class="take-over" aria-labelledby="take-over-title">
      <h1 id="take-over-title">Import everything</h1>
      <p>A file that “Export everything” made, on this or another computer.</p>
      {takeOver.told.value !== '' && (
        <p class="notice" role="alert">
          {takeOver.told.value}
        </p>
      )}
      <div class="acts">
        <button
          type="button"
          class={preview === null ? 'main' : undefined}
          disabled={takeOver.isBusy.value}
          onClick={() => input.current?.click()}
        >
          Choose the file…
        </button>
        <input
          ref={input}
          hidden
          type="file"
          accept=".json,application/json"
          aria-label="Export file"
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            if (file !== undefined) void takeOver.look(chosenFile(file));
            event.currentTarget.value = '';
          }}
        />
      </div>
      {preview === null && takeOver.replaced.value !== null && (
        <LookBack takeOver={takeOver} replaced={takeOver.replaced.value} />
      )}
      {preview !== null && (
        <>
          <h2>
            {preview.exportedAt === null
              ? 'Exported at a time that the file does not say'
              : `Exported ${timeInWords(preview.exportedAt)}`}
          </h2>
          {preview.remarks.length > 0 && (
            <div class="notice" role="alert">
              {preview.remarks.map((remark) => (
                <p key={remark}>{remark}</p>
              ))}
            </div>
          )}
          <ul class="jumps" aria-label="Guides in the file">
            {preview.guides.map((guide) => (
              <li key={guide.id}>
                <b dir="auto">{guide.name}</b>{' '}
                <span class="muted">
                  {sizeInWords(guide.size)}, {count(guide.historyStates, 'saved state')}.{' '}
                  {onMergeInWords(guide)}
                </span>
              </li>
            ))}
          </ul>
          {preview.others.length > 0 && (
            <p>
              Also in it: {preview.others.join(', ')}.
              {preview.onlyReplacing.length > 0 &&
                ` Merging leaves yours as it is: ${preview.onlyReplacing.join(', ')}.`}
            </p>
          )}
          <div class="acts">
            <button
              type="button"
              class="main"
              disabled={takeOver.isBusy.value}
              onClick={() => void takeOver.apply('merge')}
            >
              Merge: add to what is here
            </button>
            <button
              type="button"
              disabled={takeOver.isBusy.value}
              onClick={() => void takeOver.apply('replace')}
            >
              Replace what is here
            </button>
            <button type="button" onClick={takeOver.close}>
              Cancel
            </button>
          </div>
          <p class="muted">{replacedInWords(preview)}</p>
        </>
      )}
    </section>
  );
}
