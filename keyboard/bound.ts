import { type Chord, chordOf, chordText, type KeyPress, parseChord, printed } from './chord.ts';
import { COMMANDS, type Command } from './commands.ts';

/** Keys that the user gave to commands, by the command's id. */
export type CustomKeys = Readonly<Record<string, readonly string[]>>;

/** One command as screens speak of it. */
export interface KeyHint {
  readonly id: string;
  /** The keys as printed: `Alt+S`. */
  readonly shown: string;
  readonly label: string;
  readonly group: string;
  /** Whether the user gave it these keys. */
  readonly isCustom: boolean;
}

/** A text from storage that is no chord is as if it were not there. */
function isChord(text: string): boolean {
  try {
    parseChord(text);
    return true;
  } catch {
    return false;
  }
}

/** The table with the user's own keys in it. */
export function boundCommands(custom: CustomKeys, commands: readonly Command[] = COMMANDS): Command[] {
  return commands.map((command) => {
    const keys = custom[command.id]?.filter(isChord) ?? [];
    return keys.length > 0 && (command.isSeries !== true || keys.length === command.keys.length)
      ? { ...command, keys }
      : command;
  });
}

const shownKeys = ({ keys, isSeries }: Command): string => {
  const first = printed(keys[0] ?? '');
  return isSeries === true
    ? `${first} … ${printed(keys.at(-1) ?? '')
        .split('+')
        .at(-1)}`
    : first;
};

/** The table as screens show it: one row a command, keys as printed. */
export function keyHints(custom: CustomKeys): KeyHint[] {
  return boundCommands(custom).map((command) => ({
    id: command.id,
    shown: shownKeys(command),
    label: command.label,
    group: command.group,
    isCustom: COMMANDS.find(({ id }) => id === command.id)?.keys !== command.keys,
  }));
}

/** Keys that browsers keep for themselves: a page never sees them, or must not take them. */
const BROWSERS_OWN = new Set([
  ...['t', 'n', 'w', 'q', 'Tab', 'r', 'l'].flatMap((key) => [`Ctrl+${key}`, `Ctrl+Shift+${key}`]),
  ...['F1', 'F5', 'F6', 'F7', 'F10', 'F11', 'F12', 'Alt+F4'],
]);
/** Keys with a name that every keyboard sends when they are pressed; others (`CapsLock`, `Process`) mean something else. */
const NAMED =
  /^(F\d{1,2}|Enter|Escape|Insert|Home|End|Delete|Backspace|Tab|Page(Up|Down)|Arrow(Up|Down|Left|Right))$/;
const EDITING = new Set(['Ctrl+a', 'Ctrl+c', 'Ctrl+v', 'Ctrl+x', 'Ctrl+y', 'Tab', 'Shift+Tab']);
const WRITES = new Set(['Backspace', 'Delete', 'Home', 'End', 'ArrowLeft', ' ']);

/** What the pressed keys would be for a command, or a sentence that says why they can't be its keys. */
export type Proposal =
  | { readonly keys: readonly string[]; readonly objection?: undefined }
  | { readonly keys?: undefined; readonly objection: string };

function objectionTo(chord: Chord, command: Command, custom: CustomKeys): string | undefined {
  const text = chordText(chord);
  const isBare = !chord.alt && !chord.control;
  if (chord.key === '+' || (chord.key.length > 1 && !NAMED.test(chord.key)))
    return `${chord.key} can’t be a key of a command.`;
  if (isBare && (chord.key.length === 1 || WRITES.has(chord.key)) && command.isSeries !== true)
    return `${printed(text)} is needed for typing. Hold Alt or Ctrl with it, or take a function key.`;
  if (BROWSERS_OWN.has(text)) return `${printed(text)} belongs to the browser.`;
  if (EDITING.has(text)) return `${printed(text)} is needed for editing the question.`;
  return takenBy(chord, command, custom);
}

function takenBy(chord: Chord, command: Command, custom: CustomKeys): string | undefined {
  const text = chordText(chord);
  const other = boundCommands(custom).find(
    ({ id, keys }) => id !== command.id && keys.some((key) => key.toLowerCase() === text.toLowerCase()),
  );
  return other === undefined ? undefined : `${printed(text)} is taken: “${other.label}”.`;
}

/** Why a command can't have its usual keys back: another one was given them. `undefined` where it can. */
export function objectionToUsual(commandId: string, custom: CustomKeys): string | undefined {
  const command = COMMANDS.find(({ id }) => id === commandId);
  if (command === undefined) return undefined;
  return command.keys
    .map((key) => takenBy(parseChord(key), command, custom))
    .find((objection) => objection !== undefined);
}

/**
 * Reads the keys that a user presses to give them to a command. A series takes over the modifiers only.
 * @returns `undefined` while nothing but modifiers is held
 */
export function proposeKeys(commandId: string, press: KeyPress, custom: CustomKeys): Proposal | undefined {
  const command = COMMANDS.find(({ id }) => id === commandId);
  const chord = chordOf(press);
  if (command === undefined || chord === undefined) return undefined;
  if (command.isSeries !== true) {
    const objection = objectionTo(chord, command, custom);
    return objection === undefined ? { keys: [chordText(chord)] } : { objection };
  }
  if (!/^[1-9]$/.test(chord.key)) return { objection: 'Press a digit, with the modifiers that you want.' };
  const keys = command.keys.map((key) => chordText({ ...chord, key: parseChord(key).key }));
  const objection = keys
    .map((key) => objectionTo(parseChord(key), command, custom))
    .find((each) => each !== undefined);
  return objection === undefined ? { keys } : { objection };
}
