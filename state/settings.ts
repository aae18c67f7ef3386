import { createModel, signal } from '@preact/signals';

/** How large the text is, as a factor of the usual size. */
export const TEXT_SIZES = [0.9, 1, 1.15, 1.3, 1.5] as const;
export type TextSize = (typeof TEXT_SIZES)[number];

/** What the user chose once for all calls. */
export interface SettingsState {
  /** Picking a story by its number or by a click starts its countdown. */
  readonly startsOnPick: boolean;
  /** Keep the list of what was asked. */
  readonly keepsAsked: boolean;
  readonly textSize: TextSize;
  /** Keys that the user gave to commands, by the command's id; a command not in it has its own. */
  readonly keys: Readonly<Record<string, readonly string[]>>;
  /** Which of the browser's keys were missing when the user said that they know. */
  readonly missingKeysSeen: string;
}

export const DEFAULT_SETTINGS: SettingsState = {
  startsOnPick: false,
  keepsAsked: true,
  textSize: 1,
  keys: {},
  missingKeysSeen: '',
};

export interface SettingsDeps {
  readonly saved: SettingsState | undefined;
  /** Called with all settings after every change; must not throw. */
  readonly save: (settings: SettingsState) => void;
}

export const Settings = createModel((deps: SettingsDeps) => {
  const state = signal<SettingsState>(deps.saved ?? DEFAULT_SETTINGS);

  function change(fields: Partial<SettingsState>): void {
    state.value = { ...state.peek(), ...fields };
    deps.save(state.peek());
  }

  return {
    state,
    change,
    /** Gives a command keys of the user's; `undefined` gives it back its own. */
    setKeys(command: string, keys: readonly string[] | undefined) {
      const { [command]: _, ...others } = state.peek().keys;
      change({ keys: keys === undefined ? others : { ...others, [command]: keys } });
    },
    /** Takes over what another window stored. */
    adopt(next: SettingsState) {
      state.value = next;
    },
  };
});

export type SettingsModel = InstanceType<typeof Settings>;
