import { computed, createModel, signal } from '@preact/signals';
import type { ImportMode } from './backup-ports.ts';
import { deleting } from './library-deleting.ts';
import { opening } from './library-opening.ts';
import type { ConflictChoice, Done, GuideList, LibraryDeps, Made, SaveStatus } from './library-ports.ts';
import { EMPTY, freeName, isBackupDue, oneAtATime } from './library-rules.ts';

export { freeName, isBackupDue } from './library-rules.ts';

const SAVED: SaveStatus = { kind: 'saved' };

/**
 * The library of guides in this window: the list, the text of the guide that is open here, whether that is
 * saved, and everything that can be done with guides. Call {@link LibraryModel.start} first.
 */
export const Library = createModel((deps: LibraryDeps) => {
  const { store } = deps;
  const list = signal<GuideList>(EMPTY);
  const notices = signal<readonly string[]>([]);
  const ready = signal(false);
  const now = signal(deps.clock.now());
  /** How many acts of this window are under way: what they change needs no telling. */
  let acting = 0;
  const once = oneAtATime();

  const inUse = computed(() => list.value.entries.filter((entry) => entry.deletedAt === null));

  function notify(notice: string): void {
    if (!notices.peek().includes(notice)) notices.value = [...notices.peek(), notice];
  }

  function noted<T extends Done | Made>(result: T): T {
    if (result.outcome === 'failed') notify(result.reason);
    return result;
  }

  function nameOf(id: string): string {
    return list.peek().entries.find((entry) => entry.id === id)?.name ?? 'Guide';
  }

  const { opened, all, open, openId, unsaved, secure, secureAll, flush, leave, settled } = opening({
    store,
    clock: deps.clock,
    place: deps.place,
    notify,
    keepCopy: async (id, text) =>
      noted(await store.create(freeName(`${nameOf(id)} (copy)`, list.peek().entries), text)),
  });

  async function takeList(next: GuideList): Promise<void> {
    if (next.revision <= list.peek().revision) return;
    const name = opened.peek() === undefined ? '' : nameOf(opened.peek()?.id.peek() ?? '');
    const isOwn = acting > 0;
    list.value = next;
    deletion.keepTo(next);
    const openId = opened.peek()?.id.peek() ?? null;
    // A text that is not saved stays in sight, whatever another window does to its guide.
    if (opened.peek()?.status.peek().kind !== 'saved' && opened.peek() !== undefined) return;
    const isGone = openId !== null && !next.entries.some((e) => e.id === openId && e.deletedAt === null);
    const follows = deps.followsCurrent && openId !== next.currentId;
    if (!ready.peek() || !(isGone || follows)) return;
    await open(next.currentId);
    if (isOwn || deps.followsCurrent || openId === (opened.peek()?.id.peek() ?? null)) return;
    const instead = opened.peek() === undefined ? 'The sample guide' : `“${nameOf(next.currentId ?? '')}”`;
    notify(`“${name}” was deleted in another window. ${instead} is open here now.`);
  }

  async function refresh(): Promise<void> {
    const read = await store.list();
    for (const notice of read.notices) notify(notice);
    await takeList(read.list);
  }

  /** Runs an act and reads the list again, so that it is up to date when the answer is there. */
  async function act<T extends Done | Made>(run: () => Promise<T>): Promise<T> {
    acting += 1;
    try {
      const result = noted(await run());
      await refresh();
      return result;
    } finally {
      acting -= 1;
    }
  }

  const deletion = deleting({ store, list, openId, open, secure, nameOf, notify, act });

  return {
    /** Whether the list was read. */
    ready,
    /** Sentences that the user has to know: something unreadable, something that failed. */
    notices,
    list,
    /** Every guide but the deleted ones, archived ones among them. */
    entries: inUse,
    /** The guides to switch between. */
    active: computed(() => inUse.value.filter((entry) => entry.archivedAt === null)),
    archived: computed(() => inUse.value.filter((entry) => entry.archivedAt !== null)),
    deleted: computed(() => list.value.entries.filter((entry) => entry.deletedAt !== null)),
    currentId: computed(() => list.value.currentId),
    /** The guide open in this window; `null`: the sample guide. */
    openId,
    openEntry: computed(() => list.value.entries.find((entry) => entry.id === opened.value?.id.value)),
    /** The text of the open guide as this window has it. */
    text: computed(() => opened.value?.text.value ?? deps.sampleText),
    /** Whether that text is on disk. `kind: 'saved'` only when it is. */
    status: computed(() => opened.value?.status.value ?? SAVED),
    /** Names of guides with a text in this window that is not on disk. */
    unsaved: computed(() => unsaved.value.map((each) => nameOf(each.id.value))),
    /** Guides whose text could not be saved, or waits for a choice, whether they are open or not. */
    troubled: computed(() =>
      unsaved.value.flatMap((each) => {
        const status = each.status.value;
        if (status.kind === 'saving') return [];
        const reason = status.kind === 'failed' ? status.reason : 'Another window has changed it.';
        return [{ id: each.id.value, name: nameOf(each.id.value), reason }];
      }),
    ),
    justDeleted: deletion.justDeleted,
    forgetDeleted: deletion.forgetDeleted,
    backupDue: computed(() => isBackupDue(list.value, now.value)),

    /** Reads the list, opens the current guide, and follows other windows. Returns a function that ends it. */
    async start(): Promise<() => void> {
      const stop = store.watch((change) => {
        for (const each of all.peek()) {
          const text = change.texts.get(each.id.peek());
          if (text !== undefined) each.told(text);
        }
        if (change.list !== undefined) void takeList(change.list);
        for (const notice of change.notices ?? []) notify(notice);
      });
      await refresh();
      // Another window may switch while the text is being read.
      const last = deps.place?.get();
      const isThere = last === null || inUse.peek().some((entry) => entry.id === last);
      if (last !== undefined && isThere && !deps.followsCurrent) await open(last);
      else
        do await open(list.peek().currentId);
        while (deps.followsCurrent && openId.peek() !== list.peek().currentId && notices.peek().length === 0);
      ready.value = true;
      return stop;
    },
    /** Reads the list again and looks at the clock, after the page was hidden. */
    async refresh() {
      now.value = deps.clock.now();
      await refresh();
    },
    /** Opens a guide in this window; `null`: the sample guide. The panel's guide stays. */
    open,
    /** The open guide's text is now `text`. The sample guide can't be changed: make a guide of it first. */
    edit: (text: string, keep = false) => opened.peek()?.edit(text, keep),
    retry: () => opened.peek()?.retry(),
    choose: async (choice: ConflictChoice) => {
      const made = await opened.peek()?.choose(choice);
      if (made?.outcome === 'failed') notify(made.reason);
      if (made !== undefined) await refresh();
      return made;
    },
    /** Saves at once what waits in this window: the page may be gone soon. */
    flush,
    /** The page goes for certain: what is not on disk is kept apart, without waiting for anything. */
    leave,
    /** Resolves when nothing is being saved in this window. */
    settled,

    /** Makes a guide of `text` and opens it here; every panel shows it too, unless `inPanel` is false. */
    create: (name: string, text: string, { inPanel = true, original = text } = {}): Promise<Made> =>
      once(`create ${name}\n${text}`, async () => {
        const made = await act(() => store.create(freeName(name, inUse.peek()), text, original));
        if (made.outcome === 'made') {
          if (inPanel) await act(() => store.switchTo(made.entry.id));
          await open(made.entry.id);
        }
        return made;
      }),
    duplicate: (id: string) =>
      once(`duplicate ${id}`, async () => {
        const text = await secure(id);
        return act(() => store.duplicate(id, text));
      }),
    rename: (id: string, name: string) => act(() => store.rename(id, name)),
    archive: (id: string, archived: boolean) => act(() => store.archive(id, archived)),
    delete: deletion.delete,
    undelete: deletion.undelete,
    discardDeleted: deletion.discardDeleted,
    /** Shows a guide in every panel and opens it here; `null`: the sample guide. */
    async switchTo(id: string | null): Promise<Done> {
      const done = await act(() => store.switchTo(id));
      if (done.outcome === 'done') await open(id);
      return done;
    },
    /** Switches to the next guide that is not archived, and after the last to the first. */
    async switchToNext(): Promise<void> {
      const ids = inUse.peek().filter((entry) => entry.archivedAt === null);
      const at = ids.findIndex((entry) => entry.id === list.peek().currentId);
      const next = ids[(at + 1) % ids.length];
      if (next === undefined || next.id === list.peek().currentId) return;
      await act(() => store.switchTo(next.id));
      await open(next.id);
    },
    noteSeen: (id: string, text: string) => store.noteSeen(id, text),
    /** The text of a guide that a panel read last, where it has another one now. */
    seenBefore: (id: string | null) => (id === null ? Promise.resolve(undefined) : store.seenBefore(id)),
    history: (id: string) => store.history(id),
    readState: (id: string, stateId: string) => store.readState(id, stateId),
    /** Everything, what is typed in this window included. It is no backup before {@link noteExported}. */
    async exportAll() {
      const exported = await store.exportAll(await secureAll());
      if (exported.outcome === 'failed') notify(exported.reason);
      return exported;
    },
    /** The export made then is safe elsewhere. What fails is for the caller to say. */
    async noteExported(at: number): Promise<Done> {
      const done = await store.noteExported(at);
      await refresh();
      return done;
    },
    withdrawExport: (at: number, before: Pick<GuideList, 'exportedAt' | 'unexportedSince'>) =>
      act(() => store.withdrawExport(at, before)),
    previewImport: (json: string) => store.previewImport(json),
    async applyImport(json: string, mode: ImportMode): Promise<Done> {
      // A save that comes after would bring a guide back that made way.
      await secureAll();
      return act(() => store.applyImport(json, mode));
    },
    replaced: () => store.replaced(),
    async undoReplace(at: number): Promise<Done> {
      await secureAll();
      return act(() => store.undoReplace(at));
    },
    dismissReminder: () => act(() => store.dismissReminder()),
    notify,
    /** Takes a sentence away that the user has read. */
    dismissNotice(notice: string) {
      notices.value = notices.peek().filter((each) => each !== notice);
    },
  };
});

export type LibraryModel = InstanceType<typeof Library>;
