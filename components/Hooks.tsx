import type { Story } from '../guide/types.ts';
import type { SessionModel } from '../state/session.ts';
import { KeyCap } from './KeyCap.tsx';
import { Marked } from './Marked.tsx';

/**
 * The opening lines. One is shown large; the others keep their room, unseen, so that going through them
 * moves nothing. With the whole script all are shown.
 */
export function Hooks({
  session,
  story,
  isWhole,
}: {
  session: SessionModel;
  story: Story;
  isWhole: boolean;
}) {
  if (story.hooks.length === 0) return null;
  const current = Math.min(session.hook.value, story.hooks.length - 1);
  return (
    <div class={isWhole ? 'hooks all' : 'hooks'}>
      <ol aria-label="Opening hooks">
        {story.hooks.map((hook, index) => (
          <li
            key={hook.lines.start}
            dir="auto"
            class={index === current ? 'current' : undefined}
            data-offered={hook.offered && 'first sentence of your script'}
          >
            “
            <Marked text={hook.text} />”
          </li>
        ))}
      </ol>
      {!isWhole && story.hooks.length > 1 && (
        <button type="button" class="quiet" title="Next opening hook" onClick={session.nextHook}>
          <span class="unseen">Next opening hook, now </span>
          {current + 1}/{story.hooks.length} <KeyCap of="next-hook" />
        </button>
      )}
    </div>
  );
}
