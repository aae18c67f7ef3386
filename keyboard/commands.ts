import type { SessionModel } from '../state/session.ts';

/** What a command may need to know of the moment beyond the session: where typing stands. */
export interface TypingPlace {
  /** Another text field has the focus: its keys are its own, except Esc and function keys. */
  readonly isOtherField: boolean;
  /** Nothing stands in the typing place. */
  readonly isEmpty: boolean;
  /** The caret stands behind the last letter, with nothing selected. */
  readonly isCaretAtEnd: boolean;
  /** Something that is no typing place has the focus, a button say. */
  readonly isElsewhere: boolean;
}

export interface Command {
  readonly id: string;
  /** Chords as {@link parseChord} reads them; the first is the one that is shown. */
  readonly keys: readonly string[];
  /** How the keys are shown where that differs from the first chord. */
  readonly shown?: string;
  readonly label: string;
  readonly group: 'Ask' | 'Tell' | 'Time' | 'Rescue' | 'Guide';
  /** Whether the keys belong to this command now; otherwise they go where they would have gone. */
  readonly when?: (session: SessionModel, typing: TypingPlace) => boolean;
  /** Whether holding the key down does it again and again. */
  readonly repeats?: true;
  /** `nth` says which of `keys` was pressed, counted from 0. */
  readonly act: (session: SessionModel, nth: number) => void;
}

const DIGITS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
/** A story is open and nothing lies over it. */
const isInSight = (session: SessionModel) =>
  session.sheet.value === 'none' && session.open.value !== undefined;
/** Arrows go through the list, unless a sheet or a script is there to be scrolled by them. */
const inList = (session: SessionModel) => session.sheet.value === 'none' && !session.scriptOpen.value;
/** Enter keeps its own meaning on a focused button or link. */
const inTypingPlace = (_: SessionModel, typing: TypingPlace) => !typing.isElsewhere;

/** Every command there is. It feeds the key handler, the help sheet and the hints on screen. */
export const COMMANDS: readonly Command[] = [
  {
    id: 'pick-next',
    keys: ['ArrowDown'],
    shown: '↓',
    label: 'Next story in the list; scrolls a script or a sheet',
    group: 'Ask',
    repeats: true,
    when: inList,
    act: (session) => session.move(1),
  },
  {
    id: 'pick-previous',
    keys: ['ArrowUp'],
    shown: '↑',
    label: 'Previous story in the list',
    group: 'Ask',
    repeats: true,
    when: inList,
    act: (session) => session.move(-1),
  },
  {
    id: 'pick-number',
    keys: DIGITS.map((digit) => `Alt+${digit}`),
    shown: 'Alt+1 … 9',
    label: 'Story by its number in the list',
    group: 'Ask',
    act: (session, nth) => session.pickAt(nth),
  },
  {
    id: 'escape',
    keys: ['Escape'],
    shown: 'Esc',
    label: 'Close what is on top; then clear the question',
    group: 'Ask',
    act: (session) => session.escape(),
  },
  {
    id: 'undo-clear',
    keys: ['Ctrl+z'],
    shown: 'Ctrl+Z',
    label: 'Bring a cleared question back',
    group: 'Ask',
    when: (session, typing) => typing.isEmpty && session.canUndoClear.value,
    act: (session) => session.undoClear(),
  },
  {
    id: 'teach',
    keys: ['Alt+l'],
    shown: 'Alt+L',
    label: 'Remember: this question is for the open story',
    group: 'Ask',
    when: (session) => isInSight(session) && session.isAsking.value,
    act: (session) => session.teach(),
  },
  {
    id: 'learnt',
    keys: ['Alt+k'],
    shown: 'Alt+K',
    label: 'Everything you taught, and back',
    group: 'Ask',
    act: (session) => session.toggle('learnt'),
  },
  {
    id: 'next-hook',
    keys: ['ArrowRight'],
    shown: '→',
    label: 'Next opening hook (at the end of the question)',
    group: 'Tell',
    repeats: true,
    when: (session, typing) => isInSight(session) && (typing.isCaretAtEnd || typing.isElsewhere),
    act: (session) => session.nextHook(),
  },
  {
    id: 'script',
    keys: ['Alt+s'],
    shown: 'Alt+S',
    label: 'Whole script and all hooks, and back',
    group: 'Tell',
    when: isInSight,
    act: (session) => session.toggleScript(),
  },
  {
    id: 'start',
    keys: ['Enter'],
    label: 'Start the countdown; pause and go on',
    group: 'Time',
    when: inTypingPlace,
    act: (session) => session.startOrPause(),
  },
  {
    id: 'reset',
    keys: ['Shift+Enter'],
    label: 'Back to the full time',
    group: 'Time',
    when: inTypingPlace,
    act: (session) => session.resetCountdown(),
  },
  {
    id: 'stop',
    keys: ['Alt+Enter'],
    label: 'Stop the countdown',
    group: 'Time',
    act: (session) => session.stopCountdown(),
  },
  {
    id: 'rescue',
    keys: ['F2'],
    label: 'Backup phrases and what to do when blank, and back',
    group: 'Rescue',
    act: (session) => session.toggle('rescue'),
  },
  {
    id: 'help',
    keys: ['?'],
    label: 'All keys, and back (with nothing typed)',
    group: 'Rescue',
    when: (session, typing) => typing.isEmpty || typing.isElsewhere || session.sheet.value === 'help',
    act: (session) => session.toggle('help'),
  },
  {
    id: 'next-guide',
    keys: ['Alt+g'],
    shown: 'Alt+G',
    label: 'Switch to the next of your guides',
    group: 'Guide',
    act: (session) => session.nextGuide(),
  },
  {
    id: 'library',
    keys: ['Alt+o'],
    shown: 'Alt+O',
    label: 'Open the library: bring guides in and mend them',
    group: 'Guide',
    act: (session) => session.openLibrary(),
  },
];

/** The table as screens show it: one row a command, keys as printed. */
export const KEY_HINTS = COMMANDS.map(({ id, keys, shown, label, group }) => ({
  id,
  shown: shown ?? keys[0] ?? '',
  label,
  group,
}));
