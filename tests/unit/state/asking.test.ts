import { beforeEach, describe, expect, it } from 'vitest';
import { isOtherQuestion, NOTED_AFTER_MILLISECONDS } from '../../../state/asking.ts';
import type { SessionModel } from '../../../state/session.ts';
import { buildSession, handClock, stateWith } from '../../fixtures/session.ts';

let clock: ReturnType<typeof handClock>;
let session: SessionModel;

beforeEach(() => {
  clock = handClock();
  session = buildSession({ clock });
});

const asked = () =>
  session.asked.entries.value.map(({ question, storyId, spoken }) => [question, storyId, spoken]);

describe('the list of what was asked', () => {
  it('has nothing of what is still being typed', () => {
    session.ask('fo');
    session.ask('fog');
    expect(asked()).toEqual([]);
  });

  it('has a question that led to a story, once it stands or is acted on', () => {
    session.ask('fog');
    clock.pass(NOTED_AFTER_MILLISECONDS);
    expect(asked()).toEqual([['fog', 'calm-fog', 0]]);
    session.escape();
    session.ask('rota');
    session.startOrPause();
    expect(asked()).toEqual([
      ['rota', 'crew-rota', 0],
      ['fog', 'calm-fog', 0],
    ]);
  });

  it('has a question that found none, as a gap', () => {
    session.ask('salary');
    session.escape();
    expect(asked()).toEqual([['salary', null, 0]]);
  });

  it('goes on with the same entry while the same question is typed on or the pick changes', () => {
    session.ask('fo');
    session.startOrPause();
    session.ask('fog');
    session.pickAt(1);
    expect(asked()).toEqual([['fog', 'crew-rota', 0]]);
  });

  it('has the seconds told, from every turn of the clock', () => {
    session.ask('fog');
    session.startOrPause();
    clock.pass(12_000);
    session.startOrPause();
    expect(asked()).toEqual([['fog', 'calm-fog', 12]]);
    session.startOrPause();
    clock.pass(5000);
    session.stopCountdown();
    expect(asked()).toEqual([['fog', 'calm-fog', 17]]);
  });

  it('keeps the seconds of a story whose clock runs on while the next question is asked', () => {
    session.ask('fog');
    session.startOrPause();
    session.escape();
    session.ask('salary');
    clock.pass(20_000);
    session.stopCountdown();
    expect(asked()).toEqual([
      ['salary', null, 0],
      ['fog', 'calm-fog', 20],
    ]);
  });

  it('has a story that was told with nothing typed', () => {
    session.pickAt(0);
    session.startOrPause();
    expect(asked()).toEqual([['', 'calm-fog', 0]]);
  });

  it('begins anew when another question takes the place of the first', () => {
    session.ask('fog at the pier');
    clock.pass(NOTED_AFTER_MILLISECONDS);
    session.ask('r');
    session.ask('rota');
    clock.pass(NOTED_AFTER_MILLISECONDS);
    expect(asked().map(([question]) => question)).toEqual(['rota', 'fog at the pier']);
  });

  it('goes on with its entry after clearing was taken back', () => {
    session.ask('fog');
    session.startOrPause();
    session.escape();
    session.undoClear();
    session.tick(0);
    expect(asked()).toHaveLength(1);
  });

  it('has the seconds of a clock that was turned on another surface', () => {
    session.ask('fog');
    clock.pass(NOTED_AFTER_MILLISECONDS);
    const told = { storyId: 'calm-fog', storyName: 'CALM - Fog at Pier 9', from: 45, to: 60, spent: 0 };
    const shared = stateWith({ query: 'fog', open: 'calm-fog', asked: 'id 1' });
    session.adopt({ ...shared, countdown: { ...told, runningSince: clock.now(), asked: 'id 1' } });
    clock.pass(9000);
    session.adopt(shared);
    expect(asked()).toEqual([['fog', 'calm-fog', 9]]);
  });

  it('has a story whose clock was started on another surface with nothing typed', () => {
    const countdown = { storyId: 'calm-fog', storyName: '', from: 45, to: 60, spent: 0, asked: null };
    session.adopt(
      stateWith({
        pick: 'calm-fog',
        open: 'calm-fog',
        countdown: { ...countdown, runningSince: clock.now() },
      }),
    );
    clock.pass(4000);
    session.stopCountdown();
    expect(asked()).toEqual([['', 'calm-fog', 4]]);
  });

  it('has one entry for a clock that two panels saw start elsewhere', () => {
    const countdown = { storyId: 'calm-fog', storyName: '', from: 45, to: 60, spent: 0, asked: null };
    const shared = stateWith({
      pick: 'calm-fog',
      open: 'calm-fog',
      countdown: { ...countdown, runningSince: 7 },
    });
    const other = buildSession({ clock });
    session.adopt(shared);
    other.adopt(shared);
    const [here, there] = [session, other].map((each) => each.asked.entries.value.map(({ id }) => id));
    expect(here).toEqual(there);
  });

  it('keeps nothing where it is told to', () => {
    session = buildSession({ clock, settings: { keepsAsked: false } });
    session.ask('fog');
    session.startOrPause();
    session.escape();
    expect(asked()).toEqual([]);
  });
});

describe('a question that gives way to another', () => {
  const ask = (text: string, isReplaced = false) => {
    session.ask(text, isReplaced);
    clock.pass(NOTED_AFTER_MILLISECONDS);
  };

  it('stays in the list when everything was selected and typed over, however alike they begin', () => {
    ask('fog at the pier');
    session.ask('f', true);
    ask('fog horn');
    expect(asked().map(([question]) => question)).toEqual(['fog horn', 'fog at the pier']);
  });

  it('stays in the list when most of its words are edited away', () => {
    ask('tell me about a fog that hid the pier');
    ask('tell me about a salary');
    expect(asked().map(([question]) => question)).toEqual([
      'tell me about a salary',
      'tell me about a fog that hid the pier',
    ]);
  });

  it('stays as it was while it is deleted letter by letter', () => {
    ask('rota');
    for (const left of ['rot', 'ro', 'r', '']) session.ask(left);
    ask('fog');
    expect(asked()).toEqual([
      ['fog', 'calm-fog', 0],
      ['rota', 'crew-rota', 0],
    ]);
  });

  it('that was deleted from the list does not come back by itself', () => {
    ask('rota');
    session.asked.removeAll();
    session.escape();
    expect(asked()).toEqual([]);
    session.asked.undo();
    expect(asked()).toHaveLength(1);
  });
});

describe('another question', () => {
  it.each([
    ['', 'c', false],
    ['conf', 'conflict', false],
    ['conflct', 'conflict', false],
    ['conflict', 'conflic', false],
    ['tell me about a conflict', 'tell me about a', false],
    ['conflict', '', true],
    ['conflict', 't', true],
    ['tell me about a conflict', 'why us?', true],
    ['conflict with a lead', 'c', false],
  ])('%j, then %j: %s', (before, after, expected) => {
    expect(isOtherQuestion(before, after)).toBe(expected);
  });
});
