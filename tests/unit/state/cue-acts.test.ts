import { describe, expect, it } from 'vitest';
import { afterAct, isCueAct } from '../../../state/cue-acts.ts';
import { harbour } from '../../fixtures/harbour.ts';
import { stateWith } from '../../fixtures/session.ts';

const NOW = 50_000;
const fog = stateWith({ open: 'calm-fog' });
const outcome = (act: Parameters<typeof afterAct>[0], state = fog) => afterAct(act, state, harbour, NOW);

describe('acts beside the camera', () => {
  it('go on from the hook to each point, and stop at the last', () => {
    let state = fog;
    const said: unknown[] = [];
    for (let press = 0; press < 5; press++) {
      state = { ...state, ...outcome('next-point', state) };
      said.push(state.said?.points);
    }
    expect(said).toEqual([[], [0], [0, 1], [0, 1, 2], [0, 1, 2]]);
  });

  it('turn the hooks round and round, where there are several', () => {
    expect(outcome('next-hook')).toEqual({ hook: 1 });
    expect(outcome('next-hook', { ...fog, hook: 1 })).toEqual({ hook: 0 });
    expect(outcome('next-hook', stateWith({ open: 'crew-rota' }))).toEqual({});
  });

  it('start the open story’s clock, pause it and go on, and keep which question it answers', () => {
    const started = { ...fog, asked: 'q1', ...outcome('pause', { ...fog, asked: 'q1' }) };
    expect(started.countdown).toMatchObject({
      storyId: 'calm-fog',
      from: 45,
      to: 60,
      asked: 'q1',
      runningSince: NOW,
    });
    const paused = { ...started, ...afterAct('pause', started, harbour, NOW + 7000) };
    expect(paused.countdown).toMatchObject({ spent: 7000, runningSince: null });
    expect(afterAct('pause', paused, harbour, NOW + 9000).countdown).toMatchObject({
      spent: 7000,
      runningSince: NOW + 9000,
    });
  });

  it('start a clock anew that was forgotten hours ago', () => {
    const forgotten = {
      storyId: 'calm-fog',
      storyName: '',
      from: 45,
      to: 60,
      spent: 0,
      asked: null,
      runningSince: 0,
    };
    const state = { ...fog, countdown: forgotten };
    expect(afterAct('pause', state, harbour, 4 * 3_600_000).countdown).toMatchObject({
      runningSince: 4 * 3_600_000,
      spent: 0,
    });
  });

  it('pause the story that is told, not the one that is open', () => {
    const { countdown } = { countdown: null, ...outcome('pause') };
    const other = stateWith({ open: 'crew-rota', countdown });
    expect(outcome('pause', other).countdown).toMatchObject({ storyId: 'calm-fog', runningSince: null });
  });

  it('tick points by number, and take the tick back', () => {
    const ticked = outcome('tick-2');
    expect(ticked).toEqual({ said: { storyId: 'calm-fog', points: [1] } });
    expect(outcome('tick-2', { ...fog, ...ticked })).toEqual({ said: { storyId: 'calm-fog', points: [] } });
    expect(outcome('tick-9')).toEqual({ said: null });
  });

  it('bring a rescue and its next line; anything else but the clock brings back what lies below, unchanged', () => {
    const blank = { ...fog, ...outcome('blank') };
    expect(blank.rescue).toEqual({ kind: 'blank', step: 0 });
    expect(outcome('blank', blank)).toEqual({ rescue: { kind: 'blank', step: 1 } });
    for (const act of ['next-point', 'next-hook', 'back', 'tick-1'] as const)
      expect(outcome(act, blank)).toEqual({ rescue: null });
    expect(Object.keys(outcome('pause', blank))).toEqual(['countdown']);
  });

  it('mean nothing while no story is open', () => {
    for (const act of ['next-point', 'next-hook', 'pause', 'back', 'tick-1'] as const)
      expect(outcome(act, stateWith({}))).toEqual({});
    expect(outcome('next-point', stateWith({ open: 'gone' }))).toEqual({});
  });

  it('are told from other texts', () => {
    expect(['next-point', 'next-hook', 'pause', 'blank', 'back', 'tick-1', 'tick-9'].every(isCueAct)).toBe(
      true,
    );
    for (const other of ['', 'tick-0', 'tick-10', 'tick-1x', '_execute_action', 'constructor', 7, null, {}])
      expect(isCueAct(other)).toBe(false);
  });
});
