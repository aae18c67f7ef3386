import type { ComponentChildren } from 'preact';
import type { SessionModel } from '../state/session.ts';
import { TEXT_SIZES } from '../state/settings.ts';
import { BesideButton } from './OverlaySheet.tsx';

function Switch({
  isOn,
  turn,
  children,
}: {
  isOn: boolean;
  turn: (isOn: boolean) => void;
  children: ComponentChildren;
}) {
  return (
    <label class="choice">
      <input type="checkbox" checked={isOn} onChange={(event) => turn(event.currentTarget.checked)} />{' '}
      <span>{children}</span>
    </label>
  );
}

/** What the user chooses once for all calls. */
export function SettingsSheet({ session }: { session: SessionModel }) {
  const { settings } = session;
  const { startsOnPick, keepsAsked, textSize } = settings.state.value;
  return (
    <section class="sheet settings" aria-label="Settings">
      <h1>Settings</h1>
      <fieldset>
        <legend>Text size</legend>
        <div class="sizes">
          {TEXT_SIZES.map((size) => (
            <label key={size}>
              <input
                type="radio"
                name="text-size"
                checked={size === textSize}
                onChange={() => settings.change({ textSize: size })}
              />{' '}
              {Math.round(size * 100)} %
            </label>
          ))}
        </div>
      </fieldset>
      <Switch isOn={startsOnPick} turn={(isOn) => settings.change({ startsOnPick: isOn })}>
        Start the clock when I pick a story by its number or a click
      </Switch>
      <Switch isOn={keepsAsked} turn={(isOn) => settings.change({ keepsAsked: isOn })}>
        Keep a list of what was asked, on this computer only
      </Switch>
      <BesideButton open={() => session.toggle('overlay')} />
    </section>
  );
}
