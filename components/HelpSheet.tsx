import { useContext } from 'preact/hooks';
import { KeyHints } from './keys.ts';

/** Every key there is, from the table that the key handler uses. */
export function HelpSheet() {
  const hints = useContext(KeyHints);
  const groups = [...new Set(hints.map((hint) => hint.group))];
  return (
    <section class="sheet help" aria-label="Keys">
      <h1>Keys</h1>
      {groups.map((group) => (
        <div key={group}>
          <h2>{group}</h2>
          <dl>
            {hints
              .filter((hint) => hint.group === group)
              .map((hint) => (
                <div key={hint.id}>
                  <dt>
                    <kbd>{hint.shown}</kbd>
                  </dt>
                  <dd>{hint.label}</dd>
                </div>
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
