/** A key with its modifiers, written as in the command table: `Enter`, `Alt+1`, `Shift+Enter`. */
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

const MODIFIERS = ['Alt', 'Ctrl', 'Shift'];

/**
 * Reads a chord as written in the command table.
 * @throws RangeError for an empty key or an unknown modifier, which only a wrong table can hold
 */
export function parseChord(text: string): Chord {
  const parts = text.split('+');
  const key = parts.pop() ?? '';
  const unknown = parts.find((part) => !MODIFIERS.includes(part));
  if (key === '' || unknown !== undefined) throw new RangeError(`"${text}" is no chord`);
  return {
    alt: parts.includes('Alt'),
    control: parts.includes('Ctrl'),
    shift: parts.includes('Shift'),
    key,
  };
}

/** The chord as {@link parseChord} reads it. */
export function chordText({ alt, control, shift, key }: Chord): string {
  return [control && 'Ctrl', alt && 'Alt', shift && 'Shift', key].filter((part) => part !== false).join('+');
}

const PRINTED: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  PageDown: 'PgDn',
  PageUp: 'PgUp',
};

/** The chord as people read it: `Alt+S`, `→`, `Esc`. */
export function printed(text: string): string {
  const chord = parseChord(text);
  const key = PRINTED[chord.key] ?? (chord.key.length === 1 ? chord.key.toUpperCase() : chord.key);
  return chordText({ ...chord, key });
}

/**
 * The chord that a key press is, to give it to a command; `undefined` for a modifier alone. With Alt a
 * letter or digit goes by the place of its key, as in {@link isPressed}.
 */
export function chordOf(press: KeyPress): Chord | undefined {
  if (press.isComposing || ['Alt', 'Control', 'Shift', 'Meta', 'AltGraph', 'Dead'].includes(press.key))
    return undefined;
  const place = /^(?:Key|Digit|Numpad)([A-Z0-9])$/.exec(press.code)?.[1]?.toLowerCase();
  const control = press.ctrlKey || press.metaKey;
  const isCharacter = press.key.length === 1;
  const key = press.altKey && place !== undefined ? place : press.key;
  // A printed character brings its own Shift.
  const shift = press.shiftKey && (!isCharacter || press.altKey || (control && /^[a-z]$/i.test(press.key)));
  return { alt: press.altKey, control, shift, key: key.length === 1 ? key.toLowerCase() : key };
}

/**
 * Whether a key press is this chord. With Alt the key's place decides (`code`), because Alt changes the
 * character on a Mac; Command counts as Ctrl there. A printed character brings its own Shift.
 */
export function isPressed(chord: Chord, press: KeyPress): boolean {
  if (press.isComposing) return false;
  if (chord.alt !== press.altKey || chord.control !== (press.ctrlKey || press.metaKey)) return false;
  const isCharacter = chord.key.length === 1;
  const isLetter = /^[a-z0-9]$/i.test(chord.key);
  if (isLetter && chord.alt) {
    const code = /\d/.test(chord.key) ? `Digit${chord.key}` : `Key${chord.key.toUpperCase()}`;
    return chord.shift === press.shiftKey && (press.code === code || press.code === `Numpad${chord.key}`);
  }
  // A letter is the same with Shift; with Ctrl that is another chord. A sign brings its own Shift.
  const isShiftRight = !isLetter || !chord.control || chord.shift === press.shiftKey;
  if (isCharacter) return isShiftRight && press.key.toLowerCase() === chord.key.toLowerCase();
  return chord.shift === press.shiftKey && press.key === chord.key;
}
