import { useContext } from 'preact/hooks';
import type { RescueKind } from '../state/ports.ts';
import type { RescueStep } from '../state/rescue.ts';
import type { SessionModel } from '../state/session.ts';
import { KeyCap } from './KeyCap.tsx';
import { Keys } from './keys.ts';

export const RESCUES: Readonly<Record<RescueKind, { readonly name: string; readonly button: string }>> = {
  blank: { name: 'If you go blank', button: 'Blank' },
  'no-story': { name: 'No story for this', button: 'No story' },
  thinking: { name: 'Time to think', button: 'Think' },
};

function Line({ step, isNow, show }: { step: RescueStep; isNow: boolean; show: () => void }) {
  return (
    <li class={isNow ? 'now' : undefined} aria-current={isNow ? 'step' : undefined}>
      <button type="button" onClick={show}>
        {step.label !== '' && <span class="label">{step.label}</span>} <span dir="auto">{step.text}</span>
      </button>
    </li>
  );
}

/**
 * One line at a time, as large as it can be; the others small below it. The next press of the rescue's key shows
 * the next line, Esc goes back to where one was.
 */
export function Rescue({ session, kind }: { session: SessionModel; kind: RescueKind }) {
  const { hints } = useContext(Keys);
  const lines = session.rescueLines.value;
  const at = session.rescueAt.value;
  const now = lines[at];
  const key = hints.find(({ id }) => id === kind)?.shown ?? '';
  return (
    <section class="rescue" aria-label={RESCUES[kind].name}>
      <h1>{RESCUES[kind].name}</h1>
      {now !== undefined && (
        <p class="say">
          {now.label !== '' && <span class="label">{now.label}</span>}
          <span dir="auto">{now.text}</span>
        </p>
      )}
      {now?.isLent === true && <p class="muted">These lines are Hookline’s; your guide has none for this.</p>}
      {lines.length > 1 && (
        <>
          <button type="button" class="main next" onClick={() => session.help(kind)}>
            Next <kbd>{key}</kbd>
          </button>
          <ol aria-label="All of them">
            {lines.map((step, place) => (
              <Line
                key={`${place} ${step.text}`}
                step={step}
                isNow={place === at}
                show={() => session.showRescueLine(place)}
              />
            ))}
          </ol>
        </>
      )}
      <p class="muted back">
        <KeyCap of="escape" /> goes back to where you were
      </p>
    </section>
  );
}
