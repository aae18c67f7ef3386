import { useRef } from 'preact/hooks';
import type { DeskModel } from '../../state/desk.ts';
import type { ImportedGuide } from '../../state/library-ports.ts';
import { chosenFile } from './dropped.ts';
import { count, sizeInWords, timeInWords } from './words.ts';

const ON_MERGE: Record<ImportedGuide['onMerge'], string> = {
  new: 'is added',
  same: 'is here already, letter by letter',
  copy: 'differs from the one here: both are kept',
};

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
      {preview !== null && (
        <>
          <h2>Exported {timeInWords(preview.exportedAt)}</h2>
          <ul class="jumps" aria-label="Guides in the file">
            {preview.guides.map((guide) => (
              <li key={guide.id}>
                <b dir="auto">{guide.name}</b>{' '}
                <span class="muted">
                  {sizeInWords(guide.size)}, {count(guide.historyStates, 'saved state')}. On merging it{' '}
                  {ON_MERGE[guide.onMerge]}.
                </span>
              </li>
            ))}
          </ul>
          {preview.others.length > 0 && <p>Also in it: {preview.others.join(', ')}.</p>}
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
          <p class="muted">
            {preview.replaced.length === 0
              ? 'Replacing takes no guide away.'
              : `Replacing takes away: ${preview.replaced.join(', ')}. Deleted guides are kept for a week. Export everything first if in doubt.`}
          </p>
        </>
      )}
    </section>
  );
}
