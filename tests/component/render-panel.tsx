import { render } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { createRef } from 'preact';
import { vi } from 'vitest';
import { Panel } from '../../components/Panel.tsx';
import type { Guide } from '../../guide/types.ts';
import { COMMANDS, KEY_HINTS } from '../../keyboard/commands.ts';
import { keyHandler, typingPlaceOf } from '../../keyboard/handle.ts';
import { Learnt } from '../../state/learnt.ts';
import { Library } from '../../state/library.ts';
import type { SessionState } from '../../state/ports.ts';
import { Session } from '../../state/session.ts';
import { systemClock } from '../../state/system-clock.ts';
import { harbour, plainMatch } from '../fixtures/harbour.ts';
import { fakeLibraryStore } from '../fixtures/library-store.ts';

/** The panel as the entrypoint wires it, with a guide of the test's and nothing stored. */
export function renderPanel({
  guide = harbour,
  saved,
  notices = [],
}: {
  guide?: Guide;
  saved?: SessionState;
  notices?: string[];
} = {}) {
  const openLibrary = vi.fn<() => void>();
  const session = new Session({
    guide,
    matcher: () => plainMatch,
    learnt: new Learnt({ saved: [], save: () => {} }),
    spare: () => harbour,
    clock: systemClock,
    saved,
    save: () => {},
    nextGuide: () => void library.switchToNext(),
    openLibrary,
  });
  const library = new Library({
    store: fakeLibraryStore(),
    clock: systemClock,
    sampleText: '',
    followsCurrent: true,
  });
  const onKey = keyHandler(COMMANDS, session);
  const listener = (event: KeyboardEvent) => {
    if (onKey(event, typingPlaceOf(document.activeElement))) event.preventDefault();
  };
  addEventListener('keydown', listener);
  const input = createRef<HTMLInputElement>();
  const view = render(
    <Panel session={session} notices={notices} library={library} keys={KEY_HINTS} input={input} />,
  );
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
