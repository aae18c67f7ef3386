import { cleanup, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { typingPlaceOf } from '../../keyboard/handle.ts';
import { renderPanel } from './render-panel.tsx';

let stop = () => {};
afterEach(() => {
  stop();
  cleanup();
});

function open(...given: Parameters<typeof renderPanel>) {
  const rendered = renderPanel(...given);
  stop = rendered.stop;
  return rendered;
}

const points = () =>
  within(screen.getByRole('list', { name: 'Key points' }))
    .getAllByRole('button')
    .map((point) => point.getAttribute('aria-pressed') === 'true');
const box = () => screen.getByRole<HTMLInputElement>('combobox');

describe('a digit', () => {
  it('ticks a point off right behind a word, and again takes the tick back', async () => {
    const { user } = open();
    await user.keyboard('fog');
    await waitFor(() => screen.getByRole('article'));
    await user.keyboard('2');
    await waitFor(() => expect(points()).toEqual([false, true, false]));
    await user.keyboard('2');
    await waitFor(() => expect(points()).toEqual([false, false, false]));
    expect(box().value).toBe('fog');
  });

  it('is typed behind a space or a digit, and where no point has its number', async () => {
    const { user } = open();
    await user.keyboard('fog');
    await waitFor(() => screen.getByRole('article'));
    await user.keyboard('9');
    expect(box().value).toBe('fog9');
  });

  it('ticks also behind a space once the clock runs', async () => {
    const { user } = open();
    await user.keyboard('fog ');
    await waitFor(() => screen.getByRole('article'));
    await user.keyboard('{Enter}1');
    await waitFor(() => expect(points()).toEqual([true, false, false]));
    expect(box().value).toBe('fog ');
  });

  it('is typed over a question that is selected', async () => {
    const { user } = open();
    await user.keyboard('fog');
    await waitFor(() => screen.getByRole('article'));
    box().select();
    await user.keyboard('2');
    expect(box().value).toBe('2');
  });
});

describe('a question typed over a selected one', () => {
  it('is another entry in the list, and digits typed on go into the word', async () => {
    const { user, session } = open();
    await user.keyboard('fog');
    await waitFor(() => screen.getByRole('article'));
    await user.keyboard('{Enter}');
    box().select();
    await user.keyboard('fo4g');
    await user.keyboard('{Escape}');
    expect(session.asked.entries.value.map(({ question }) => question)).toContain('fog');
  });

  it('keeps digits that typing goes on behind', async () => {
    const { user } = open();
    await user.keyboard('fog');
    await waitFor(() => screen.getByRole('article'));
    await user.keyboard('2j');
    await waitFor(() => expect(box().value).toBe('fog2j'));
  });
});

describe('a box that was ticked in a sheet', () => {
  it('takes no letters from the typing place', async () => {
    const { user, session } = open();
    await user.keyboard('{Alt>}p{/Alt}');
    await user.click(await waitFor(() => screen.getByRole('checkbox', { name: /Start the clock/ })));
    expect(typingPlaceOf(document.activeElement)).toMatchObject({ isOtherField: false, isElsewhere: true });
    expect(session.settings.state.value.startsOnPick).toBe(true);
  });
});

describe('ticks', () => {
  it('come by a click too, and a screen reader is told what is next', async () => {
    const { user } = open();
    await user.keyboard('fog');
    await waitFor(() => screen.getByRole('article'));
    await user.click(screen.getByRole('button', { name: 'Problem fog and a dead radio' }));
    await waitFor(() => expect(points()).toEqual([true, false, false]));
    const said = screen.getAllByRole('status').map((status) => status.textContent);
    expect(said).toContain('Said 1. Next: Result berthed 12 minutes early');
    expect(box()).toBe(document.activeElement);
  });
});

describe('each rescue', () => {
  it.each([
    ['F2', 'If you go blank', 'Breathe out'],
    ['F3', 'No story for this', 'Here is one close to it.'],
    ['F4', 'Time to think', 'Let me pick the best case.'],
  ])('%s shows one line large, and Esc goes back', async (key, name, line) => {
    const { user } = open();
    await user.keyboard('fog');
    await user.keyboard(`{${key}}`);
    const view = await waitFor(() => screen.getByRole('region', { name }));
    expect(view.querySelector('.say')?.textContent).toBe(line);
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.getByRole('article')).toBeTruthy());
    expect(box().value).toBe('fog');
  });

  it('goes on with the same key', async () => {
    const { user } = open();
    await user.keyboard('fog{F2}');
    const view = await waitFor(() => screen.getByRole('region', { name: 'If you go blank' }));
    await user.keyboard('{F2}');
    await waitFor(() =>
      expect(view.querySelector('.say')?.textContent).toContain('berthed 12 minutes early'),
    );
    await user.keyboard('{F3}');
    await waitFor(() => expect(screen.getByRole('region', { name: 'No story for this' })).toBeTruthy());
  });
});

