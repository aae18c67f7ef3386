import { describe, expect, it } from 'vitest';
import { CARD_KEYS, cardActOf } from '../../../keyboard/card-keys.ts';
import type { KeyPress } from '../../../keyboard/chord.ts';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  isComposing: false,
  repeat: false,
  ...more,
});

describe('the keys of the floating card', () => {
  it('are one plain key each, none twice', () => {
    const keys = CARD_KEYS.flatMap((row) => row.keys);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.filter((key) => key.includes('+'))).toEqual([]);
  });

  it('do what the table says, once for each press', () => {
    expect(
      ['n', 'N', 'h', 'p', 'b', 'F2', 'Escape', '1', '9'].map((key) => cardActOf(press(key), false)),
    ).toEqual([
      'next-point',
      'next-point',
      'next-hook',
      'pause',
      'blank',
      'blank',
      'back',
      'tick-1',
      'tick-9',
    ]);
    expect(cardActOf(press('n', { repeat: true }), false)).toBeUndefined();
    expect(cardActOf(press('x'), false)).toBeUndefined();
    expect(cardActOf(press('n', { ctrlKey: true }), false)).toBeUndefined();
  });

  it('leave a focused button its own', () => {
    expect([cardActOf(press('Enter'), true), cardActOf(press(' '), true)]).toEqual([undefined, undefined]);
    expect([cardActOf(press('Enter'), false), cardActOf(press(' '), false)]).toEqual(['next-point', 'pause']);
    expect(cardActOf(press('n'), true)).toBe('next-point');
  });
});
