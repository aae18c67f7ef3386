import { describe, expect, it, vi } from 'vitest';
import { createCueModel, guideReader } from '../../../state/cue-model.ts';
import { NEW_SESSION, type SessionState } from '../../../state/ports.ts';
import { buildGuide } from '../../fixtures/build-guide.ts';
import { cueInMemory } from '../../fixtures/cue.ts';
import { harbour } from '../../fixtures/harbour.ts';
import { stateWith } from '../../fixtures/session.ts';

describe('the cue of what is stored', () => {
  it('says the same when it is made anew, as after the worker was stopped', async () => {
    const { model, stored } = cueInMemory({ open: 'calm-fog' });
    await model.act('next-point');
    await model.act('next-point');
    const again = cueInMemory(stored.session).model;
    await again.refresh();
    expect(again.present()).toEqual(model.present());
    expect(again.present()).toMatchObject({ kind: 'point', label: 'Result', said: 1, points: 3 });
  });

  it('has nothing of the guide in it but what it shows', async () => {
    const { model } = cueInMemory({ open: 'calm-fog' });
    await model.act('pause');
    expect(Object.keys(model.present() ?? {}).sort()).toEqual([
      'clock',
      'kind',
      'label',
      'number',
      'points',
      'said',
      'text',
    ]);
    expect(Object.keys(model.present()?.clock ?? {}).sort()).toEqual(['from', 'runningSince', 'spent', 'to']);
    const words = JSON.stringify(model.present());
    for (const hidden of ['Nobody raised', 'calm-fog', 'Pier 9', 'The radio', 'Ines'])
      expect(words).not.toContain(hidden);
  });

  it('does presses one after the other, and tells each cue once', async () => {
    const { model, stored } = cueInMemory({ open: 'calm-fog' });
    await model.refresh();
    const told = vi.fn();
    model.watch(told);
    await Promise.all([model.act('next-point'), model.act('next-point'), model.act('next-point')]);
    expect(stored.session.said?.points).toEqual([0, 1]);
    await model.sessionIs(stored.session);
    await model.refresh();
    expect(told.mock.calls.map(([cue]) => cue?.label)).toEqual(['Problem', 'Result', 'Company connection']);
  });

  it('builds an act on what is stored at that moment, not on what it read before', async () => {
    const { model, stored } = cueInMemory({ open: 'calm-fog' });
    await model.refresh();
    // The panel ticks the first point off; this surface has not heard of it yet.
    stored.session = { ...stored.session, said: { storyId: 'calm-fog', points: [0] } };
    await model.act('next-point');
    expect(stored.session.said?.points).toEqual([0, 1]);
  });

  it('never lets a slow reading overwrite a later session', async () => {
    let answer = (_: SessionState) => {};
    const model = createCueModel({
      session: () => new Promise((done) => (answer = done)),
      update: async () => {},
      guide: async () => harbour,
      spare: () => harbour,
      clock: { now: () => 0 },
      onError: () => {},
    });
    const slow = model.refresh();
    await model.sessionIs(stateWith({ open: 'crew-rota' }));
    answer(stateWith({ open: 'calm-fog' }));
    await slow;
    expect(model.present()?.text).toBe('Who sleeps?');
  });

  it('keeps what it showed when an act can’t be stored, and does the next one', async () => {
    const { model, stored, errors } = cueInMemory({ open: 'calm-fog' });
    await model.refresh();
    const before = model.present();
    stored.fails = true;
    await model.act('next-point');
    expect([model.present(), errors.length]).toEqual([before, 1]);
    stored.fails = false;
    await model.act('next-point');
    expect(model.present()).toMatchObject({ label: 'Problem' });
  });

  it('follows the guide, and shows nothing of a story that is not in it', async () => {
    const { model, stored } = cueInMemory({ open: 'calm-fog' });
    await model.refresh();
    stored.guide = buildGuide({ stories: [] });
    await model.refresh();
    expect(model.present()).toBeNull();
    stored.session = NEW_SESSION;
    await model.act('blank');
    expect(model.present()).toMatchObject({ kind: 'rescue', text: 'Breathe out' });
  });
});

describe('reading a guide', () => {
  it('parses a text once for each revision', async () => {
    const parse = vi.fn(() => harbour);
    let key = 'a 1';
    const read = guideReader(async () => ({ key, text: key }), parse);
    await read();
    await read();
    key = 'a 2';
    await read();
    expect(parse.mock.calls).toEqual([['a 1'], ['a 2']]);
  });
});
