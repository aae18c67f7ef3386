import { createContext } from 'preact';
import { useContext, useEffect, useRef } from 'preact/hooks';
import type { BesideModel, SiteRow } from '../state/beside.ts';
import { VISIBLE } from './beside/cue-card.ts';
import { KeyCap } from './KeyCap.tsx';

/** Set by the entrypoint; without it there is nothing beside the camera, and no way to its sheet. */
export const BesideCamera = createContext<BesideModel | undefined>(undefined);

function SiteSwitch({ row: { site, isOn, isAdded }, beside }: { row: SiteRow; beside: BesideModel }) {
  return (
    <li>
      <label class="choice">
        <input
          type="checkbox"
          checked={isOn}
          onChange={(event) => {
            const { checked } = event.currentTarget;
            // It shows what is so, and that is not yet what was pressed: the browser asks first.
            event.currentTarget.checked = isOn;
            void beside.turn(site, checked);
          }}
        />{' '}
        <span>{site.name}</span>
      </label>
      {isAdded && (
        <button
          type="button"
          class="quiet"
          aria-label={`Remove ${site.name}`}
          onClick={() => void beside.remove(site)}
        >
          Remove
        </button>
      )}
    </li>
  );
}

function AddSite({ beside }: { beside: BesideModel }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <form
      class="add-site"
      onSubmit={(event) => {
        event.preventDefault();
        const field = input.current;
        if (field === null) return;
        void beside.add(field.value).then((isAdded) => {
          if (isAdded) field.value = '';
        });
      }}
    >
      <label>
        Another site, by its address
        <input ref={input} type="text" inputMode="url" autoComplete="off" placeholder="https://…" />
      </label>
      <button type="submit">Add</button>
    </form>
  );
}

function BrowserKeys({ beside }: { beside: BesideModel }) {
  return (
    <>
      <h2>Keys during the call, whatever has the focus</h2>
      <dl class="browser-keys">
        {beside.keys.value.map(({ label, key }) => (
          <div key={label}>
            <dt>{key === '' ? <span class="muted">no key</span> : <kbd>{key}</kbd>}</dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
      <button type="button" onClick={beside.openKeys}>
        Change these keys…
      </button>
    </>
  );
}

/** Where the cue is shown beside the camera: which sites may show the card, the floating card, the browser's keys. */
export function OverlaySheet() {
  const beside = useContext(BesideCamera);
  useEffect(() => {
    // The keys may have been changed since on the browser's page.
    if (beside !== undefined) void beside.readKeys();
  }, [beside]);
  if (beside === undefined) return null;
  return (
    <section class="sheet beside" aria-label="Beside the camera">
      <h1>Beside the camera</h1>
      <p class="muted">
        A small card with the present cue, at the top of the call page. {VISIBLE}. The page learns that a card
        is there, not what it says.
      </p>
      <h2>Show the card on</h2>
      <ul>
        {beside.rows.value.map((row) => (
          <SiteSwitch key={row.site.id} row={row} beside={beside} />
        ))}
      </ul>
      <p class="muted">The browser asks you when you turn a site on. Turning it off gives the access back.</p>
      <AddSite beside={beside} />
      <p role="status" class="told">
        {beside.told.value}
      </p>
      <div class="acts">
        <button type="button" onClick={beside.openCard}>
          Floating card…
        </button>
        {beside.isOnAnywhere.value && (
          <button type="button" onClick={() => void beside.showAgain()}>
            Bring closed cards back
          </button>
        )}
      </div>
      <p class="muted">
        The floating card is for calls outside the browser: it stays on top of other windows.
      </p>
      <BrowserKeys beside={beside} />
    </section>
  );
}

/** The way to the sheet, where there is something beside the camera. */
export function BesideButton({ open }: { open: () => void }) {
  if (useContext(BesideCamera) === undefined) return null;
  return (
    <button type="button" class="quiet" onClick={open}>
      Beside the camera… <KeyCap of="overlay" />
    </button>
  );
}
