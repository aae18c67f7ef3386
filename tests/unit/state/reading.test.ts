import { expect, it } from 'vitest';
import type { Guide } from '../../../guide/types.ts';
import { Reading } from '../../../state/reading.ts';
import { buildGuide } from '../../fixtures/build-guide.ts';

it('reads one text at a time, always the latest, and only when the typing rests', async () => {
  const asked: string[] = [];
  const answers: ((guide: Guide) => void)[] = [];
  const timers: (() => void)[] = [];
  const reading = new Reading({
    parse: (text) => {
      asked.push(text);
      return new Promise((answer) => answers.push(answer));
    },
    clock: {
      after: (_, act) => {
        timers.push(act);
        return () => timers.splice(timers.indexOf(act), 1);
      },
    },
  });
  const settle = () => new Promise((done) => setTimeout(done));

  reading.put('one');
  expect(asked).toEqual(['one']);
  answers[0]?.(buildGuide({ title: 'one' }));
  await settle();
  expect(reading.guide.value?.title).toBe('one');

  for (const text of ['two', 'three', 'four']) reading.put(text);
  expect([asked, timers.length]).toEqual([['one'], 1]);
  timers[0]?.();
  reading.put('five', true);
  expect(asked).toEqual(['one', 'four']);
  // What another text said never stands beside this one.
  expect(reading.guide.value).toBeUndefined();
  answers[1]?.(buildGuide({ title: 'four' }));
  await settle();
  expect(reading.guide.value).toBeUndefined();
  expect(asked).toEqual(['one', 'four', 'five']);
  expect(reading.isBehind.value).toBe(true);
  answers[2]?.(buildGuide({ title: 'five' }));
  await settle();
  expect([reading.guide.value?.title, reading.isBehind.value]).toEqual(['five', false]);
});

it('says when reading fails, and keeps what was read before', async () => {
  let isBroken = false;
  let timer = () => {};
  const reading = new Reading({
    parse: async () => {
      if (isBroken) throw new Error('worker gone');
      return buildGuide({ title: 'fine' });
    },
    clock: {
      after: (_, act) => {
        timer = act;
        return () => {};
      },
    },
  });
  reading.put('a');
  await new Promise((done) => setTimeout(done));
  isBroken = true;
  reading.put('b');
  timer();
  await new Promise((done) => setTimeout(done));
  expect(reading.guide.value?.title).toBe('fine');
  expect(reading.trouble.value).toContain('worker gone');
});
