import { type Signal, signal } from '@preact/signals';
import type { Notice } from '../../components/Panel.tsx';
import type { SettingsModel } from '../../state/settings.ts';
import type { ReadResult } from '../../storage/item.ts';
import { missingShortcuts, openShortcutPage } from './shortcuts.ts';

/** What the user has to be told, in the order in which it happened. */
export const notices: Signal<readonly Notice[]> = signal([]);

/** Adds a sentence for the user once. */
export function notify(text: string, more: Omit<Notice, 'text'> = {}): void {
  if (!notices.value.some((notice) => notice.text === text))
    notices.value = [...notices.value, { text, ...more }];
}

/**
 * Reads a stored item; what can't be read is said and never overwritten unseen.
 * @param name what it is to the user: `settings`
 */
export async function load<T>(name: string, read: () => Promise<ReadResult<T>>): Promise<T | undefined> {
  try {
    const { value, setAside } = await read();
    if (setAside !== undefined)
      notify(`Your stored ${name} could not be read. It is kept as it was, under “${setAside}”.`);
    return value;
  } catch (error) {
    notify(`The browser could not read your stored ${name}: ${String(error)}`);
    return undefined;
  }
}

/** Says which keys the browser did not give, once for each set of them. */
export async function tellMissingShortcuts(settings: SettingsModel): Promise<void> {
  const missing = (await missingShortcuts()).join(', ');
  if (missing === '' || missing === settings.state.peek().missingKeysSeen) return;
  const text = `The browser gave Hookline no ${missing}: another extension may have the key.`;
  notify(text, {
    act: { label: 'Choose keys…', run: openShortcutPage },
    dismiss() {
      settings.change({ missingKeysSeen: missing });
      notices.value = notices.value.filter((notice) => notice.text !== text);
    },
  });
}
