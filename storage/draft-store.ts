import type { Draft, DraftStore } from '../state/draft-ports.ts';
import type { Done } from '../state/library-ports.ts';
import { arrivalItem, draftItem, idOfDraftKey, storedDraft } from './draft-items.ts';
import { keysIn, takeItem, understand, type WideArea } from './item.ts';
import { failed, isFull, reasonOf } from './library-shelf.ts';
import { pack } from './packed-text.ts';

export interface DraftStoreDeps {
  readonly area: WideArea;
  /** Holds this name for the window until it is gone, and may wait a moment for it; `false`: another window has it. */
  readonly hold: (name: string, waits: boolean) => Promise<boolean>;
  /** Holds this name no longer. */
  readonly letGo: (name: string) => void;
  /** The names that windows hold now, this one among them. */
  readonly held: () => Promise<ReadonlySet<string>>;
  /** So long must a draft have been without a window before another may have it, in milliseconds. */
  readonly patience: number;
  readonly newId: () => string;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

const DONE: Done = { outcome: 'done' };
const FULL =
  'There is no room left in the browser’s storage. Download the text to be safe, or clear away deleted guides and texts that were thrown away.';

/** Drafts in a browser's storage area, an item for each. */
export function createDraftStore({
  area,
  hold,
  letGo,
  held,
  patience,
  newId,
  now,
}: DraftStoreDeps): DraftStore {
  /** What came in of each draft as this window stored it, so that typing does not store it again. */
  const arrivals = new Map<string, string>();

  /** Since when drafts have been seen without a window. One that is loaded anew has none for a moment. */
  let alone = new Map<string, number>();

  /** Which of the drafts are this window's from now on. */
  async function claim(ids: readonly string[], own: string | undefined): Promise<readonly string[]> {
    const isOwn = own !== undefined && ids.includes(own) && (await hold(draftItem(own).key, true));
    const names = await held();
    const free = ids.filter((id) => !(isOwn && id === own) && !names.has(draftItem(id).key));
    alone = new Map(free.map((id) => [id, alone.get(id) ?? now()]));
    const left = free.filter((id) => now() - (alone.get(id) ?? 0) >= patience);
    const got = await Promise.all(left.map((id) => hold(draftItem(id).key, false)));
    return [...(isOwn ? [own] : []), ...left.filter((_, place) => got[place])];
  }

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
      void hold(draftItem(id).key, true);
      return id;
    },
    async open(own) {
      try {
        const ids = (await keysIn(area)).flatMap((key) => idOfDraftKey(key) ?? []);
        // Before they are read: the window that had them may have written until it let go.
        const all = await Promise.all((await claim(ids, own)).map(read));
        const drafts = all.flatMap((each) => (typeof each === 'object' ? [each] : []));
        const notices = all.filter((each) => typeof each === 'string');
        const first = (id: string) => Number(id === own);
        return { drafts: drafts.sort((a, b) => first(b.id) - first(a.id) || b.at - a.at), notices };
      } catch (error) {
        return { drafts: [], notices: [reasonOf(error)] };
      }
    },
    keep: (draft) => storing(() => store(draft)),
    letGo: (id) => letGo(draftItem(id).key),
    remove: (id) =>
      storing(async () => {
        await area.remove([draftItem(id).key, arrivalItem(id).key]);
        arrivals.delete(id);
      }),
  };
}
