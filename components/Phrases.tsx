import type { PhraseGroup } from '../guide/types.ts';

const HEADINGS = { unprepared: 'A question you have not prepared', thinking: 'Time to think' } as const;

/** The backup phrases by situation, those of `first` on top. */
export function Phrases({
  groups,
  first,
  isLent,
}: {
  groups: readonly PhraseGroup[];
  first?: PhraseGroup['situation'];
  /** Not the guide's own. */
  isLent: boolean;
}) {
  const sorted = [...groups].sort((a, b) => Number(b.situation === first) - Number(a.situation === first));
  return (
    <section class="phrases" aria-label="Backup phrases">
      {sorted.map((group) => (
        <div key={`${group.situation} ${group.heading}`}>
          <h2>{group.situation === 'other' ? group.heading : HEADINGS[group.situation]}</h2>
          <ul>
            {group.phrases.map((phrase) => (
              <li key={phrase.lines.start}>{phrase.text}</li>
            ))}
          </ul>
        </div>
      ))}
      {isLent && <p class="muted">These phrases are Hookline’s; your guide has none.</p>}
    </section>
  );
}
