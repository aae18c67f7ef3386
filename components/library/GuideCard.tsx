import type { Guide, Item, Story } from '../../guide/types.ts';
import { factsOf } from '../../state/story-facts.ts';
import { secondsInWords } from './words.ts';

function Lines({ label, items }: { label: string; items: readonly Item[] }) {
  if (items.length === 0) return null;
  return (
    <section>
      <h3>{label}</h3>
      <ul>
        {items.map((item, index) => (
          <li key={`${item.lines.start} ${index}`} dir="auto">
            {item.text}
            {item.offered && <span class="muted"> (offered: the first sentence)</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A story as it was understood, all of it, to look at beside its text. */
export function GuideCard({ guide, story }: { guide: Guide; story: Story }) {
  const facts = factsOf(guide, story);
  const tags = [...story.values, ...story.tags];
  return (
    <article class="story-card" aria-label={`As understood: ${story.theme} ${story.title}`}>
      <h2 dir="auto">
        {story.theme !== '' && <span class="theme">{story.theme}</span>} {story.title}
      </h2>
      <p class="muted">
        {story.target === undefined
          ? 'No target time: 60 s assumed.'
          : `Target: ${secondsInWords(story.target)}`}
      </p>
      {tags.length > 0 && (
        <ul class="tags" aria-label="Values and tags">
          {tags.map((tag, index) => (
            <li key={`${tag.text} ${index}`}>{tag.text}</li>
          ))}
        </ul>
      )}
      <Lines label="Opening hooks" items={story.hooks} />
      {story.points.length > 0 && (
        <section>
          <h3>
            Key points
            {story.points[0]?.offered && <span class="muted"> (offered: sentences of the script)</span>}
          </h3>
          <ul>
            {story.points.map((point, index) => (
              <li key={`${point.lines.start} ${index}`}>
                {point.label !== '' && <b>{point.label}</b>} {point.text}
              </li>
            ))}
          </ul>
        </section>
      )}
      {facts.length > 0 && (
        <section>
          <h3>Numbers and names</h3>
          <ul>
            {facts.map((fact, index) => (
              <li key={`${fact.main} ${index}`}>
                <b>{fact.main}</b> {fact.detail}
              </li>
            ))}
          </ul>
        </section>
      )}
      <Lines label="Answers" items={story.answers} />
      {story.connection !== undefined && <Lines label="Connection" items={[story.connection]} />}
      {story.script !== '' && (
        <section>
          <h3>Script</h3>
          {story.script.split(/\n{2,}/).map((paragraph, index) => (
            <p key={index} dir="auto">
              {paragraph}
            </p>
          ))}
        </section>
      )}
      <Lines label="To fill in" items={story.toFill ?? []} />
      <Lines label="Notes" items={story.notes} />
    </article>
  );
}
