import { beforeEach, describe, expect, it } from 'vitest';
import type { SessionModel } from '../../../state/session.ts';
import { QUIET_MILLISECONDS } from '../../../state/settling.ts';
import { harbour } from '../../fixtures/harbour.ts';
import { buildSession, handClock } from '../../fixtures/session.ts';

let clock: ReturnType<typeof handClock>;
let session: SessionModel;

beforeEach(() => {
  clock = handClock();
  session = buildSession({ clock });
});

const openId = () => session.open.value?.id;

describe('the open story while typing goes on', () => {
  it('is there with the first answer', () => {
    session.ask('fog');
    expect(openId()).toBe('calm-fog');
  });

  it('stays while another one comes to the front for a letter', () => {
    session.ask('fog');
    session.ask('rota');
    expect([openId(), session.rows.value[0]?.story.id]).toEqual(['calm-fog', 'crew-rota']);
    session.ask('fog');
    clock.pass(1000);
    expect(openId()).toBe('calm-fog');
  });

  it('gives way when two letters in a row agree', () => {
    session.ask('fog');
    session.ask('rot');
    session.ask('rota');
    expect(openId()).toBe('crew-rota');
  });

  it('gives way when typing rests', () => {
    session.ask('fog');
    session.ask('rota');
    clock.pass(QUIET_MILLISECONDS);
    expect(openId()).toBe('crew-rota');
  });

  it('gives way to what the list shows as soon as the user acts on it', () => {
    session.ask('fog');
    session.ask('rota');
    session.startOrPause();
    expect([openId(), session.countdown.value?.storyId]).toEqual(['crew-rota', 'crew-rota']);
  });

  it('closes at once when the question is gone', () => {
    session.ask('fog');
    session.ask('');
    expect(openId()).toBeUndefined();
  });
});

describe('saying points off', () => {
  beforeEach(() => session.ask('fog'));

  it('counts from the first, and knows which is next', () => {
    session.tick(0);
    session.tick(1);
    expect([session.said.value, session.next.value]).toEqual([[0, 1], 2]);
    session.tick(0);
    expect([session.said.value, session.next.value]).toEqual([[1], 0]);
  });

  it('is of one story: another one has its own, and a look at it loses nothing', () => {
    session.tick(0);
    session.move(1);
    expect(session.said.value).toEqual([]);
    session.move(-1);
    expect(session.said.value).toEqual([0]);
  });

  it('is over with the next question, unless the same story is still open', () => {
    session.tick(0);
    session.ask('pier');
    expect(session.said.value).toEqual([0]);
    session.ask('rot');
    session.ask('rota');
    session.ask('fo');
    session.ask('fog');
    expect([openId(), session.said.value]).toEqual(['calm-fog', []]);
  });

  it('stays while the clock of its story is there, whatever is asked or cleared meanwhile', () => {
    session.startOrPause();
    session.tick(0);
    session.ask('salary');
    clock.pass(1000);
    session.escape();
    session.ask('fog');
    expect([openId(), session.said.value]).toEqual(['calm-fog', [0]]);
  });

  it('stays while another guide is looked at', () => {
    session.tick(0);
    session.useGuide({ ...harbour, stories: [] });
    session.useGuide(harbour);
    expect([openId(), session.said.value]).toEqual(['calm-fog', [0]]);
  });

  it('is over when the question is cleared, and comes back with it', () => {
    session.tick(1);
    session.escape();
    session.undoClear();
    expect(session.said.value).toEqual([1]);
  });

  it('goes along when the guide is edited', () => {
    session.tick(1);
    const [calm, ...others] = harbour.stories;
    if (calm === undefined) throw new Error('no story');
    const first = { label: 'New', text: 'first', lines: { start: 19, end: 19 } };
    session.followGuide({ ...harbour, stories: [{ ...calm, points: [first, ...calm.points] }, ...others] });
    expect([openId(), session.said.value]).toEqual(['calm-fog', [2]]);
  });

  it('makes digits belong to the points', () => {
    expect(session.isSettled.value).toBe(false);
    session.tick(0);
    expect(session.isSettled.value).toBe(true);
  });
});

