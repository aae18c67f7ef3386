import { batch, computed, createModel, effect, signal, untracked } from '@preact/signals';
import { followStories } from '../guide/identity.ts';
import type { Guide, Story } from '../guide/types.ts';
import { isTaught } from './learnt.ts';
import type { SessionDeps, SessionState } from './ports.ts';
import { markedIn, rowsOf } from './story-row.ts';
import { Telling } from './telling.ts';

/** What lies over the stories: nothing, the rescue view, the help sheet, or the list of what was taught. */
export type Sheet = 'none' | 'rescue' | 'help' | 'learnt';

const isSameState = (a: SessionState, b: SessionState) =>
  a.query === b.query && a.pick === b.pick && a.hook === b.hook && a.countdown === b.countdown;

/**
 * One call (or rehearsal) with one guide: what was asked, which story is open, how long it has been told.
 * Everything the user did is in `query`, `pick`, `hook` and `countdown`; the rest is derived.
 */
export const Session = createModel((deps: SessionDeps) => {
  const guide = signal<Guide>(deps.guide);
  const query = signal(deps.saved?.query ?? '');
  const pick = signal<string | null>(deps.saved?.pick ?? null);
  const hook = signal(deps.saved?.hook ?? 0);
  const sheet = signal<Sheet>('none');
  const scriptOpen = signal(false);
  /** What was last cleared, for undo. */
  const cleared = signal<Pick<SessionState, 'query' | 'pick' | 'hook'> | null>(null);

  const matcher = computed(() => deps.matcher(guide.value, deps.learnt.pairs.value));
  const isAsking = computed(() => query.value.trim() !== '');
  const answer = computed(() => (isAsking.value ? matcher.value(query.value) : null));
  /** Stories in the order shown: ranked, or the guide's own before anything is typed. */
  const listed = computed<readonly Story[]>(
    () => answer.value?.stories.map((ranked) => ranked.story) ?? guide.value.stories,
  );
  const open = computed<Story | undefined>(() => {
    const picked = guide.value.stories.find((story) => story.id === pick.value);
    if (picked !== undefined) return picked;
    return answer.value?.outcome === 'story' ? listed.value[0] : undefined;
  });
  /** No story answers what was asked, and the user has picked none in spite of it. */
  const isUnanswered = computed(() => answer.value?.outcome === 'none' && open.value === undefined);
  const rows = computed(() => rowsOf(guide.value, answer.value));
  const telling = new Telling({ clock: deps.clock, open, saved: deps.saved?.countdown ?? null });
  const { countdown } = telling;
  /** The story that a rescue speaks of: the one being told, else the one that is open. */
  const present = computed<Story | undefined>(
    () => guide.value.stories.find((story) => story.id === countdown.value?.storyId) ?? open.value,
  );
  /** Whether phrases or recovery shown are not the guide's own, for the screen to say so. */
  const isLent = computed(() => ({
    phrases: guide.value.phrases.length === 0,
    recovery: guide.value.recovery.length === 0,
  }));
  /** The guide's own phrases, or a few neutral ones where it has none, so that the rescue is never empty. */
  const phrases = computed(() =>
    guide.value.phrases.length > 0 ? guide.value.phrases : deps.spare().phrases,
  );
  const recovery = computed(() =>
    guide.value.recovery.length > 0 ? guide.value.recovery : deps.spare().recovery,
  );
  /** The words of the open story that carried its rank, for its card to mark. */
  const markedWords = computed(() =>
    markedIn(answer.value?.stories.find((ranked) => ranked.story.id === open.value?.id)?.reasons ?? []),
  );
  /** `offer`: the user picked against the ranking and may teach it; `taught`: this very answer was taught. */
  const teaching = computed<'no' | 'offer' | 'taught'>(() => {
    const story = open.value;
    if (story === undefined || answer.value === null) return 'no';
    if (isTaught(deps.learnt.pairs.value, query.value, story)) return 'taught';
    const isTop = answer.value.outcome === 'story' && listed.value[0]?.id === story.id;
    return isTop ? 'no' : 'offer';
  });

  /** Runs an act that may change which story is open; another story starts at its first hook, script shut. */
  function opening(act: () => void): void {
    batch(() => {
      const before = open.peek()?.id;
      act();
      if (open.peek()?.id === before) return;
      hook.value = 0;
      scriptOpen.value = false;
    });
  }

  function turnHook(by: 1 | -1): void {
    const count = open.peek()?.hooks.length ?? 0;
    if (count > 1) hook.value = (hook.peek() + by + count) % count;
  }

  function clear(): void {
    opening(() => {
      if (query.peek() !== '' || pick.peek() !== null)
        cleared.value = { query: query.peek(), pick: pick.peek(), hook: hook.peek() };
      query.value = '';
      pick.value = null;
    });
  }

  function showPick(index: number): void {
    const story = listed.peek()[index];
    if (story === undefined) return;
    opening(() => {
      pick.value = story.id;
      sheet.value = 'none';
      cleared.value = null;
    });
  }

  const current = computed<SessionState>(() => ({
    query: query.value,
    pick: pick.value,
    hook: hook.value,
    countdown: countdown.value,
  }));
  /** What is stored already: as it was at the start, as last saved, or as another window saved it. */
  let kept = current.peek();
  effect(() => {
    const state = current.value;
    if (isSameState(state, kept)) return;
    kept = state;
    untracked(() => deps.save(state));
  });

  return {
    guide,
    query,
    pick,
    hook,
    ...telling,
    sheet,
    scriptOpen,
    isAsking,
    answer,
    listed,
    open,
    isUnanswered,
    rows,
    present,
    markedWords,
    teaching,
    learnt: deps.learnt,
    phrases,
    recovery,
    isLent,
    canUndoClear: computed(() => cleared.value !== null && open.value === undefined),

    /** The typing place now holds `text`; the ranking decides again what is open, and is in sight. */
    ask(text: string) {
      opening(() => {
        query.value = text;
        pick.value = null;
        sheet.value = 'none';
        if (text !== '') cleared.value = null;
      });
    },
    /** Empties the typing place and opens nothing. */
    clear,
    /** Brings back what `clear` took, while nothing new has been typed or picked. */
    undoClear() {
      const before = cleared.peek();
      if (before === null || query.peek() !== '' || pick.peek() !== null) return;
      opening(() => {
        query.value = before.query;
        pick.value = before.pick;
        cleared.value = null;
      });
      hook.value = before.hook;
    },
    /** Opens the story at `index` (from 0) of the list as shown; out of range does nothing. */
    pickAt: showPick,
    /** Opens the next or the previous story of the list; stops at the ends. */
    move(by: 1 | -1) {
      const at = listed.peek().findIndex((story) => story.id === open.peek()?.id);
      const next = at < 0 ? (by === 1 ? 0 : listed.peek().length - 1) : at + by;
      showPick(next);
    },
    nextHook: () => turnHook(1),
    previousHook: () => turnHook(-1),
    toggleScript() {
      if (open.peek() !== undefined) scriptOpen.value = !scriptOpen.peek();
    },
    /** Remembers that what was asked is answered by the open story. */
    teach() {
      const story = open.peek();
      if (story !== undefined) deps.learnt.teach(query.peek(), story);
    },
    /** Opens a sheet over the stories, or closes it when it is open; nothing typed or timed changes. */
    toggle(which: Exclude<Sheet, 'none'>) {
      sheet.value = sheet.peek() === which ? 'none' : which;
    },
    /** Closes what lies on top: a sheet, then the script; with nothing on top, clears the question. */
    escape() {
      if (sheet.peek() !== 'none') sheet.value = 'none';
      else if (scriptOpen.peek()) scriptOpen.value = false;
      else clear();
    },
    /** Builds the matcher before the first letter, so that the letter need not wait for it. */
    warm() {
      matcher.peek();
    },
    /** Takes over what another window did. */
    adopt(state: SessionState) {
      kept = state;
      opening(() => {
        query.value = state.query;
        pick.value = state.pick;
        telling.adopt(state.countdown);
      });
      hook.value = state.hook;
    },
    /** Shows another guide; what was typed and timed stays. */
    useGuide(next: Guide) {
      opening(() => {
        guide.value = next;
      });
    },
    /**
     * Shows the guide after a change of its text: the open story stays open, at its hook, and everything that
     * belongs to a story goes along with it when its title, place or wording changed.
     */
    followGuide(next: Guide) {
      const became = followStories(guide.peek(), next);
      const idOf = (id: string | undefined) => (id === undefined ? undefined : became.get(id)?.id);
      const openId = idOf(open.peek()?.id);
      const isScriptOpen = scriptOpen.peek();
      const hookNow = hook.peek();
      opening(() => {
        guide.value = next;
        if (pick.peek() !== null) pick.value = idOf(pick.peek() ?? undefined) ?? pick.peek();
        telling.follow(became);
        deps.learnt.follow(became);
        // The ranking may have changed with the words; what is being read stays nevertheless.
        if (openId !== undefined && open.peek()?.id !== openId) pick.value = openId;
      });
      if (openId === undefined) return;
      scriptOpen.value = isScriptOpen;
      hook.value = Math.min(hookNow, Math.max(0, (open.peek()?.hooks.length ?? 1) - 1));
    },
    /** The panel's next guide, where there are several. */
    nextGuide: () => deps.nextGuide?.(),
    /** The page where guides are brought in and mended. */
    openLibrary: () => deps.openLibrary?.(),
  };
});

export type SessionModel = InstanceType<typeof Session>;
