import type { SessionModel } from '../state/session.ts';
import { type Chord, isPressed, type KeyPress, parseChord } from './chord.ts';
import type { Command, TypingPlace } from './commands.ts';

/** Makes the one key handler of a page from a command table; chords are read once. */
export function keyHandler(commands: readonly Command[], session: SessionModel) {
  const bound: readonly (readonly [Chord, Command, number])[] = commands.flatMap((command) =>
    command.keys.map((key, nth) => [parseChord(key), command, nth] as const),
  );
  /** Runs the command that a key press belongs to. Returns whether there was one. */
  return (press: KeyPress, typing: TypingPlace): boolean => {
    if (typing.isOtherField && !/^(Escape|F\d+)$/.test(press.key) && !press.altKey) return false;
    const found = bound.find(
      ([chord, command, nth]) => isPressed(chord, press) && (command.when?.(session, typing, nth) ?? true),
    );
    if (found === undefined) return false;
    const [, command, nth] = found;
    // A key that is held down does its act once, unless going on is what it is for.
    if (!press.repeat || command.repeats === true) command.act(session, nth);
    return true;
  };
}

/** A word of three letters or more, nothing behind it. */
const WORD_AT_END = /\p{L}{3}$/u;

/** Where typing stands in this page, read off the focused element. */
export function typingPlaceOf(active: Element | null): TypingPlace {
  const nothing = {
    isOtherField: false,
    isEmpty: true,
    isCaretAtEnd: true,
    isBehindWord: false,
    isElsewhere: false,
  };
  if (active === null || active === document.body) return nothing;
  if (active instanceof HTMLInputElement && active.getAttribute('role') === 'combobox') {
    const { value, selectionStart, selectionEnd } = active;
    const isCaretAtEnd = selectionStart === value.length && selectionEnd === value.length;
    return { ...nothing, isEmpty: value === '', isCaretAtEnd, isBehindWord: WORD_AT_END.test(value) };
  }
  // A box to tick takes no letters: typing beside it goes to the typing place.
  const isOtherField = active.matches('input:not([type="checkbox"], [type="radio"]), textarea, select');
  return {
    ...nothing,
    isOtherField,
    isElsewhere: active.matches('input, textarea, select, button, a, summary'),
  };
}
