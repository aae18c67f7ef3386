import { beforeEach, describe, expect, it } from 'vitest';
import type { SessionState } from '../../../state/ports.ts';
import type { SessionModel } from '../../../state/session.ts';
import { QUIET_MILLISECONDS } from '../../../state/settling.ts';
import { buildGuide } from '../../fixtures/build-guide.ts';
import { harbour } from '../../fixtures/harbour.ts';
import { buildSession, handClock, stateWith } from '../../fixtures/session.ts';

let clock: ReturnType<typeof handClock>;
let saves: Partial<SessionState>[];
let session: SessionModel;

const begin = (saved?: SessionState, guide = harbour): SessionModel =>
  buildSession({ clock, saved, guide, save: (changes) => saves.push(changes) });

beforeEach(() => {
  clock = handClock();
  saves = [];
  session = begin();
});

const openId = () => session.open.value?.id;

describe('asking', () => {
  it('opens nothing before anything is typed, and lists the guide in its own order', () => {
    expect(openId()).toBeUndefined();
    expect(session.listed.value.map((story) => story.id)).toEqual(['calm-fog', 'crew-rota', 'bare']);
  });

  it('opens the first story that answers, with the reason in its row', () => {
    session.ask('rota');
    expect(openId()).toBe('crew-rota');
    expect(session.rows.value[0]).toMatchObject({ name: 'CREW - The night rota', why: 'rota' });
  });

  it('opens none when none answers, and says so', () => {
    session.ask('zzz');
    expect([openId(), session.isUnanswered.value]).toEqual([undefined, true]);
  });

  it('takes only spaces for nothing asked', () => {
    session.ask('   ');
    expect([session.isAsking.value, session.isUnanswered.value]).toEqual([false, false]);
  });

  it('lets the ranking decide again with the next letter after a pick', () => {
    session.ask('fog');
    session.pickAt(2);
    session.ask('rota');
    clock.pass(QUIET_MILLISECONDS);
    expect(openId()).toBe('crew-rota');
  });
});

describe('picking', () => {
  it('goes down and up the list and stops at its ends', () => {
    const seen = [1, 1, 1, 1, -1].map((by) => {
      session.move(by === 1 ? 1 : -1);
      return openId();
    });
    expect(seen).toEqual(['calm-fog', 'crew-rota', 'bare', 'bare', 'crew-rota']);
  });

  it('by a number that no row has does nothing', () => {
    session.pickAt(7);
    expect(openId()).toBeUndefined();
  });

  it('opens a nearest story although none answers', () => {
    session.ask('zzz');
    session.pickAt(0);
    expect([openId(), session.isUnanswered.value]).toEqual(['calm-fog', false]);
  });

  it('closes what lies over the stories', () => {
    session.toggle('help');
    session.help('blank');
    session.pickAt(0);
    expect([session.sheet.value, session.rescue.value]).toEqual(['none', null]);
  });
});

describe('hooks', () => {
  it('go round', () => {
    session.pickAt(0);
    session.nextHook();
    expect(session.hook.value).toBe(1);
    session.nextHook();
    expect(session.hook.value).toBe(0);
  });

  it('begin anew with another story, and the script is shut', () => {
    session.pickAt(0);
    session.nextHook();
    session.toggleScript();
    session.pickAt(1);
    expect([session.hook.value, session.scriptOpen.value]).toEqual([0, false]);
  });

  it('stay where they were when the same story stays open', () => {
    session.ask('fo');
    session.nextHook();
    session.ask('fog');
    expect(session.hook.value).toBe(1);
  });
});

