import { batch, computed, createModel, effect, signal, untracked } from '@preact/signals';
import { joined, withFiles } from './added-files.ts';
import type { Draft, DraftPlace, DraftStore } from './draft-ports.ts';
import { Drafts } from './drafts.ts';
import { type Clipping, type PasteForm, readPaste } from './pasting.ts';
import type { Clock } from './ports.ts';
import { type BroughtFile, type ChosenFile, readFiles } from './read-files.ts';
import { sizeWarning, titleIn, withoutSizeWarning } from './text-facts.ts';

export type { BroughtFile, ChosenFile };

export interface BringInDeps {
  /** Rich text to Markdown; never throws, and nothing of the HTML runs or loads. */
  readonly fromHtml: (html: string) => string;
  /** Where what is not kept as a guide yet is kept meanwhile. */
  readonly drafts: DraftStore;
  /** Which of them this window works on. */
  readonly draftPlace?: DraftPlace;
  /** A draft is gone for good. */
  readonly onDraftGone?: (id: string) => void;
  readonly clock: Pick<Clock, 'now' | 'after'>;
}

/** What was pasted last, which can be read in another way. */
export interface Pasted {
  /** The form that is shown. */
  readonly form: PasteForm;
  /** What the other form gives. */
  readonly other: string;
}

/**
 * What is being brought in, until the user keeps it: files or pasted text become one Markdown text, which is
 * shown, may be mended, and becomes a guide only on request. Until then it is a draft, on disk as it is typed.
 */
