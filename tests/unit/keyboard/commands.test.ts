import { describe, expect, it } from 'vitest';
import { keyHints } from '../../../keyboard/bound.ts';
import { isPressed, type KeyPress, parseChord } from '../../../keyboard/chord.ts';
import { COMMANDS } from '../../../keyboard/commands.ts';

const press = (init: Partial<KeyPress>): KeyPress => ({
  key: '',
  code: '',
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  isComposing: false,
  repeat: false,
  ...init,
});

describe('the command table', () => {
  it('gives each command an id of its own, a label and a key', () => {
    expect(new Set(COMMANDS.map((command) => command.id)).size).toBe(COMMANDS.length);
    for (const { label, keys } of COMMANDS) expect([label.length > 0, keys.length > 0]).toEqual([true, true]);
  });

  it('holds no chord twice', () => {
    const chords = COMMANDS.flatMap((command) => command.keys);
    expect(chords.filter((chord, index) => chords.indexOf(chord) !== index)).toEqual([]);
  });

  it('holds only chords that can be read', () => {
    for (const chord of COMMANDS.flatMap((command) => command.keys))
      expect(() => parseChord(chord)).not.toThrow();
  });

  it('takes no key away from typing: letters and digits only with Alt or Ctrl, or when nothing is typed', () => {
    for (const command of COMMANDS)
      for (const chord of command.keys.map(parseChord))
        if (chord.key.length === 1 && !chord.alt && !chord.control) expect(command.when).toBeDefined();
  });

  it('is what the help sheet shows, row for row', () => {
    expect(keyHints({}).map((hint) => hint.id)).toEqual(COMMANDS.map((command) => command.id));
  });
});

describe('a chord', () => {
  it('needs just its modifiers', () => {
    const chord = parseChord('Shift+Enter');
    expect(isPressed(chord, press({ key: 'Enter', shiftKey: true }))).toBe(true);
    expect(isPressed(chord, press({ key: 'Enter' }))).toBe(false);
    expect(isPressed(chord, press({ key: 'Enter', shiftKey: true, altKey: true }))).toBe(false);
  });

  it('with Alt goes by the place of the key, since Alt changes the letter on a Mac', () => {
    expect(isPressed(parseChord('Alt+2'), press({ key: '™', code: 'Digit2', altKey: true }))).toBe(true);
    expect(isPressed(parseChord('Alt+s'), press({ key: 'ß', code: 'KeyS', altKey: true }))).toBe(true);
  });

  it('takes Command for Ctrl', () => {
    expect(isPressed(parseChord('Ctrl+z'), press({ key: 'z', code: 'KeyZ', metaKey: true }))).toBe(true);
  });

  it('finds a printed character wherever the keyboard has it', () => {
    expect(isPressed(parseChord('?'), press({ key: '?', code: 'Minus', shiftKey: true }))).toBe(true);
  });

  it('leaves keys alone while a word is being composed', () => {
    expect(isPressed(parseChord('Enter'), press({ key: 'Enter', isComposing: true }))).toBe(false);
  });

  it('refuses what is no chord', () => {
    expect(() => parseChord('Hyper+x')).toThrow(RangeError);
    expect(() => parseChord('Alt+')).toThrow(RangeError);
  });
});
