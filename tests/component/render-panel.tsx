import { render } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { createRef } from 'preact';
import { vi } from 'vitest';
import { type Notice, Panel } from '../../components/Panel.tsx';
import type { Guide } from '../../guide/types.ts';
import { boundCommands, keyHints, objectionToUsual, proposeKeys } from '../../keyboard/bound.ts';
import { keyHandler, typingPlaceOf } from '../../keyboard/handle.ts';
import { Library } from '../../state/library.ts';
import type { SessionState } from '../../state/ports.ts';
import type { SettingsState } from '../../state/settings.ts';
import { systemClock } from '../../state/system-clock.ts';
import { harbour } from '../fixtures/harbour.ts';
import { fakeLibraryStore } from '../fixtures/library-store.ts';
import { buildSession } from '../fixtures/session.ts';

/** The panel as the entrypoint wires it, with a guide of the test's and nothing stored. */
export function renderPanel({
  guide = harbour,
  saved,
  notices = [],
  settings = {},
}: {
  guide?: Guide;
  saved?: SessionState;
  notices?: Notice[];
  settings?: Partial<SettingsState>;
} = {}) {
  // A side panel's width: a wider one shows the script beside the points.
  window.innerWidth = 360;
  const openLibrary = vi.fn<() => void>();
  const session = buildSession({
    guide,
    clock: systemClock,
    saved,
    settings,
    nextGuide: () => void library.switchToNext(),
    openLibrary,
  });
  const library = new Library({
    store: fakeLibraryStore(),
    clock: systemClock,
    sampleText: '',
    followsCurrent: true,
  });
  const custom = () => session.settings.state.value.keys;
  const listener = (event: KeyboardEvent) => {
    const onKey = keyHandler(boundCommands(custom()), session);
    if (onKey(event, typingPlaceOf(document.activeElement))) event.preventDefault();
  };
  addEventListener('keydown', listener);
  const input = createRef<HTMLInputElement>();
  const App = () => (
    <Panel
      session={session}
      notices={notices}
      library={library}
      keys={{
        hints: keyHints(custom()),
        assign(command, press) {
          const proposal = proposeKeys(command, press, custom());
          if (proposal?.keys !== undefined) session.settings.setKeys(command, proposal.keys);
          return proposal?.keys === undefined ? proposal?.objection : '';
        },
        restore(command) {
          const objection = objectionToUsual(command, custom());
          if (objection === undefined) session.settings.setKeys(command, undefined);
          return objection ?? '';
        },
      }}
      input={input}
    />
  );
  const view = render(<App />);
  input.current?.focus();
  return {
    ...view,
    session,
    library,
    openLibrary,
    user: userEvent.setup(),
    stop: () => removeEventListener('keydown', listener),
  };
}
