import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  badge,
  type Countdown,
  clockText,
  figure,
  isForgotten,
  pause,
  read,
  reset,
  resume,
  spentAt,
  start,
  words,
} from '../../../practice/countdown.ts';

const NOON = Date.UTC(2026, 0, 1, 12);
const story = { id: 'risk', name: 'RISK - Rota', from: 45, to: 60 };
const readAfter = (seconds: number, countdown: Countdown = start(story, NOON)) =>
  read(countdown, NOON + seconds * 1000);

describe('a countdown', () => {
  it('begins with the whole target left', () => {
    expect(readAfter(0)).toEqual({
      elapsed: 0,
      left: 60,
      over: 0,
      phase: 'telling',
      paused: false,
      share: 0,
      nextChange: 1000,
    });
  });

  it('changes its tone under ten seconds, not at ten', () => {
    expect([readAfter(50).phase, readAfter(51).phase]).toEqual(['telling', 'ending']);
  });

  it('is not over at the very target, and is a second later', () => {
    expect([figure(readAfter(60)), readAfter(60).phase]).toEqual(['0:00', 'ending']);
    expect([figure(readAfter(61)), readAfter(61).phase]).toEqual(['+0:01', 'over']);
  });

  it('counts up past the target', () => {
    expect([figure(readAfter(67)), words(readAfter(67), story)]).toEqual(['+0:07', 'over: land it']);
  });

  it('says in words what the tone says', () => {
    const said = [10, 46, 55, 61].map((seconds) => words(readAfter(seconds), story));
    expect(said).toEqual(['left of 1:00', 'left: you may land', 'left: finish', 'over: land it']);
    expect(words(readAfter(46), { from: 60, to: 60 })).toBe('left of 1:00');
    expect(words(read(pause(start(story, NOON), NOON), NOON), story)).toBe('left, paused');
  });

  it('stands still while paused, however long', () => {
    const paused = pause(start(story, NOON), NOON + 20_000);
    expect(read(paused, NOON + 9_999_000)).toMatchObject({ left: 40, paused: true, nextChange: Infinity });
  });

  it('goes on from where it was paused', () => {
    const resumed = resume(pause(start(story, NOON), NOON + 20_000), NOON + 100_000);
    expect(read(resumed, NOON + 105_000).left).toBe(35);
  });

  it('is not disturbed by a second pause or a second resume', () => {
    const paused = pause(start(story, NOON), NOON + 20_000);
    expect(pause(paused, NOON + 50_000)).toEqual(paused);
    const running = start(story, NOON);
    expect(resume(running, NOON + 50_000)).toBe(running);
  });

  it('goes back to the full target and keeps running, or stays paused', () => {
    expect(read(reset(start(story, NOON), NOON + 30_000), NOON + 31_000).left).toBe(59);
    const paused = pause(start(story, NOON), NOON + 20_000);
    expect(read(reset(paused, NOON + 30_000), NOON + 90_000)).toMatchObject({ left: 60, paused: true });
  });

  it('takes a clock that was set back for no time at all', () => {
    expect(readAfter(-3600).left).toBe(60);
  });

  it('survives being stored as JSON', () => {
    const countdown = start(story, NOON);
    expect(JSON.parse(JSON.stringify(countdown))).toEqual(countdown);
  });

  it('is forgotten half an hour past its target, and never while paused', () => {
    const running = start(story, NOON);
    expect([isForgotten(running, NOON + 1_859_000), isForgotten(running, NOON + 1_861_000)]).toEqual([
      false,
      true,
    ]);
    expect(isForgotten(pause(running, NOON + 9_000_000), NOON + 99_000_000)).toBe(false);
  });

  it('fits a badge of four characters', () => {
    expect([badge(readAfter(22)), badge(readAfter(67)), badge(readAfter(9999))]).toEqual(['38', '+7', '+99']);
  });

  it('writes more than an hour in minutes', () => {
    expect([clockText(5), clockText(67), clockText(4500)]).toEqual(['0:05', '1:07', '75:00']);
  });
});

describe('for any course of events', () => {
  const act = fc.record({
    what: fc.constantFrom('pause', 'resume', 'wait'),
    milliseconds: fc.nat({ max: 600_000 }),
  });

  it('is a function of its start and now: time told is the time it ran', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
        let countdown = start(story, NOON);
        let now = NOON;
        let ran = 0;
        for (const { what, milliseconds } of acts) {
          if (countdown.runningSince !== null) ran += milliseconds;
          now += milliseconds;
          if (what === 'pause') countdown = pause(countdown, now);
          if (what === 'resume') countdown = resume(countdown, now);
        }
        expect(spentAt(countdown, now)).toBe(ran);
      }),
    );
  });

  it('tells truly when its figure changes next', () => {
    fc.assert(
      fc.property(fc.nat({ max: 200_000 }), (milliseconds) => {
        const countdown = start(story, NOON);
        const now = NOON + milliseconds;
        const { nextChange } = read(countdown, now);
        expect(figure(read(countdown, now + nextChange - 1))).toBe(figure(read(countdown, now)));
        expect(read(countdown, now + nextChange).elapsed).toBe(read(countdown, now).elapsed + 1);
      }),
    );
  });
});