describe('escape', () => {
  it('closes a rescue, a sheet, then the script, then clears the question', () => {
    session.ask('fog');
    session.toggleScript();
    session.toggle('help');
    session.help('thinking');
    session.escape();
    expect([session.rescue.value, session.sheet.value]).toEqual([null, 'help']);
    session.escape();
    expect([session.sheet.value, session.scriptOpen.value]).toEqual(['none', true]);
    session.escape();
    expect([session.scriptOpen.value, session.query.value]).toEqual([false, 'fog']);
    session.escape();
    expect([session.query.value, openId()]).toEqual(['', undefined]);
  });

  it('can be taken back whole: question, pick and hook', () => {
    session.ask('rota');
    session.pickAt(1);
    session.nextHook();
    const before = [openId(), session.hook.value];
    session.escape();
    session.undoClear();
    expect([session.query.value, openId(), session.hook.value]).toEqual(['rota', ...before]);
  });

  it('can’t be taken back over a story that was opened since', () => {
    session.ask('fog');
    session.escape();
    session.pickAt(1);
    session.undoClear();
    expect([session.query.value, openId()]).toEqual(['', 'crew-rota']);
  });

  it('can be taken back until something new is typed', () => {
    session.ask('fog');
    session.escape();
    session.escape();
    expect(session.canUndoClear.value).toBe(true);
    session.undoClear();
    expect(session.query.value).toBe('fog');
    session.escape();
    session.ask('r');
    session.ask('');
    expect(session.canUndoClear.value).toBe(false);
  });

  it('never touches the countdown', () => {
    session.pickAt(0);
    session.startOrPause();
    session.escape();
    expect(session.countdown.value?.storyId).toBe('calm-fog');
  });
});

describe('the countdown', () => {
  it('starts with the open story’s own target', () => {
    session.pickAt(0);
    session.startOrPause();
    expect(session.time.value).toMatchObject({ figure: '1:00', words: 'left of 1:00', phase: 'telling' });
    clock.pass(22_000);
    expect(session.time.value.figure).toBe('0:38');
  });

  it('assumes a minute where the guide gives no time, and says so', () => {
    session.pickAt(2);
    expect(session.time.value).toMatchObject({ figure: '1:00', words: 'assumed' });
  });

  it('pauses and goes on with the same key', () => {
    session.pickAt(0);
    session.startOrPause();
    clock.pass(5000);
    session.startOrPause();
    clock.pass(60_000);
    expect(session.time.value).toMatchObject({ figure: '0:55', isPaused: true });
    session.startOrPause();
    clock.pass(5000);
    expect(session.time.value.figure).toBe('0:50');
  });

  it('starts the other story when another one is open', () => {
    session.pickAt(0);
    session.startOrPause();
    session.pickAt(1);
    expect(session.time.value.storyName).toBe('CALM - Fog at Pier 9');
    session.startOrPause();
    expect(session.countdown.value?.storyId).toBe('crew-rota');
  });

  it('does nothing with no story open and none running', () => {
    session.startOrPause();
    expect(session.countdown.value).toBeNull();
  });

  it('is wound only while it runs', () => {
    session.pickAt(0);
    expect(clock.waiting()).toBe(0);
    session.startOrPause();
    expect(clock.waiting()).toBe(1);
    session.startOrPause();
    expect(clock.waiting()).toBe(0);
    session.stopCountdown();
    expect(session.countdown.value).toBeNull();
  });
});

describe('keeping', () => {
  it('saves each change and nothing at the start', () => {
    expect(saves).toEqual([]);
    session.ask('fog');
    session.nextHook();
    expect(saves).toEqual([
      { query: 'fog', open: 'calm-fog' },
      { hook: 1, asked: 'id 1' },
    ]);
  });

  it('takes up where it was left', () => {
    session.ask('fog');
    session.pickAt(1);
    session.startOrPause();
    clock.pass(3000);
    session = begin(stateWith(Object.assign({}, ...saves)));
    expect([session.query.value, openId(), session.time.value.figure]).toEqual(['fog', 'crew-rota', '0:57']);
  });

  it('takes over what another window did, and does not echo it', () => {
    session.adopt(stateWith({ query: 'fog', open: 'calm-fog', hook: 1 }));
    expect([openId(), session.hook.value, saves]).toEqual(['calm-fog', 1, []]);
  });

  it('keeps question and countdown when the guide changes under it', () => {
    session.ask('fog');
    session.startOrPause();
    session.useGuide(buildGuide({ stories: harbour.stories.slice(1) }));
    expect([session.query.value, session.countdown.value?.storyId]).toEqual(['fog', 'calm-fog']);
  });
});