describe('a digit right behind a word', () => {
  beforeEach(() => session.ask('fog'));

  it('ticks', () => {
    session.tickByDigit(1);
    clock.pass(2000);
    session.ask('fog ');
    expect([session.said.value, session.query.value]).toEqual([[1], 'fog ']);
  });

  it('goes into the word when typing goes on at once', () => {
    session.tickByDigit(1);
    session.tickByDigit(2);
    session.ask('fogs');
    expect([session.said.value, session.query.value]).toEqual([[], 'fog23s']);
    expect(session.isSettled.value).toBe(false);
  });

  it('stays a tick when something else than a letter follows', () => {
    session.tickByDigit(1);
    session.ask('fo');
    expect([session.said.value, session.query.value]).toEqual([[1], 'fo']);
  });
});

describe('the pace', () => {
  it('is told once the clock runs and something was said', () => {
    session.ask('fog');
    expect(session.pace.value).toMatchObject({ due: undefined, word: undefined, mayLand: 0.75 });
    session.startOrPause();
    expect(session.pace.value).toMatchObject({ due: 0, word: undefined });
    session.tick(0);
    clock.pass(55_000);
    expect(session.pace.value).toMatchObject({ due: 2, word: 'behind' });
  });
});

describe('time told by mistake', () => {
  beforeEach(() => {
    session.ask('fog');
    session.startOrPause();
    clock.pass(14_000);
  });

  it('comes off ten seconds at a time, never below nothing', () => {
    session.takeTimeOff();
    expect(session.time.value.figure).toBe('0:56');
    session.takeTimeOff();
    expect(session.time.value.figure).toBe('1:00');
  });

  it('comes off a paused clock too, which stays paused', () => {
    session.startOrPause();
    session.takeTimeOff();
    clock.pass(5000);
    expect(session.time.value).toMatchObject({ figure: '0:56', isPaused: true });
  });

  it('comes off again and again, and comes back at once', () => {
    for (let times = 0; times < 4; times++) session.takeTimeOff();
    session.undoTime();
    expect(session.time.value.figure).toBe('0:46');
  });

  it('comes back without the pauses made since', () => {
    session.takeTimeOff();
    session.startOrPause();
    clock.pass(60_000);
    session.startOrPause();
    session.undoTime();
    expect(session.time.value.figure).toBe('0:46');
  });

  it('for half an hour and more was forgotten, not told', () => {
    clock.pass(31 * 60_000);
    expect(session.countdown.value).toBeNull();
  });

  it.each([
    ['takeTimeOff', '0:46'],
    ['resetCountdown', '0:46'],
    ['stopCountdown', '0:46'],
  ] as const)('%s can be taken back, the time since included', (act, figure) => {
    session[act]();
    expect(session.canUndoTime.value).toBe(true);
    session.undoTime();
    expect([session.time.value.figure, session.canUndoTime.value]).toEqual([figure, false]);
  });
});

describe('picking with “start on picking”', () => {
  beforeEach(() => {
    session = buildSession({ clock, settings: { startsOnPick: true } });
  });

  it('starts the clock by number, not by going through the list', () => {
    session.move(1);
    expect(session.countdown.value).toBeNull();
    session.pickAt(1);
    expect(session.countdown.value?.storyId).toBe('crew-rota');
  });

  it('goes on with the clock of a story that is told already', () => {
    session.pickAt(0);
    clock.pass(5000);
    session.pickAt(0);
    expect(session.time.value.figure).toBe('0:55');
  });
});

describe('a rescue', () => {
  beforeEach(() => {
    session.ask('fog');
    session.startOrPause();
    session.toggleScript();
  });

  it('goes on with each press, and Esc goes back to exactly where one was', () => {
    session.help('blank');
    session.help('blank');
    expect(session.rescueLines.value[session.rescueAt.value]?.text).toBe('berthed 12 minutes early');
    session.escape();
    expect([session.rescue.value, session.scriptOpen.value, openId()]).toEqual([null, true, 'calm-fog']);
    expect(session.countdown.value?.storyId).toBe('calm-fog');
  });

  it('speaks of the story that is being told, not of the one looked at', () => {
    session.pickAt(1);
    expect(session.present.value?.id).toBe('calm-fog');
  });

  it('shows any of its lines at a click', () => {
    session.help('blank');
    session.showRescueLine(2);
    expect(session.rescueLines.value[session.rescueAt.value]?.label).toBe('Land on');
  });
});
