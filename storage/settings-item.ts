import type { SettingsState, TextSize } from '../state/settings.ts';
import type { ItemDefinition } from './item.ts';

export interface StoredSettings extends SettingsState {
  /** Which window wrote it. */
  readonly writer: string;
}

/** A size that is not on offer (a newer version may have others) is the usual one. */
function validSize(value: unknown): TextSize {
  const sizes: readonly TextSize[] = [0.9, 1, 1.15, 1.3, 1.5];
  return sizes.find((size) => size === value) ?? 1;
}

/** Keys that are no lists of texts are left out: the command then has its own. */
function validKeys(value: unknown): Record<string, readonly string[]> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([id, keys]: [string, unknown]) => {
      const isValid = Array.isArray(keys) && keys.every((key) => typeof key === 'string');
      return isValid ? [[id, keys as readonly string[]]] : [];
    }),
  );
}

export const settingsItem: ItemDefinition<StoredSettings> = {
  key: 'settings',
  version: 1,
  migrations: [],
  validate: ({ startsOnPick, keepsAsked, textSize, keys, missingKeysSeen, writer }) => ({
    startsOnPick: startsOnPick === true,
    keepsAsked: keepsAsked !== false,
    textSize: validSize(textSize),
    keys: validKeys(keys),
    missingKeysSeen: typeof missingKeysSeen === 'string' ? missingKeysSeen : '',
    writer: typeof writer === 'string' ? writer : '',
  }),
};
