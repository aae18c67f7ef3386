import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Thinnable, thin } from '../../../storage/thin.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = 1_700_000_000_000;
const ROOM = { bytes: 1_000_000, count: 1000 };

const whole = (id: string, age: number, bytes = 100): Thinnable => ({
  id,
  at: NOW - age,
  bytes,
  base: null,
  listed: true,
});
const patch = (id: string, base: string, age: number, bytes = 10): Thinnable => ({
  ...whole(id, age, bytes),
  base,
});
const ids = (states: readonly Thinnable[]) => states.filter(({ listed }) => listed).map(({ id }) => id);

/** A history as it comes about: in order, each state whole or a patch on the last whole one. */
const histories = fc
  .array(
    fc.record({
      step: fc.oneof(fc.integer({ min: 0, max: 60_000 }), fc.integer({ min: -DAY, max: 20 * DAY })),
      bytes: fc.integer({ min: 1, max: 5000 }),
      isWhole: fc.boolean(),
    }),
    { maxLength: 80 },
  )
  .map((steps) => {
    let at = NOW - 200 * DAY;
    let base: string | null = null;
    return steps.map(({ step, bytes, isWhole }, index): Thinnable => {
      at += step;
      const id = String(index + 1);
      const state = { id, at, bytes, base: isWhole ? null : base, listed: true };
      if (state.base === null) base = id;
      return state;
    });
  });
const budgets = fc.record({
  bytes: fc.integer({ min: 0, max: 50_000 }),
  count: fc.integer({ min: 1, max: 60 }),
});

describe('thinning', () => {
  it('keeps every state of the last day', () => {
    const states = Array.from({ length: 50 }, (_, at) => whole(String(at), DAY - 1000 - at * 1000));
    expect(thin(states, NOW, ROOM)).toEqual(states);
  });

  it('keeps one an hour for a week, one a day for a month, one a week after', () => {
    const every = (from: number, to: number, step: number) =>
      Array.from({ length: Math.floor((from - to) / step) }, (_, at) => from - at * step);
    const ages = [
      ...every(100 * DAY, 30 * DAY, 6 * HOUR),
      ...every(30 * DAY, 7 * DAY, HOUR),
      ...every(7 * DAY, DAY, HOUR / 6),
    ];
    const kept = thin(
      ages.map((age, at) => whole(String(at), age)),
      NOW,
      ROOM,
    ).map(({ at }) => NOW - at);
    const count = (from: number, to: number) => kept.filter((age) => age < from && age >= to).length;
    expect(count(7 * DAY, DAY)).toBeGreaterThanOrEqual(6 * 24);
    expect(count(7 * DAY, DAY)).toBeLessThanOrEqual(6 * 24 + 2);
    expect(count(30 * DAY, 7 * DAY)).toBeLessThanOrEqual(25);
    expect(count(30 * DAY, 7 * DAY)).toBeGreaterThanOrEqual(22);
    expect(count(100 * DAY, 30 * DAY)).toBeLessThanOrEqual(12);
    expect(count(100 * DAY, 30 * DAY)).toBeGreaterThanOrEqual(9);
  });

  it('keeps a whole state unlisted while others rest on it', () => {
    const states = [whole('1', 3 * DAY), patch('2', '1', 3 * DAY - 1), patch('3', '1', 0)];
    expect(thin(states, NOW, { ...ROOM, count: 1 })).toEqual([{ ...states[0], listed: false }, states[2]]);
  });

  it('makes room by the oldest whole state and all that rests on it', () => {
    const states = [whole('1', 9000), patch('2', '1', 8000), whole('3', 7000), patch('4', '3', 6000)];
    expect(ids(thin(states, NOW, { ...ROOM, bytes: 150 }))).toEqual(['3', '4']);
  });

  it('keeps the newest when it fits, whatever else must go', () => {
    fc.assert(
      fc.property(histories, budgets, (states, budget) => {
        const newest = states.at(-1);
        if (newest === undefined) return;
        const base = states.find(({ id }) => id === newest.base);
        const needed = newest.bytes + (base?.bytes ?? 0);
        expect(ids(thin(states, NOW, budget)).includes(newest.id)).toBe(needed <= budget.bytes);
      }),
    );
  });

  it('never drops the first state while it and the newest fit', () => {
    fc.assert(
      fc.property(histories, budgets, (states, budget) => {
        const [first] = states;
        const newest = states.at(-1);
        if (first === undefined || newest === undefined || budget.count < 2) return;
        const needed = states.filter(({ id }) => [first.id, newest.id, newest.base].includes(id));
        const bytes = needed.reduce((sum, state) => sum + state.bytes, 0);
        if (bytes <= budget.bytes) expect(ids(thin(states, NOW, budget))).toContain(first.id);
      }),
    );
  });

  it('is never over the budget, and leaves nothing to rest on what is gone', () => {
    fc.assert(
      fc.property(histories, budgets, (states, budget) => {
        const kept = thin(states, NOW, budget);
        expect(kept.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(budget.bytes);
        expect(ids(kept).length).toBeLessThanOrEqual(budget.count);
        const there = new Set(kept.map(({ id }) => id));
        for (const { base } of kept) expect(base === null || there.has(base)).toBe(true);
        for (const state of kept.filter(({ listed }) => !listed))
          expect(kept.some(({ base }) => base === state.id)).toBe(true);
      }),
    );
  });

  it('keeps one of a stretch that came twice because the clock was set back', () => {
    const WEEK = 7 * DAY;
    const edge = NOW - (NOW % WEEK) - 10 * WEEK;
    const states = [edge - 2 * WEEK, edge - 5, edge, edge - 1, NOW].map((at, index) =>
      whole(String(index + 1), NOW - at),
    );
    expect(ids(thin(states, NOW, ROOM))).toEqual(['1', '3', '4', '5']);
  });

  it('is settled: the same again, and done twice as done once', () => {
    fc.assert(
      fc.property(histories, budgets, (states, budget) => {
        const once = thin(states, NOW, budget);
        expect(thin(states, NOW, budget)).toEqual(once);
        expect(thin(once, NOW, budget)).toEqual(once);
      }),
    );
  });
});
