import { computed, createModel, effect, signal, untracked } from '@preact/signals';
import { highestNumber } from '../guide/mark-stories.ts';
import type { Guide, Story } from '../guide/types.ts';
import { Backup } from './backup.ts';
import { backupIn } from './backup-file.ts';
import { BringIn, type ChosenFile } from './bring-in.ts';
import type { DraftPlace, DraftStore } from './draft-ports.ts';
import { Follow, type FollowedFiles } from './follow.ts';
import type { LibraryModel } from './library.ts';
import type { Made } from './library-ports.ts';
import { Marking } from './marking.ts';
import { Past } from './past.ts';
import type { Clock } from './ports.ts';
import { Reading } from './reading.ts';
import { TakeOver } from './take-over.ts';

/** What the page shows in its main part. */
export type DeskView = 'guide' | 'bring-in' | 'history' | 'import';

export interface DeskDeps {
  readonly library: LibraryModel;
  readonly parse: (text: string) => Promise<Guide>;
  readonly fromHtml: (html: string) => string;
  readonly clock: Clock;
  readonly drafts: DraftStore;
  /** Absent: a reload does not know which draft was this window's. */
  readonly draftPlace?: DraftPlace;
  /** A draft is gone for good: whatever else is kept of its text must go. */
  readonly onDraftGone?: (id: string) => void;
  readonly files: FollowedFiles;
  /** Hands the user a file with exactly this text, in UTF-8. Throws when the browser doesn't take it. */
  readonly download: (name: string, text: string) => void;
}

/** A longer text is given its own room as a draft when there is none for it as a guide; in letters. */
const BESIDE_ITSELF = 500_000;

const backupLeftOut = (name: string) =>
  `“${name}” is a backup of Hookline, not a guide, and was left out. Bring it back with “Import everything”, under Backup.`;

/** The story whose lines hold this one; the nearest before it where none does. */
export function storyAt(guide: Guide | undefined, line: number): Story | undefined {
  const holds = guide?.stories.find((story) =>
    story.lines.some(({ start, end }) => start <= line && line <= end),
  );
  if (holds !== undefined) return holds;
  const starts = (story: Story) => story.lines[0]?.start ?? Number.POSITIVE_INFINITY;
  return guide?.stories
    .filter((story) => starts(story) <= line)
    .sort((a, b) => starts(b) - starts(a))
    .at(0);
}