describe('the list of what was asked', () => {
  it('shows gaps, deletes with undo, and can be switched off', async () => {
    const { user } = open();
    await user.keyboard('salary{Escape}fog{Enter}{Alt>}a{/Alt}');
    const list = await waitFor(() => screen.getByRole('region', { name: 'What was asked' }));
    expect(within(list).getByText('No story: a gap to write for')).toBeTruthy();
    expect(within(list).getByText('CALM - Fog at Pier 9')).toBeTruthy();
    await user.click(within(list).getByRole('button', { name: 'Delete “salary”' }));
    await waitFor(() => expect(within(list).queryByText('salary')).toBeNull());
    await user.click(within(list).getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(within(list).getByText('salary')).toBeTruthy());
    await user.click(within(list).getByRole('button', { name: 'Delete all' }));
    await user.click(within(list).getByRole('checkbox', { name: /Keep this list/ }));
    await waitFor(() => expect(within(list).getByText('Nothing is kept.')).toBeTruthy());
  });
});

describe('keys', () => {
  const row = (label: RegExp) => screen.getByRole('button', { name: label });

  it('are changed by a press, used at once, and given back', async () => {
    const { user, session } = open();
    await user.keyboard('?');
    await waitFor(() => screen.getByRole('region', { name: 'Keys' }));
    await user.click(row(/F2: change the keys of “My mind is blank/));
    await user.keyboard('{F8}');
    await waitFor(() => expect(row(/F8: change the keys/)).toBeTruthy());
    await user.keyboard('{F8}');
    await waitFor(() => expect(session.rescue.value?.kind).toBe('blank'));
    await user.keyboard('{Escape}');
    await user.click(await waitFor(() => row(/Usual keys for “My mind is blank/)));
    await waitFor(() => expect(row(/F2: change the keys/)).toBeTruthy());
  });

  it('that can’t be taken are refused with a reason, and Esc leaves things as they are', async () => {
    const { user, session } = open();
    await user.keyboard('?');
    await waitFor(() => screen.getByRole('region', { name: 'Keys' }));
    await user.click(row(/F2: change the keys/));
    await user.keyboard('{Enter}');
    await waitFor(() => expect(screen.getByText(/taken: “Start the countdown/)).toBeTruthy());
    await user.keyboard('{Escape}');
    await waitFor(() => expect(row(/F2: change the keys/)).toBeTruthy());
    expect([session.sheet.value, session.settings.state.value.keys]).toEqual(['help', {}]);
  });
});

describe('settings', () => {
  it('are one key away and take effect at once', async () => {
    const { user, session } = open();
    await user.keyboard('{Alt>}p{/Alt}');
    const sheet = await waitFor(() => screen.getByRole('region', { name: 'Settings' }));
    await user.click(within(sheet).getByRole('radio', { name: '130 %' }));
    await user.click(within(sheet).getByRole('checkbox', { name: /Start the clock/ }));
    expect(session.settings.state.value).toMatchObject({ textSize: 1.3, startsOnPick: true });
  });
});

it('offers what can be done about a notice, and takes it away for good', async () => {
  const acts: string[] = [];
  const { user } = open({
    notices: [
      {
        text: 'No key.',
        act: { label: 'Choose keys…', run: () => acts.push('choose') },
        dismiss: () => acts.push('dismiss'),
      },
    ],
  });
  await user.click(screen.getByRole('button', { name: 'Choose keys…' }));
  await user.click(screen.getByRole('button', { name: 'Don’t say this again' }));
  expect(acts).toEqual(['choose', 'dismiss']);
});
