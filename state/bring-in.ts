import { batch, computed, createModel, signal } from '@preact/signals';
import { joinFiles, sortFiles } from '../guide/join-files.ts';
import { withHeadings } from './file-headings.ts';
import { type BroughtFile, type ChosenFile, readFiles, TEXT_NAME } from './read-files.ts';

export type { BroughtFile, ChosenFile };

export interface BringInDeps {
  /** Rich text to Markdown; never throws, and nothing of the HTML runs or loads. */
  readonly fromHtml: (html: string) => string;
}

/** From here on, texts with their history may find no room in the browser's storage. */
const LARGE = 8 * 1024 * 1024;
const TOO_LARGE = 'The text is large';

/** What the text calls itself: its first heading of the first two levels that is no story. */
function titleIn(text: string): string | undefined {
  const heading = /^#{1,2}[ \t]+(?!story\b)(.*\S)/im.exec(text.slice(0, 2000))?.[1] ?? '';
  const title = heading
    .replace(/[*_`[\]#]/g, '')
    .trim()
    .slice(0, 60)
    .trim();
  return title === '' ? undefined : title;
}

/** What a guide is called that is made of files with a story each. */
const MY_STORIES = 'My stories';

const withoutFolders = (name: string) => name.split('/').at(-1) ?? name;

/**
 * What is being brought in, until the user keeps it: files or pasted text become one Markdown text, which is
 * shown, may be mended, and is kept only on request.
 */
export const BringIn = createModel((deps: BringInDeps) => {
  const files = signal<readonly BroughtFile[]>([]);
  const name = signal('');
  /** What would be kept, as joined from the files or as mended by the user. */
  const text = signal('');
  /** What stands in the field to paste into, and is not looked at yet. */
  const typed = signal('');
  /** The name that was offered last; one that the user gave is never replaced. */
  let offered = '';
  /** The text as it came from files alone, to tell whether the user has mended it since. */
  let arrived = '';
  /** The remarks that are about the text in review, and stay with it. */
  let lasting: readonly string[] = [];
  /** Counts up when `text` was replaced from outside the editor, so that the editor shows it. */
  const version = signal(0);
  /** Sentences about files that were refused, passed over or read with care. */
  const remarks = signal<readonly string[]>([]);
  /** Which bringing in this is; each has an undo of its own. */
  const round = signal(1);
  /** What was thrown away last, for undo. */
  const thrown = signal<{ readonly name: string; readonly text: string } | null>(null);
  const isReading = signal(false);
  /** Set while something waits to be kept or thrown away. */
  const isReviewing = signal(false);

  function show(next: string, nextName: string): void {
    batch(() => {
      text.value = next;
      if (name.peek() === '') {
        name.value = nextName;
        offered = nextName;
      }
      version.value += 1;
      isReviewing.value = true;
      const isOther = (remark: string) => !remark.startsWith(TOO_LARGE);
      const warning =
        next.length > LARGE
          ? [
              `${TOO_LARGE} (${Math.ceil(next.length / 1024 / 1024)} MB): the browser may have no room for it. Download it before you keep it, or split it.`,
            ]
          : [];
      lasting = [...lasting.filter(isOther), ...warning];
      remarks.value = [...remarks.peek().filter(isOther), ...warning];
    });
  }

  /** Forgets what was said about files that are not in the text. */
  function forgetRefused(): void {
    if (!isReviewing.peek()) lasting = [];
    remarks.value = lasting;
  }

  /** Adds to the end of what is there, a blank line between. */
  const after = (more: string) =>
    joinFiles([
      { name: '0', text: text.peek() },
      { name: '1', text: more },
    ]);

  /** Reads files and adds them to what is being brought in. `isFolder`: only those that look like text. */
  async function take(chosen: readonly ChosenFile[], isFolder: boolean): Promise<void> {
    forgetRefused();
    isReading.value = true;
    const size = files.peek().reduce((sum, file) => sum + file.text.length, 0);
    const { read, notes, cares } = await readFiles(chosen, isFolder, size, deps.fromHtml);
    batch(() => {
      isReading.value = false;
      lasting = [...lasting, ...cares];
      remarks.value = [...remarks.peek(), ...notes, ...cares];
      if (read.length === 0) return;
      const before = files.peek();
      // Files come in name order while nothing else was done to the text; what was written by hand stays.
      const isUntouched = text.peek() === (before.length > 0 ? arrived : '');
      const isMany = before.length + read.length > 1;
      const fresh = isUntouched
        ? sortFiles([...before.map((file) => ({ ...file, heading: '' })), ...read])
        : sortFiles(read);
      const headed = isMany ? withHeadings(fresh, isUntouched ? '' : text.peek()) : fresh;
      files.value = isUntouched ? headed : sortFiles([...before, ...headed]);
      const first = read[0]?.name ?? '';
      const folder = read.length > 1 && first.includes('/') ? first.split('/')[0] : undefined;
      const isStories = headed.some(({ heading }) => heading !== '');
      const title = folder ?? (isStories && isUntouched ? MY_STORIES : (files.value[0]?.name ?? first));
      if (isUntouched && name.peek() === offered) name.value = '';
      const all = joinFiles(headed.map((file) => ({ name: file.name, text: file.heading + file.text })));
      if (isUntouched) arrived = all;
      show(isUntouched ? all : after(all), withoutFolders(title).replace(TEXT_NAME, ''));
    });
  }

  function clear(): void {
    batch(() => {
      files.value = [];
      name.value = '';
      text.value = '';
      lasting = [];
      remarks.value = [];
      isReviewing.value = false;
      arrived = '';
      offered = '';
      round.value += 1;
      version.value += 1;
    });
  }

  /** Takes what was pasted: the rich form when there is one, else the plain text. */
  function paste(html: string, plain: string): void {
    const markdown = html.trim() === '' ? plain : deps.fromHtml(html);
    const pasted = markdown.trim() === '' ? plain : markdown;
    forgetRefused();
    if (pasted.trim() === '') {
      remarks.value = [...remarks.peek(), 'The clipboard holds no text. Copy the text again, then paste.'];
      return;
    }
    show(after(pasted), titleIn(pasted) ?? 'Pasted guide');
  }

  const canKeep = computed(() => isReviewing.value && text.value.trim() !== '');

  return {
    files,
    name,
    text,
    typed,
    version,
    round,
    thrown,
    remarks,
    isReading,
    isReviewing,
    canKeep,
    /** Whether anything would be lost with the page. */
    hasUnkept: computed(() => canKeep.value || typed.value.trim() !== '' || thrown.value !== null),
    take,
    paste,
    /** The page shows something else now: what was said about refused files has been seen. */
    leave: forgetRefused,
    /** Looks at what was typed into the field. */
    lookAtTyped() {
      const plain = typed.peek();
      typed.value = '';
      paste('', plain);
    },
    /** The user mended the text in the editor. */
    edit(next: string) {
      text.value = next;
    },
    /** Replaces the text as the user agreed to, marked headings for one. */
    replace(next: string) {
      show(next, name.peek());
    },
    /** A text to write into: empty, but for what was typed already. */
    startEmpty() {
      const begun = typed.peek();
      typed.value = '';
      forgetRefused();
      show(begun, titleIn(begun) ?? 'New guide');
    },
    /** Forgets everything that was brought in; it was kept. */
    clear() {
      clear();
      thrown.value = null;
    },
    /** Gives up what was brought in, until the user wants it back after all. */
    throwAway() {
      const last = { name: name.peek(), text: text.peek() };
      clear();
      if (last.text.trim() !== '') thrown.value = last;
    },
    /** Brings back what was thrown away; what is in its place takes the way back in turn. */
    undoThrow() {
      const last = thrown.peek();
      if (last === null) return;
      const now = { name: name.peek(), text: text.peek() };
      clear();
      thrown.value = now.text.trim() === '' ? null : now;
      show(last.text, last.name);
    },
  };
});

export type BringInModel = InstanceType<typeof BringIn>;