/** A file name that every system takes, from a guide's name. */
export function fileNameOf(name: string): string {
  const plain = name
    .replace(/[\p{Cc}\p{Cf}<>:"/\\|?*]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
    .slice(0, 100);
  return plain === '' ? 'guide' : plain;
}

/** Everything that the library page does around the library itself. */
export const Desk = createModel((deps: DeskDeps) => {
  const { library, clock } = deps;
  const view = signal<DeskView>('guide');
  const reading = new Reading({ parse: deps.parse, clock });
  const bringIn = new BringIn(deps);
  const isBringing = computed(() => view.value === 'bring-in' && bringIn.isReviewing.value);
  /** What is in the editor: the text that is being brought in, or the open guide's. */
  const text = computed(() => (isBringing.value ? bringIn.text.value : library.text.value));
  const change = (next: string) => (isBringing.peek() ? bringIn.replace(next) : library.edit(next));
  const marking = new Marking({ text: () => text.peek(), apply: change });
  const past = new Past({ library });
  const takeOver = new TakeOver(library);
  const follow = new Follow({
    files: deps.files,
    clock,
    text: () => library.text.peek(),
    edit: (next) => library.edit(next, true),
  });
  /** Whether the panel is to show what is kept; `undefined`: the user has not said. */
  const wantsPanel = signal<boolean | undefined>(undefined);
  // What the user reads from in a call must not make way unasked; the sample guide may.
  const keepsInPanel = computed(() => wantsPanel.value ?? library.currentId.value === null);
  const backup = new Backup({ library, clock, download: deps.download });
  /** Set while what was brought in is being kept, so that a double click keeps it once. */
  let isKeeping = false;
  /** The line that the cursor is on, counted from 1. */
  const line = signal(1);
  const story = computed(() => storyAt(reading.guide.value, line.value));

  /** Which text is read: another one is read at once, a changed one when the typing rests. */
  let source: unknown;
  effect(() => {
    const now = text.value;
    const from = isBringing.value ? bringIn.version.value : (library.openId.value ?? 'sample');
    const isOther = from !== source;
    source = from;
    untracked(() => {
      reading.put(now, isOther);
      if (isOther) marking.close();
    });
  });
  effect(() => {
    const id = library.openId.value;
    untracked(() => {
      void follow.open(id);
      // The states that are listed are another guide's.
      past.reset();
      if (view.peek() === 'history') view.value = 'guide';
    });
  });

  return {
    view,
    text,
    line,
    story,
    isBringing,
    reading,
    bringIn,
    marking,
    past,
    takeOver,
    follow,
    show(next: DeskView) {
      if (next === 'history') {
        const id = library.openId.peek();
        if (id === null) return;
        past.reset();
        void library.settled().then(() => (library.openId.peek() === id ? past.load(id) : undefined));
      }
      if (next === 'import') takeOver.open();
      view.value = next;
    },
    async open(id: string | null) {
      view.value = 'guide';
      // The cursor stays where it is in a guide that is open already.
      if (id !== library.openId.peek()) line.value = 1;
      await library.open(id);
    },
    /**
     * Something was dropped or chosen: read it for a look before it is kept. A backup goes where backups are
     * looked at.
     *
     * @param known sentences about what was left out already
     */
    async take(files: readonly ChosenFile[], isFolder: boolean, known: readonly string[] = []) {
      const whole = await backupIn(files, view.peek() === 'import');
      if (whole === undefined || files.length > 1) {
        const others = files.filter((file) => file !== whole);
        const aside = whole === undefined ? [] : [backupLeftOut(whole.name)];
        view.value = 'bring-in';
        await bringIn.take(others, isFolder, [...known, ...aside]);
        return;
      }
      view.value = 'import';
      takeOver.open();
      await takeOver.look(whole);
    },
    keepsInPanel,
    /** The user says whether the panel is to show what is kept. */
    setKeepsInPanel(wanted: boolean) {
      wantsPanel.value = wanted;
    },
    /** The number that the next story of this text gets. */
    nextNumber(): number {
      const highest = highestNumber(text.peek());
      return (highest === 0 ? (reading.guide.peek()?.stories.length ?? 0) : highest) + 1;
    },
    /** Keeps what was brought in as a guide of its own, and opens it; its history begins with what came in. */
    async keep() {
      if (!bringIn.canKeep.peek() || isKeeping) return;
      isKeeping = true;
      const given = bringIn.name.peek().trim();
      const name = given === '' ? 'My guide' : given;
      const came = bringIn.arrived.peek();
      const now = bringIn.text.peek();
      const draft = bringIn.drafts.id.peek();
      const original = came.trim() === '' ? now : came;
      const create = () => library.create(name, now, { inPanel: keepsInPanel.peek(), original });
      let made: Made;
      try {
        made = await create();
        // Beside itself as a draft, a large text may find no room.
        if (made.outcome === 'failed' && now.length > BESIDE_ITSELF) {
          await bringIn.drafts.makeRoom();
          made = await create();
        }
        if (made.outcome === 'failed') return bringIn.keepDraft();
        if (made.withoutOriginal) bringIn.drafts.lay(`${name}, as it came in`, original);
      } finally {
        isKeeping = false;
      }
      // Another text is looked at meanwhile: this one was thrown away, or made way.
      if (bringIn.drafts.id.peek() !== draft) return;
      const { id } = made.entry;
      const later = bringIn.text.peek();
      // What was written meanwhile belongs to the guide; where that is not open, it stays here.
      if (later !== now && library.openId.peek() !== id) return bringIn.keepDraft();
      if (later !== now) library.edit(later);
      const renamed = bringIn.name.peek().trim();
      bringIn.clear();
      wantsPanel.value = undefined;
      view.value = 'guide';
      if (renamed !== given && renamed !== '') await library.rename(id, renamed);
    },
    exportGuide() {
      // One without an entry was cleared away by another window.
      const unnamed = library.openId.peek() === null ? 'Sample guide' : 'Guide';
      deps.download(`${fileNameOf(library.openEntry.peek()?.name ?? unnamed)}.md`, library.text.peek());
    },
    backup,
    exportEverything: backup.exportEverything,
  };
});

export type DeskModel = InstanceType<typeof Desk>;
