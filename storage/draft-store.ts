import type { Draft, DraftStore } from '../state/draft-ports.ts';
import type { Done } from '../state/library-ports.ts';
import { arrivalItem, draftItem, idOfDraftKey, storedDraft } from './draft-items.ts';
import { takeItem, understand, type WideArea } from './item.ts';
import { failed, isFull, reasonOf } from './library-shelf.ts';
import { pack } from './packed-text.ts';

export interface DraftStoreDeps {
  readonly area: WideArea;
  /** Holds this name for the window until it is gone; `false`: another window has it. */
  readonly hold: (name: string) => Promise<boolean>;
  readonly newId: () => string;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

const DONE: Done = { outcome: 'done' };
const FULL =
  'There is no room left in the browser’s storage. Download the text to be safe, or clear away deleted guides and texts that were thrown away.';

/** Drafts in a browser's storage area, an item for each. */
export function createDraftStore({ area, hold, newId, now }: DraftStoreDeps): DraftStore {
  /** What came in of each draft as this window stored it, so that typing does not store it again. */
  const arrivals = new Map<string, string>();

  async function read(id: string): Promise<Draft | string | undefined> {
    const definition = draftItem(id);
    const found = await area.get([definition.key, arrivalItem(id).key]);
    const { value, setAside } = await takeItem(definition, found, area, now);
    if (value === undefined)
      return (
        setAside &&
        `A text that was brought in and not kept could not be read: it is damaged, or of a newer Hookline. It is kept as it was, under “${setAside}”.`
      );
    const { isMended, ...draft } = value;
    const arrival = isMended ? understand(arrivalItem(id), found[arrivalItem(id).key])?.text : draft.text;
    if (isMended && arrival !== undefined) arrivals.set(id, arrival);
    return { id, ...draft, arrived: arrival ?? '' };
  }

  async function store({ id, arrived, ...draft }: Draft): Promise<void> {
    const isMended = draft.text !== arrived;
    const item = { [draftItem(id).key]: storedDraft({ ...draft, isMended }) };
    if (!isMended || (arrivals.get(id) ?? '') === arrived) {
      await area.set(item);
      return;
    }
    const arrival = { [arrivalItem(id).key]: { version: 1, text: pack(arrived) } };
    try {
      // Together, so that a browser that is killed has both or none.
      await area.set({ ...item, ...arrival });
      arrivals.set(id, arrived);
    } catch (error) {
      if (!isFull(error)) throw error;
      // The text as it is now matters more than as it came in.
      await area.set(item);
    }
  }

  /** Runs what stores; what it throws becomes a reason. */
  async function storing(act: () => Promise<void>): Promise<Done> {
    try {
      await act();
      return DONE;
    } catch (error) {
      return failed(isFull(error) ? FULL : reasonOf(error));
    }
  }

  return {
    begin() {
      const id = newId();
      void hold(draftItem(id).key);
      return id;
    },
    async open() {
      try {
        const ids = Object.keys(await area.get(null)).flatMap((key) => idOfDraftKey(key) ?? []);
        const held = await Promise.all(ids.map((id) => hold(draftItem(id).key)));
        // Only now: the window that had them may have written until it let go.
        const all = await Promise.all(ids.filter((_, place) => held[place]).map(read));
        const drafts = all.flatMap((each) => (typeof each === 'object' ? [each] : []));
        const notices = all.filter((each) => typeof each === 'string');
        return { drafts: drafts.sort((a, b) => b.at - a.at), notices };
      } catch (error) {
        return { drafts: [], notices: [reasonOf(error)] };
      }
    },
    keep: (draft) => storing(() => store(draft)),
    remove: (id) =>
      storing(async () => {
        await area.remove([draftItem(id).key, arrivalItem(id).key]);
        arrivals.delete(id);
      }),
  };
}
