import { beforeEach, describe, expect, it } from 'vitest';
import { pause, start } from '../../../practice/countdown.ts';
import { createBadge } from '../../../state/badge.ts';

const NOON = Date.UTC(2026, 0, 1, 12);
const countdown = start({ id: 'a', name: 'CALM - Fog', from: 60, to: 60 }, NOON);

let now = NOON;
let timer: (() => void) | undefined;
let shown: string[] = [];
const make = () =>
  createBadge({
    clock: {
      now: () => now,
      after: (_, act) => {
        timer = act;
        return () => {
          timer = undefined;
        };
      },
    },
    face: { show: async (text, tone, title) => void shown.push(`${text}|${tone}|${title}`) },
  });

beforeEach(() => {
  now = NOON;
  timer = undefined;
  shown = [];
});

describe('the badge', () => {
  it('shows the seconds left while no panel is open, and winds itself', async () => {
    const badge = make();
    now = NOON + 20_000;
    await badge.countdownIs(countdown);
    now = NOON + 55_000;
    timer?.();
    expect(shown).toEqual(['40|calm|CALM - Fog', '5|ending|CALM - Fog']);
  });

  it('is empty while a panel is open, and back when the last one closes', async () => {
    const badge = make();
    await badge.countdownIs(countdown);
    await badge.panelOpened();
    await badge.panelOpened();
    await badge.panelClosed();
    await badge.panelClosed();
    expect(shown.map((text) => text.split('|')[0])).toEqual(['60', '', '', '', '60']);
  });

  it('is wound by nothing while a panel is open, and hears nothing new in the same countdown', async () => {
    const badge = make();
    await badge.countdownIs(countdown);
    await badge.panelOpened();
    expect(timer).toBeUndefined();
    await badge.countdownIs({ ...countdown });
    expect(shown).toHaveLength(2);
  });

  it('forgets a countdown that nobody can still be telling', async () => {
    const badge = make();
    now = NOON + 24 * 3_600_000;
    await badge.countdownIs(countdown);
    expect([shown.at(-1), timer]).toEqual(['|calm|', undefined]);
  });

  it('rests while paused and goes away when the countdown is stopped', async () => {
    const badge = make();
    await badge.countdownIs(pause(countdown, NOON + 10_000));
    expect([shown.at(-1), timer]).toEqual(['50|calm|CALM - Fog', undefined]);
    await badge.countdownIs(null);
    expect(shown.at(-1)).toBe('|calm|');
  });
});
