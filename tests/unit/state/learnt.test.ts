import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { LearntPair } from '../../../matching/types.ts';
import { isTaught, Learnt, type LearntModel } from '../../../state/learnt.ts';
import { understand } from '../../../storage/item.ts';
import { learntItem } from '../../../storage/learnt-item.ts';
import { harbour } from '../../fixtures/harbour.ts';

const [fog, rota] = harbour.stories;
if (fog === undefined || rota === undefined) throw new Error('the fixture has stories');

let saves: (readonly LearntPair[])[];
let learnt: LearntModel;
beforeEach(() => {
  saves = [];
  learnt = new Learnt({ saved: [], save: (pairs) => saves.push(pairs) });
});
const told = () => learnt.pairs.value.map((pair) => `${pair.question} -> ${pair.storyId}`);

describe('what was taught', () => {
  it('is a question and a story, newest first, and saved', () => {
    learnt.teach('  A time it got dark? ', fog);
    learnt.teach('Who sleeps when?', rota);
    expect(told()).toEqual(['Who sleeps when? -> crew-rota', 'A time it got dark? -> calm-fog']);
    expect(saves.at(-1)).toEqual(learnt.pairs.value);
  });

  it('holds one answer a question, the last one', () => {
    learnt.teach('A time it got dark?', fog);
    learnt.teach('a time  it got DARK?', rota);
    expect(told()).toEqual(['a time  it got DARK? -> crew-rota']);
  });

  it('takes no empty question', () => {
    learnt.teach('   ', fog);
    expect([told(), saves]).toEqual([[], []]);
  });

  it('knows a question again whatever its case and spaces', () => {
    learnt.teach('Dark?', fog);
    expect([
      isTaught(learnt.pairs.value, ' dark? ', fog),
      isTaught(learnt.pairs.value, 'dark?', rota),
    ]).toEqual([true, false]);
  });

  it('can be reworded, pointed elsewhere and forgotten', () => {
    learnt.teach('Dark?', fog);
    learnt.reword(0, 'Fog?');
    learnt.redirect(0, rota);
    expect(told()).toEqual(['Fog? -> crew-rota']);
    learnt.forget(0);
    expect(told()).toEqual([]);
  });

  it('keeps one answer a question also when one is reworded into another', () => {
    learnt.teach('Dark?', fog);
    learnt.teach('Fog?', rota);
    learnt.reword(0, 'dark?');
    expect(told()).toEqual(['dark? -> crew-rota']);
  });

  it('is forgotten by its question', () => {
    learnt.teach('Dark?', fog);
    learnt.teach('Fog?', rota);
    learnt.unteach('dark?');
    expect(told()).toEqual(['Fog? -> crew-rota']);
  });

  it('lets the last change be taken back, once', () => {
    learnt.teach('Dark?', fog);
    learnt.forget(0);
    learnt.undo();
    expect([told(), learnt.canUndo.value]).toEqual([['Dark? -> calm-fog'], false]);
    learnt.undo();
    expect(told()).toEqual(['Dark? -> calm-fog']);
  });

  it('survives being stored, whatever was asked', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (questions) => {
        for (const question of questions) learnt.teach(question, fog);
        const stored = { pairs: learnt.pairs.value, writer: 'me', version: 1 };
        expect(understand(learntItem, stored)).toEqual({ pairs: learnt.pairs.value, writer: 'me' });
      }),
    );
  });

  it('is unreadable when any pair is damaged, so that none is lost unseen', () => {
    expect(understand(learntItem, { version: 1, pairs: [{ question: 1 }], writer: '' })).toBeUndefined();
  });
});
