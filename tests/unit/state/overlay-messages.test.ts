import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIRST_LOOK } from '../../../state/card-look.ts';
import { fromOverlay } from '../../../state/overlay-messages.ts';

describe('a message of a card', () => {
  it('is taken with the fields that are known, and no others', () => {
    expect(fromOverlay({ kind: 'act', act: 'next-point', more: 1 })).toEqual({
      kind: 'act',
      act: 'next-point',
    });
    const look = { ...FIRST_LOOK, x: 0.25, isCollapsed: true };
    expect(fromOverlay({ kind: 'look', look: { ...look, more: 1 } })).toEqual({ kind: 'look', look });
    expect(fromOverlay({ kind: 'look', look: { x: 7, y: Number.NaN, size: 99, opacity: 0 } })).toEqual({
      kind: 'look',
      look: FIRST_LOOK,
    });
  });

  it('is nothing when it is anything else', () => {
    for (const other of [undefined, null, 'act', 7, [], {}, { kind: 'act' }, { kind: 'act', act: 'clear' }])
      expect(fromOverlay(other)).toBeUndefined();
    expect(fromOverlay({ kind: 'look', look: null })).toBeUndefined();
    expect(fromOverlay({ kind: 'cue', cue: null })).toBeUndefined();
  });

  it('never throws, and never lets through what is not of the map', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const message = fromOverlay(value);
        expect(message === undefined || message.kind === 'act' || message.kind === 'look').toBe(true);
      }),
    );
  });
});
