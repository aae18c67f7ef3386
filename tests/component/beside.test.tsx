import { cleanup, render, screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { actOf, createCueCard, VISIBLE } from '../../components/beside/cue-card.ts';
import { BesideButton, BesideCamera, OverlaySheet } from '../../components/OverlaySheet.tsx';
import { FIRST_LOOK } from '../../state/card-look.ts';
import type { CardCue } from '../../state/cue-card.ts';
import { fakeBrowser } from '../fixtures/beside.ts';

afterEach(() => {
  cleanup();
  document.body.replaceChildren();
});

const CUE: CardCue = {
  kind: 'point',
  label: 'Result',
  text: 'berthed 12 minutes early',
  number: '12 minutes early',
  said: 1,
  points: 3,
  clock: { from: 45, to: 60, runningSince: 1000, spent: 0 },
};

function card(isOnPage = true) {
  const clock = { now: 1000 };
  const made = createCueCard({ document, now: () => clock.now, isOnPage });
  document.body.append(made.element);
  const text = (name: string) => made.element.querySelector(`.${name}`)?.textContent;
  return { ...made, clock, text };
}

describe('the card', () => {
  it('shows the line, the number, how many points are said and the time', () => {
    const { show, clock, tick, text, element } = card();
    show(CUE);
    expect(['label', 'line', 'number', 'said', 'figure', 'words'].map(text)).toEqual([
      'Result',
      'berthed 12 minutes early',
      '12 minutes early',
      '1 of 3',
      '1:00',
      'left of 1:00',
    ]);
    clock.now += 46_500;
    expect(tick()).toBe(500);
    expect([text('figure'), text('words')]).toEqual(['0:14', 'left: you may land']);
    clock.now += 20_000;
    tick();
    expect([text('figure'), text('words'), element.dataset.phase]).toEqual([
      '+0:06',
      'over: land it',
      'over',
    ]);
    expect(screen.getByRole('timer').textContent).toBe('+0:06over: land it');
  });

  it('says what the clock’s button does, and waits for nothing while paused', () => {
    const { show, tick, text } = card();
    show({ ...CUE, clock: null });
    expect([text('pause'), text('figure')]).toEqual(['Start', '']);
    show(CUE);
    expect(text('pause')).toBe('Pause');
    show({ ...CUE, clock: { from: 45, to: 60, runningSince: null, spent: 7000 } });
    expect([text('pause'), text('words'), tick()]).toEqual([
      'Go on',
      'left, paused',
      Number.POSITIVE_INFINITY,
    ]);
  });

  it('says so while no story is open, and always what is true of it', () => {
    const { show, text, look, element } = card();
    show(null);
    expect(text('line')).toBe('No story is open. Type in the side panel.');
    expect(text('visible')).toBe(VISIBLE);
    look({ ...FIRST_LOOK, isCollapsed: true });
    expect([element.title, text('figure')]).toEqual([VISIBLE, '–:––']);
  });

  it('takes any text as text, in its own direction', () => {
    const { show, element } = card();
    show({ ...CUE, label: '<b>x</b>', text: '<img src=x onerror=alert(1)>', number: '‏٥٠٪' });
    expect(element.querySelector('img, b.x, .label b')).toBeNull();
    for (const name of ['label', 'line', 'number'])
      expect(element.querySelector<HTMLElement>(`.${name}`)?.dir).toBe('auto');
  });

  it('gives its buttons names and, on a page, takes no focus; in a window its look is the window’s', () => {
    card();
    const buttons = screen.getAllByRole('button');
    expect(buttons.every((button) => button.tabIndex === -1)).toBe(true);
    expect(actOf(screen.getByRole('button', { name: 'More transparent' }))).toBe('fade');
    document.body.replaceChildren();
    card(false);
    const names = screen.getAllByRole('button').map((button) => button.getAttribute('aria-label'));
    expect(names).toEqual([
      'Said: next point',
      'Next opening hook',
      'Start, pause or go on',
      'My mind is blank',
    ]);
    expect(screen.getAllByRole('button').every((button) => button.tabIndex === 0)).toBe(true);
    expect(actOf(null)).toBeUndefined();
  });
});

describe('the sheet', () => {
  function sheet(...given: Parameters<typeof fakeBrowser>) {
    const fake = fakeBrowser(...given);
    fake.beside.start();
    render(
      <BesideCamera.Provider value={fake.beside}>
        <OverlaySheet />
      </BesideCamera.Provider>,
    );
    return { ...fake, user: userEvent.setup() };
  }

  it('has the six sites as switches that show what is so, not what was pressed', async () => {
    const { user, world } = sheet();
    const boxes = await screen.findAllByRole('checkbox');
    expect(boxes.map((box) => box.closest('label')?.textContent?.trim())).toEqual([
      'Google Meet',
      'Zoom',
      'Microsoft Teams',
      'Webex',
      'Jitsi Meet',
      'Whereby',
    ]);
    world.answer = false;
    const meet = screen.getByRole<HTMLInputElement>('checkbox', { name: 'Google Meet' });
    await user.click(meet);
    await screen.findByText('Without access to Google Meet the card stays off there.');
    expect(meet.checked).toBe(false);
    world.answer = true;
    await user.click(meet);
    await vi.waitFor(() => expect(meet.checked).toBe(true));
    await user.click(meet);
    await screen.findByText('The card is off on Google Meet, and Hookline has no access to it any more.');
    await vi.waitFor(() => expect(meet.checked).toBe(false));
  });

  it('adds a site by its address, says what is wrong with one, and removes it', async () => {
    const { user } = sheet();
    const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'Another site, by its address' });
    await user.type(field, 'ftp://calls.example.com{Enter}');
    expect((await screen.findByRole('status')).textContent).toContain('begins with https://');
    expect(field.value).toBe('ftp://calls.example.com');
    await user.clear(field);
    await user.type(field, 'https://calls.example.com/room/7{Enter}');
    const own = await screen.findByRole<HTMLInputElement>('checkbox', { name: 'calls.example.com' });
    await vi.waitFor(() => expect([own.checked, field.value]).toEqual([true, '']));
    await user.click(screen.getByRole('button', { name: 'Remove calls.example.com' }));
    await vi.waitFor(() => expect(screen.queryByRole('checkbox', { name: 'calls.example.com' })).toBeNull());
  });

  it('says what is true, and shows the browser’s keys', async () => {
    sheet();
    const region = screen.getByRole('region', { name: 'Beside the camera' });
    expect(region.textContent).toContain(VISIBLE);
    expect(await within(region).findByText('Alt+Shift+J')).not.toBeNull();
    expect(screen.queryByRole('button', { name: 'Bring closed cards back' })).toBeNull();
  });

  it('has a way to it only where there is something beside the camera', () => {
    const open = vi.fn();
    render(<BesideButton open={open} />);
    expect(screen.queryByRole('button')).toBeNull();
  });
});
