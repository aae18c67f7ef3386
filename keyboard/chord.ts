/** A key with its modifiers, written as in the help sheet: `Enter`, `Alt+1`, `Shift+Enter`. */
export interface Chord {
  readonly alt: boolean;
  readonly control: boolean;
  readonly shift: boolean;
  /** A named key (`Enter`, `F2`, `ArrowUp`), or one character as printed on the key. */
  readonly key: string;
}

/** The part of a keyboard event that chords look at. */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'isComposing' | 'repeat'
>;

/**
 * Reads a chord as written in the command table.
 * @throws RangeError for an empty key or an unknown modifier, which only a wrong table can hold
 */
export function parseChord(text: string): Chord {
  const parts = text.split('+');
  const key = parts.pop() ?? '';
  const unknown = parts.find((part) => !['Alt', 'Ctrl', 'Shift'].includes(part));
  if (key === '' || unknown !== undefined) throw new RangeError(`"${text}" is no chord`);
  return {
    alt: parts.includes('Alt'),
    control: parts.includes('Ctrl'),
    shift: parts.includes('Shift'),
    key,
  };
}

/**
 * Whether a key press is this chord. With Alt the key's place decides (`code`), because Alt changes the
 * character on a Mac; Command counts as Ctrl there. A printed character brings its own Shift.
 */
export function isPressed(chord: Chord, press: KeyPress): boolean {
  if (press.isComposing) return false;
  if (chord.alt !== press.altKey || chord.control !== (press.ctrlKey || press.metaKey)) return false;
  const isCharacter = chord.key.length === 1;
  if (isCharacter && chord.alt) {
    const code = /\d/.test(chord.key) ? `Digit${chord.key}` : `Key${chord.key.toUpperCase()}`;
    const pad = `Numpad${chord.key}`;
    return chord.shift === press.shiftKey && (press.code === code || press.code === pad);
  }
  if (isCharacter) return press.key.toLowerCase() === chord.key.toLowerCase();
  return chord.shift === press.shiftKey && press.key === chord.key;
}