export const BringIn = createModel((deps: BringInDeps) => {
  const drafts = new Drafts({
    store: deps.drafts,
    clock: deps.clock,
    place: deps.draftPlace,
    onGone: deps.onDraftGone,
  });
  const files = signal<readonly BroughtFile[]>([]);
  const name = signal('');
  /** What would be kept, as joined from the files or as mended by the user. */
  const text = signal('');
  /** That text as it came in, without any mending; `''` where it was begun here. */
  const arrived = signal('');
  /** What stands in the field to paste into, and is not looked at yet. */
  const typed = signal('');
  /** The name that was offered last; one that the user gave is never replaced. */
  let offered = '';
  /** The text as it came from files alone, to tell whether the user has mended it since. */
  let fromFiles = '';
  /** The remarks that are about the text in review, and stay with it. */
  let lasting: readonly string[] = [];
  /** Counts up when `text` was replaced from outside the editor, so that the editor shows it. */
  const version = signal(0);
  /** Sentences about files that were refused, passed over or read with care. */
  const remarks = signal<readonly string[]>([]);
  const pasted = signal<Pasted | null>(null);
  /** What was there before that, and what it made of it. */
  let around = { before: '', arrivedBefore: '', result: '' };
  const isReading = signal(false);
  /** Set while something waits to be kept or thrown away. */
  const isReviewing = signal(false);
  /** What was there when the page was opened, until the user has looked at it or at something else. */
  const isLeftover = signal(false);

  const content = () => ({ name: name.value, text: text.value, arrived: arrived.value, typed: typed.value });
  effect(() => {
    const now = content();
    untracked(() => drafts.put(now));
  });

  function show(next: string, nextName: string): void {
    batch(() => {
      text.value = next;
      if (name.peek() === '') {
        name.value = nextName;
        offered = nextName;
      }
      version.value += 1;
      isReviewing.value = true;
      lasting = [...withoutSizeWarning(lasting), ...sizeWarning(next)];
      remarks.value = [...withoutSizeWarning(remarks.peek()), ...sizeWarning(next)];
    });
  }

  /** Forgets what was said about files that are not in the text. */
  function forgetRefused(): void {
    if (!isReviewing.peek()) lasting = [];
    remarks.value = lasting;
  }

  /**
   * Reads files and adds them to what is being brought in.
   *
   * @param isFolder only those that look like text
   * @param known sentences about what was left out already, before any was read
   */
  async function take(
    chosen: readonly ChosenFile[],
    isFolder: boolean,
    known: readonly string[] = [],
  ): Promise<void> {
    forgetRefused();
    isReading.value = true;
    const options = { isFolder, before: files.peek(), text: text.peek(), fromHtml: deps.fromHtml };
    const { read, notes, cares } = await readFiles(chosen, options);
    batch(() => {
      isReading.value = false;
      lasting = [...lasting, ...cares];
      remarks.value = [...remarks.peek(), ...known, ...notes, ...cares];
      if (read.length === 0) return;
      pasted.value = null;
      const added = withFiles({ files: files.peek(), text: text.peek(), fromFiles }, read);
      files.value = added.files;
      if (added.isWhole) {
        fromFiles = added.text;
        if (name.peek() === offered) name.value = '';
      }
      arrived.value = added.isWhole ? added.text : joined(arrived.peek(), added.text);
      show(added.isWhole ? added.text : joined(text.peek(), added.text), added.title);
    });
  }

  /** Forgets what is here, once its draft is given up, done, or another one's. */
  function clear(): void {
    batch(() => {
      files.value = [];
      name.value = '';
      text.value = '';
      arrived.value = '';
      pasted.value = null;
      lasting = [];
      remarks.value = [];
      isReviewing.value = false;
      isLeftover.value = false;
      fromFiles = '';
      offered = '';
      version.value += 1;
    });
  }

  /** Takes what was pasted: see {@link readPaste}. */
  function paste(clipping: Clipping): void {
    const { form, text: more, other } = readPaste(clipping, deps.fromHtml);
    forgetRefused();
    if (more.trim() === '') {
      remarks.value = [...remarks.peek(), 'The clipboard holds no text. Copy the text again, then paste.'];
      return;
    }
    batch(() => {
      around = { before: text.peek(), arrivedBefore: arrived.peek(), result: joined(text.peek(), more) };
      pasted.value = other === undefined ? null : { form, other };
      arrived.value = joined(arrived.peek(), more);
      show(around.result, titleIn(more) ?? 'Pasted guide');
    });
  }

  /** What is here but for what stands in the field, which stays there. */
  const reviewed = () => ({
    name: name.peek(),
    text: text.peek(),
    arrived: arrived.peek(),
    typed: '',
  });

  function showDraft(draft: Draft): void {
    batch(() => {
      typed.value = [typed.peek(), draft.typed].filter((each) => each !== '').join('\n\n');
      arrived.value = draft.arrived;
      if (draft.text === '' && draft.arrived === '') return;
      name.value = draft.name;
      show(draft.text, draft.name);
    });
  }

  const canKeep = computed(() => isReviewing.value && text.value.trim() !== '');

  return {
    drafts,
    files,
    name,
    text,
    arrived,
    typed,
    version,
    remarks,
    pasted,
    isReading,
    isReviewing,
    isLeftover,
    canKeep,
    /** Whether something here is no guide yet. */
    isWaiting: computed(() => isReviewing.value || typed.value.trim() !== ''),
    /** Whether anything would be lost with the page. */
    hasUnkept: computed(() => !drafts.isHeld.value),
    take,
    paste,
    /** Shows the other form of what was pasted; what was mended since can be had back. */
    readOtherWay() {
      const now = pasted.peek();
      if (now === null) return;
      const { before, arrivedBefore, result } = around;
      const shown = result.slice(joined(before, 'x').length - 1);
      batch(() => {
        if (text.peek() !== result) drafts.lay(name.peek(), text.peek());
        around.result = joined(before, now.other);
        arrived.value = joined(arrivedBefore, now.other);
        pasted.value = { form: now.form === 'plain' ? 'formatted' : 'plain', other: shown };
        if (name.peek() === offered) name.value = '';
        show(around.result, titleIn(now.other) ?? 'Pasted guide');
      });
    },
    /** The page shows something else now: what was said about refused files has been seen. */
    leave: forgetRefused,
    /** Looks at what was typed into the field. */
    lookAtTyped() {
      const plain = typed.peek();
      batch(() => {
        typed.value = '';
        paste({ html: '', plain });
      });
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
      forgetRefused();
      batch(() => {
        typed.value = '';
        show(begun, titleIn(begun) ?? 'New guide');
      });
    },
    /** It could not be made a guide: its draft is on disk again. */
    keepDraft() {
      drafts.put(content());
    },
    /** Forgets what was brought in; it is a guide now. What was thrown away can still be had back. */
    clear() {
      batch(() => {
        drafts.done();
        clear();
      });
    },
    /** Gives up what was brought in, until the user wants it back after all. */
    throwAway() {
      batch(() => {
        drafts.throwAway(reviewed());
        clear();
      });
    },
    /** Brings back what was thrown away or left behind; what is in its place can be had back in turn. */
    bringBack(id: string) {
      batch(() => {
        const draft = drafts.takeBack(id, reviewed());
        if (draft === undefined) return;
        clear();
        showDraft(draft);
      });
    },
    /**
     * Takes up what was not kept when the page was closed, or ended by itself.
     *
     * @param isLate the user is at work here already: it is only offered
     */
    async open(isLate = false) {
      const known = new Set(drafts.aside.peek().map(({ id }) => id));
      await drafts.open();
      const last = drafts.aside.peek().find(({ id, thrownAt }) => thrownAt === null && !known.has(id));
      if (last === undefined) return;
      batch(() => {
        isLeftover.value = true;
        if (isLate || isReviewing.peek() || isReading.peek() || typed.peek() !== '') return;
        const draft = drafts.takeBack(last.id, reviewed());
        if (draft !== undefined) showDraft(draft);
      });
    },
    /** The user looks at what was left, or has read that it is there. */
    sawLeftover() {
      isLeftover.value = false;
    },
  };
});

export type BringInModel = InstanceType<typeof BringIn>;
