import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundCommands, keyHints, objectionToUsual, proposeKeys } from '../../../keyboard/bound.ts';
import { chordOf, chordText, isPressed, type KeyPress, parseChord } from '../../../keyboard/chord.ts';
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
const keysOf = (id: string, custom = {}) => boundCommands(custom).find((command) => command.id === id)?.keys;
const shownOf = (id: string, custom = {}) => keyHints(custom).find((hint) => hint.id === id);

describe('the user’s own keys', () => {
  it('take the place of the usual ones, in the table and on screen', () => {
    expect(keysOf('blank', { blank: ['F8'] })).toEqual(['F8']);
    expect(shownOf('blank', { blank: ['F8'] })).toMatchObject({ shown: 'F8', isCustom: true });
    expect(shownOf('blank')).toMatchObject({ shown: 'F2', isCustom: false });
  });

  it('that can’t be read are as if they were not there', () => {
    for (const keys of [[], [''], ['Hyper+x'], ['Alt+']])
      expect(keysOf('blank', { blank: keys })).toEqual(['F2', 'Alt+b']);
  });

  it('of a series need all nine', () => {
    expect(keysOf('tick', { tick: ['Alt+1'] })).toHaveLength(9);
    expect(shownOf('tick')?.shown).toBe('1 … 9');
  });

  it('are printed as on the keys', () => {
    expect(['script', 'next-hook', 'escape', 'pick-number'].map((id) => shownOf(id)?.shown)).toEqual([
      'Alt+S',
      '→',
      'Esc',
      'Alt+1 … 9',
    ]);
  });
});

describe('keys pressed for a command', () => {
  it('are its keys from then on', () => {
    expect(proposeKeys('blank', press({ key: 'F8' }), {})).toEqual({ keys: ['F8'] });
    expect(proposeKeys('blank', press({ key: 'Q', code: 'KeyQ', altKey: true, shiftKey: true }), {})).toEqual(
      {
        keys: ['Alt+Shift+q'],
      },
    );
  });

  it('are waited for while only modifiers are held', () => {
    for (const key of ['Alt', 'Control', 'Shift', 'Meta'])
      expect(proposeKeys('blank', press({ key }), {})).toBeUndefined();
  });

  it.each([
    [press({ key: 'b' }), /needed for typing/],
    [press({ key: ' ' }), /needed for typing/],
    [press({ key: 'Backspace' }), /needed for typing/],
    [press({ key: 'w', ctrlKey: true }), /belongs to the browser/],
    [press({ key: 'v', ctrlKey: true }), /needed for editing/],
    [press({ key: 'F5' }), /belongs to the browser/],
    [press({ key: 'a', ctrlKey: true }), /needed for editing/],
    [press({ key: '+', ctrlKey: true }), /can’t be a key/],
    [press({ key: 'CapsLock' }), /can’t be a key/],
    [press({ key: 'Process' }), /can’t be a key/],
    [press({ key: 'Enter' }), /taken: “Start the countdown/],
    [press({ key: 's', code: 'KeyS', altKey: true }), /taken: “Whole script/],
  ])('are refused with a reason', (given, reason) => {
    expect(proposeKeys('blank', given, {})?.objection).toMatch(reason);
  });

  it('may be those that another command has given up', () => {
    expect(proposeKeys('blank', press({ key: 'F4' }), { thinking: ['F9'] })).toEqual({ keys: ['F4'] });
  });

  it('with Ctrl and Shift are not those with Ctrl alone', () => {
    const keys = proposeKeys(
      'blank',
      press({ key: 'A', code: 'KeyA', ctrlKey: true, shiftKey: true }),
      {},
    )?.keys;
    expect(keys).toEqual(['Ctrl+Shift+a']);
    const chord = parseChord(keys?.[0] ?? '');
    expect(isPressed(chord, press({ key: 'a', ctrlKey: true }))).toBe(false);
    expect(isPressed(chord, press({ key: 'A', ctrlKey: true, shiftKey: true }))).toBe(true);
  });

  it('can’t be given back while another command has them', () => {
    expect(objectionToUsual('script', { script: ['F9'], 'say-next': ['Alt+s'] })).toMatch(/taken: “Said/);
    expect(objectionToUsual('script', { script: ['F9'] })).toBeUndefined();
  });

  it('give a series their modifiers', () => {
    const keys = proposeKeys(
      'tick',
      press({ key: '4', code: 'Digit4', ctrlKey: true, altKey: true }),
      {},
    )?.keys;
    expect(keys?.slice(0, 2)).toEqual(['Ctrl+Alt+1', 'Ctrl+Alt+2']);
    expect(proposeKeys('tick', press({ key: 'F4' }), {})?.objection).toMatch(/Press a digit/);
    expect(proposeKeys('tick', press({ key: '1', code: 'Digit1', altKey: true }), {})?.objection).toMatch(
      /taken/,
    );
  });
});

describe('a chord', () => {
  it('is written and read back the same, and is pressed by the press it came from', () => {
    const key = fc.constantFrom('a', 'Z', '7', '?', 'F2', 'Enter', 'ArrowUp', 'PageDown');
    fc.assert(
      fc.property(key, fc.boolean(), fc.boolean(), fc.boolean(), (name, altKey, ctrlKey, shiftKey) => {
        const code = /^[a-z]$/i.test(name)
          ? `Key${name.toUpperCase()}`
          : /^\d$/.test(name)
            ? `Digit${name}`
            : name;
        const given = press({ key: name, code, altKey, ctrlKey, shiftKey });
        const chord = chordOf(given);
        if (chord === undefined) throw new Error('a key of its own');
        expect(parseChord(chordText(chord))).toEqual(chord);
        // A digit with Shift is another character on a real keyboard.
        if (!/^\d$/.test(name) || altKey || !shiftKey) expect(isPressed(chord, given)).toBe(true);
      }),
    );
  });

  it('of the table is printed for every command', () => {
    expect(keyHints({}).every(({ shown }) => shown.length > 0)).toBe(true);
    expect(keyHints({})).toHaveLength(COMMANDS.length);
  });
});
