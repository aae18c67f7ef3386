import { computed, createModel, effect, signal, untracked } from '@preact/signals';
import type { Guide, Story } from '../guide/types.ts';
import { Backup } from './backup.ts';
import { BringIn, type ChosenFile } from './bring-in.ts';
import { Follow, type FollowedFiles } from './follow.ts';
import type { LibraryModel } from './library.ts';
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
  readonly files: FollowedFiles;
  /** Hands the user a file with exactly this text, in UTF-8. Throws when the browser doesn't take it. */
  readonly download: (name: string, text: string) => void;
}

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
  const bringIn = new BringIn({ fromHtml: deps.fromHtml });
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
    /** Something was dropped or chosen: read it for a look before it is kept. */
    async take(files: readonly ChosenFile[], isFolder: boolean) {
      view.value = 'bring-in';
      await bringIn.take(files, isFolder);
    },
    /** Keeps what was brought in as a guide of its own, and opens it. */
    async keep() {
      if (!bringIn.canKeep.peek() || isKeeping) return;
      isKeeping = true;
      const name = bringIn.name.peek().trim();
      const made = await library.create(name === '' ? 'My guide' : name, bringIn.text.peek()).finally(() => {
        isKeeping = false;
      });
      if (made.outcome === 'failed') return;
      bringIn.clear();
      view.value = 'guide';
    },
    exportGuide() {
      deps.download(
        `${fileNameOf(library.openEntry.peek()?.name ?? 'Sample guide')}.md`,
        library.text.peek(),
      );
    },
    backup,
    exportEverything: backup.exportEverything,
  };
});

export type DeskModel = InstanceType<typeof Desk>;
