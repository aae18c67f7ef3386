import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import { type KeyHint, Keys } from './keys.ts';

/** Waits for the new keys of a command; Esc leaves them as they are. */
function Listening({ hint, done }: { hint: KeyHint; done: () => void }) {
  const { assign } = useContext(Keys);
  const [objection, setObjection] = useState('');
  const box = useRef<HTMLButtonElement>(null);
  useEffect(() => box.current?.focus(), []);
  function onKeyDown(event: KeyboardEvent): void {
    // These keys are meant for this place, whatever they do elsewhere.
    event.preventDefault();
    event.stopPropagation();
    const said = event.key === 'Escape' ? '' : assign(hint.id, event);
    if (said === '') done();
    else if (said !== undefined) setObjection(said);
  }
  return (
    <>
      <button ref={box} type="button" class="listening" onKeyDown={onKeyDown} onBlur={done}>
        Press the keys…
      </button>
      <p role="status" class="objection">
        {objection === '' ? 'Esc leaves them as they are.' : objection}
      </p>
    </>
  );
}

function Row({ hint }: { hint: KeyHint }) {
  const { restore } = useContext(Keys);
  const [isListening, setListening] = useState(false);
  const [objection, setObjection] = useState('');
  return (
    <div>
      <dt>
        {isListening ? (
          <Listening hint={hint} done={() => setListening(false)} />
        ) : (
          <button
            type="button"
            class="key"
            aria-label={`${hint.shown}: change the keys of “${hint.label}”`}
            onClick={() => {
              setObjection('');
              setListening(true);
            }}
          >
            <kbd>{hint.shown}</kbd>
          </button>
        )}
      </dt>
      <dd>
        {hint.label}
        {hint.isCustom && !isListening && (
          <button
            type="button"
            class="quiet"
            aria-label={`Usual keys for “${hint.label}”`}
            onClick={() => setObjection(restore(hint.id))}
          >
            Usual keys
          </button>
        )}
        {hint.isCustom && objection !== '' && (
          <span role="status" class="objection">
            {objection}
          </span>
        )}
      </dd>
    </div>
  );
}

/** Every key there is, from the table that the key handler uses; a press on one changes it. */
export function HelpSheet() {
  const { hints } = useContext(Keys);
  const groups = [...new Set(hints.map((hint) => hint.group))];
  return (
    <section class="sheet help" aria-label="Keys">
      <h1>Keys</h1>
      <p class="muted">Press a key below to change it.</p>
      {groups.map((group) => (
        <div key={group}>
          <h2>{group}</h2>
          <dl>
            {hints
              .filter((hint) => hint.group === group)
              .map((hint) => (
                <Row key={hint.id} hint={hint} />
              ))}
          </dl>
        </div>
      ))}
      <p class="muted">
        This panel is a window like any other: whoever sees your shared screen sees it too. Nothing you type
        leaves this computer.
      </p>
    </section>
  );
}
