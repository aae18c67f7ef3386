import type { SessionModel } from '../state/session.ts';

/** What a command may need to know of the moment beyond the session: where typing stands. */
export interface TypingPlace {
  /** Another text field has the focus: its keys are its own, except Esc and function keys. */
  readonly isOtherField: boolean;
  /** Nothing stands in the typing place. */
  readonly isEmpty: boolean;
  /** The caret stands behind the last letter, with nothing selected. */
  readonly isCaretAtEnd: boolean;
  /** The caret stands right behind a word of three letters or more: a digit there is hardly a part of it. */
  readonly isBehindWord: boolean;
  /** Something that is no typing place has the focus, a button say. */
  readonly isElsewhere: boolean;
}

export interface Command {
  readonly id: string;
  /** Chords as {@link parseChord} reads them; the first is the one that is shown. */
  readonly keys: readonly string[];
  /** The keys are 1 to 9 with these modifiers; the user may change the modifiers only. */
  readonly isSeries?: true;
  readonly label: string;
  readonly group: 'Ask' | 'Tell' | 'Time' | 'Rescue' | 'Keep';
  /** Whether the keys belong to this command now; otherwise they go where they would have gone. */
  readonly when?: (session: SessionModel, typing: TypingPlace, nth: number) => boolean;
  /** Whether holding the key down does it again and again. */
  readonly repeats?: true;
  /** `nth` says which of `keys` was pressed, counted from 0. */
  readonly act: (session: SessionModel, nth: number) => void;
}

const DIGITS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
const isNothingOver = (session: SessionModel) =>
  session.sheet.value === 'none' && session.rescue.value === null;
/** A story is open and nothing lies over it. */
const isInSight = (session: SessionModel) => isNothingOver(session) && session.open.value !== undefined;
/** Arrows go through the list, unless a sheet or a script is there to be scrolled by them. */
const inList = (session: SessionModel) => isNothingOver(session) && !session.scriptOpen.value;
/** Enter keeps its own meaning on a focused button or link. */
const inTypingPlace = (_: SessionModel, typing: TypingPlace) => !typing.isElsewhere;
/** A digit is for the open story's points once that story is meant, or where it can hardly belong to a word. */
const isForPoint = (session: SessionModel, typing: TypingPlace, nth: number) =>
  isInSight(session) &&
  session.open.value?.points[nth] !== undefined &&
  (typing.isElsewhere || (typing.isCaretAtEnd && (session.isSettled.value || typing.isBehindWord)));

/** Every command there is. It feeds the key handler, the help sheet and the hints on screen. */
export const COMMANDS: readonly Command[] = [
  {
    id: 'pick-next',
    keys: ['ArrowDown'],
    label: 'Next story in the list; scrolls a script or a sheet',
    group: 'Ask',
    repeats: true,
    when: inList,
    act: (session) => session.move(1),
  },
  {
    id: 'pick-previous',
    keys: ['ArrowUp'],
    label: 'Previous story in the list',
    group: 'Ask',
    repeats: true,
    when: inList,
    act: (session) => session.move(-1),
  },
  {
    id: 'pick-number',
    keys: DIGITS.map((digit) => `Alt+${digit}`),
    isSeries: true,
    label: 'Story by its number in the list',
    group: 'Ask',
    act: (session, nth) => session.pickAt(nth),
  },
  {
    id: 'escape',
    keys: ['Escape'],
    label: 'Close what is on top; then clear the question',
    group: 'Ask',
    act: (session) => session.escape(),
  },
  {
    id: 'undo-clear',
    keys: ['Ctrl+z'],
    label: 'Bring a cleared question back',
    group: 'Ask',
    when: (session, typing) => typing.isEmpty && session.canUndoClear.value,
    act: (session) => session.undoClear(),
  },
  {
    id: 'teach',
    keys: ['Alt+l'],
    label: 'Remember: this question is for the open story',
    group: 'Ask',
    when: (session) => isInSight(session) && session.isAsking.value,
    act: (session) => session.teach(),
  },
  {
    id: 'tick',
    keys: DIGITS.map(String),
    isSeries: true,
    label: 'Key point said; again takes it back',
    group: 'Tell',
    when: isForPoint,
    act: (session, nth) => session.tickByDigit(nth),
  },
  {
    id: 'say-next',
    keys: ['Alt+n'],
    label: 'Said: on to the next point',
    group: 'Tell',
    when: isInSight,
    act: (session) => session.sayNext(),
  },
  {
    id: 'next-hook',
    keys: ['ArrowRight'],
    label: 'Next opening hook (at the end of the question)',
    group: 'Tell',
    repeats: true,
    when: (session, typing) => isInSight(session) && (typing.isCaretAtEnd || typing.isElsewhere),
    act: (session) => session.nextHook(),
  },
  {
    id: 'script',
    keys: ['Alt+s'],
    label: 'Whole script and all hooks, and back',
    group: 'Tell',
    when: isInSight,
    act: (session) => session.toggleScript(),
  },
  {
    id: 'page',
    keys: ['PageDown'],
    label: 'Next page of what is longer than the panel',
    group: 'Tell',
    repeats: true,
    act: (session) => session.turnPage(1),
  },
  {
    id: 'page-back',
    keys: ['PageUp'],
    label: 'The page before',
    group: 'Tell',
    repeats: true,
    act: (session) => session.turnPage(-1),
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
    id: 'take-off',
    keys: ['Alt+m'],
    label: 'Ten seconds less: the clock ran too early',
    group: 'Time',
    act: (session) => session.takeTimeOff(),
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
    id: 'undo-time',
    keys: ['Alt+z'],
    label: 'Bring back the time that the last of these lost',
    group: 'Time',
    when: (session) => session.canUndoTime.value,
    act: (session) => session.undoTime(),
  },
  {
    id: 'blank',
    keys: ['F2', 'Alt+b'],
    label: 'My mind is blank: what to do, where to jump; again for the next',
    group: 'Rescue',
    act: (session) => session.help('blank'),
  },
  {
    id: 'no-story',
    keys: ['F3', 'Alt+u'],
    label: 'No story fits: phrases to begin with; again for the next',
    group: 'Rescue',
    act: (session) => session.help('no-story'),
  },
  {
    id: 'thinking',
    keys: ['F4', 'Alt+t'],
    label: 'Time to think: phrases that buy it; again for the next',
    group: 'Rescue',
    act: (session) => session.help('thinking'),
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
    id: 'asked',
    keys: ['Alt+a'],
    label: 'What was asked, and back',
    group: 'Keep',
    act: (session) => session.toggle('asked'),
  },
  {
    id: 'learnt',
    keys: ['Alt+k'],
    label: 'Everything you taught, and back',
    group: 'Keep',
    act: (session) => session.toggle('learnt'),
  },
  {
    id: 'settings',
    keys: ['Alt+p'],
    label: 'Settings, and back',
    group: 'Keep',
    act: (session) => session.toggle('settings'),
  },
  {
    id: 'overlay',
    keys: ['Alt+c'],
    label: 'Beside the camera: the card on the call page, and back',
    group: 'Keep',
    act: (session) => session.toggle('overlay'),
  },
  {
    id: 'next-guide',
    keys: ['Alt+g'],
    label: 'Switch to the next of your guides',
    group: 'Keep',
    act: (session) => session.nextGuide(),
  },
  {
    id: 'library',
    keys: ['Alt+o'],
    label: 'Open the library: bring guides in and mend them',
    group: 'Keep',
    act: (session) => session.openLibrary(),
  },
];
