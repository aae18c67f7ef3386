import { batch, computed, createModel, signal, untracked } from '@preact/signals';
import { followStories } from '../guide/identity.ts';
import type { Guide, Story } from '../guide/types.ts';
import { Asking, isOtherQuestion } from './asking.ts';
import { saidAfter, sayNext, toggleSaid } from './cue.ts';
import { Keeping } from './keeping.ts';
import { isTaught } from './learnt.ts';
import { Listing } from './listing.ts';
import {
  NEW_SESSION,
  type Rescue,
  type RescueKind,
  type Said,
  type SessionDeps,
  type SessionState,
} from './ports.ts';
import { Rescuing } from './rescuing.ts';
import { Saying } from './saying.ts';
import { Settling } from './settling.ts';
import { markedIn } from './story-row.ts';
import { strayDigits } from './stray-digits.ts';
import { Telling } from './telling.ts';

/** What lies over the stories: nothing, or one of the sheets. A rescue lies over all of them. */
export type Sheet = 'none' | 'help' | 'learnt' | 'asked' | 'settings' | 'overlay';

type Cleared = Pick<SessionState, 'query' | 'pick' | 'open' | 'hook' | 'said' | 'asked'>;

/**
 * One call (or rehearsal) with one guide: what was asked, which story is open, what of it was said and how long
 * it has been told. Everything the user did is in the signals of {@link SessionState}; the rest is derived.
 */
export const Session = createModel((deps: SessionDeps) => {
  const saved = deps.saved ?? NEW_SESSION;
  const guide = signal<Guide>(deps.guide);
  const query = signal(saved.query);
  const pick = signal<string | null>(saved.pick);
  const hook = signal(saved.hook);
  const said = signal<Said | null>(saved.said);
  const rescue = signal<Rescue | null>(saved.rescue);
  const sheet = signal<Sheet>('none');
  /** Pages turned by key so far, and which way the last one went: the view follows. */
  const pageTurn = signal<{ readonly by: 1 | -1 } | null>(null);
  const scriptOpen = signal(false);
  /** What was last cleared, for undo. */
  const cleared = signal<Cleared | null>(null);
  const spare = computed(() => deps.spare());
  const settings = deps.settings;

  const listing = new Listing({ guide, query, pick, learnt: deps.learnt.pairs, matcher: deps.matcher });
  const { answer, listed } = listing;
  const storyById = (id: string | null) => guide.value.stories.find((story) => story.id === id);
  /** The id of the story that the ranking has settled on. */
  const lead = signal(saved.open);
  const open = computed<Story | undefined>(() => storyById(pick.value) ?? storyById(lead.value));
  const settling = new Settling({ clock: deps.clock, answer, lead, opening });
  /** No story answers what was asked, and the user has picked none in spite of it. */
  const isUnanswered = computed(() => answer.value?.outcome === 'none' && open.value === undefined);
  /** Whether the user has acted on the open story, so that digits are for its points and not for the question. */
  const settled = computed(
    () =>
      open.value !== undefined &&
      (pick.value !== null || telling.isTellingOpen.value || said.value?.storyId === open.value.id),
  );
  const toggle = (story: Story, place: number): void => {
    said.value = toggleSaid(said.peek(), story, place);
  };
  const strays = strayDigits(deps.clock, (place) => {
    const story = open.peek();
    if (story === undefined) return;
    toggle(story, place);
    // The tick is as if it had never been, so that the next digit is asked about again.
    if (said.peek()?.points.length === 0) said.value = null;
  });
  const asking = new Asking({
    clock: deps.clock,
    list: deps.asked,
    newId: deps.newId,
    keeps: () => settings.state.peek().keepsAsked,
    query,
    answer,
    open,
    saved: saved.asked,
  });
  const telling = new Telling({
    clock: deps.clock,
    open,
    saved: saved.countdown,
    asked: asking.tell,
    onTurn: () => asking.told(telling.countdown.peek()),
  });
  const { countdown } = telling;
  /** The story that a rescue speaks of: the one being told, else the one that is open. */
  const present = computed(() => storyById(countdown.value?.storyId ?? null) ?? open.value);
  const rescuing = new Rescuing({ rescue, guide, spare, present });
  const saying = new Saying({ said, open, telling });
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
    return isTop || pick.value === null ? 'no' : 'offer';
  });

  /** Runs an act that may change which story is open; another story starts at its first hook, script shut. */
  function opening(act: () => void): void {
    batch(() => {
      const before = untracked(() => open.value?.id);
      act();
      if (untracked(() => open.value?.id) === before) return;
      hook.value = 0;
      scriptOpen.value = false;
      // Another question has opened another story: what was said is over. It is not after a look at another story, and
      // not while the clock of that story is there: it is still being told.
      if (pick.peek() === null && !isSaidKept()) said.value = null;
    });
  }

  function isSaidKept(): boolean {
    const of = said.peek()?.storyId;
    return of === open.peek()?.id || of === countdown.peek()?.storyId;
  }

  function turnHook({ hooks }: Story): void {
    if (hooks.length > 1) hook.value = (hook.peek() + 1) % hooks.length;
  }

  /** The user acts on the open story: it is the one that was meant. */
  function act<Arguments extends unknown[]>(run: (story: Story, ...given: Arguments) => void) {
    return (...given: Arguments): void => {
      settling.settle();
      const story = open.peek();
      if (story === undefined) return;
      run(story, ...given);
      asking.note();
    };
  }

  function clear(): void {
    if (query.peek() !== '' || pick.peek() !== null) {
      asking.note();
      cleared.value = {
        query: query.peek(),
        pick: pick.peek(),
        open: open.peek()?.id ?? null,
        hook: hook.peek(),
        said: said.peek(),
        asked: asking.asked.peek(),
      };
    }
    opening(() => {
      asking.resume(null);
      query.value = '';
      pick.value = null;
      if (!isSaidKept()) said.value = null;
    });
  }

  function showPick(index: number): void {
    const story = listed.peek()[index];
    if (story === undefined) return;
    opening(() => {
      pick.value = story.id;
      sheet.value = 'none';
      rescue.value = null;
      cleared.value = null;
    });
    asking.note();
  }

  const current = computed<SessionState>(() => ({
    query: query.value,
    pick: pick.value,
    open: open.value?.id ?? null,
    hook: hook.value,
    said: said.value,
    rescue: rescue.value,
    countdown: countdown.value,
    asked: asking.asked.value,
  }));
  const keeping = new Keeping({ current, saved, save: deps.save });

  return {
    guide,
    query,
    pick,
    hook,
    ...telling,
    sheet,
    rescue,
    scriptOpen,
    pageTurn,
    ...listing,
    open,
    isUnanswered,
    present,
    markedWords,
    teaching,
    learnt: deps.learnt,
    asked: deps.asked,
    settings,
    ...rescuing,
    ...saying,
    canUndoClear: computed(() => cleared.value !== null && open.value === undefined),
    /** Whether the user has acted on the open story, so that digits are for its points and not for the question. */
    isSettled: settled,

    /**
     * The typing place now holds `typed`; the ranking decides again what is open, and is in sight.
     * @param isReplaced everything that stood there was selected, and gave way
     */
    ask(typed: string, isReplaced = false) {
      const text = strays.typedOn(query.peek(), typed);
      if (isReplaced || isOtherQuestion(query.peek(), text)) asking.end();
      if (telling.countdown.peek() === null) telling.forgetLostTime();
      settling.expect();
      opening(() => {
        query.value = text;
        pick.value = null;
        sheet.value = 'none';
        rescue.value = null;
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
        settling.adopt(before.open);
        asking.resume(before.asked);
        cleared.value = null;
      });
      hook.value = before.hook;
      said.value = before.said;
    },
    /** Opens the story at `index` (from 0) of the list as shown; out of range does nothing. */
    pickAt(index: number) {
      settling.settle();
      showPick(index);
      if (settings.state.peek().startsOnPick && listed.peek()[index] !== undefined) telling.startOpen();
    },
    /** Opens the next or the previous story of the list; stops at the ends. */
    move(by: 1 | -1) {
      settling.settle();
      const at = listed.peek().findIndex((story) => story.id === open.peek()?.id);
      showPick(at < 0 ? (by === 1 ? 0 : listed.peek().length - 1) : at + by);
    },
    nextHook: act(turnHook),
    /** Ticks the point at `place` (from 0) off; pressed again, takes the tick back. */
    tick: act(toggle),
    /** As `tick`, by a digit right behind a word: if typing goes on at once, it was meant for the word. */
    tickByDigit(place: number) {
      const isStray = !settled.peek() || strays.isFresh();
      act(toggle)(place);
      if (isStray) strays.add(place);
    },
    /** On to the next thing to say: from the hook to the first point, and so on. */
    sayNext: act((story) => {
      said.value = sayNext(said.peek(), story);
    }),
    /** Enter: starts the open story's countdown; pauses or resumes it when it is that story's already. */
    startOrPause() {
      settling.settle();
      telling.startOrPause();
    },
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
      sheet.value = sheet.peek() === which && rescue.peek() === null ? 'none' : which;
      rescue.value = null;
    },
    /** Shows a rescue over everything; pressed again, its next line. */
    help(kind: RescueKind) {
      rescuing.help(kind);
      asking.note();
    },
    /** Shows the next page of what is longer than the panel, or the one before. */
    turnPage(by: 1 | -1) {
      pageTurn.value = { by };
    },
    /** Closes what lies on top: a rescue, a sheet, the script; with nothing on top, clears the question. */
    escape() {
      if (rescue.peek() !== null) rescue.value = null;
      else if (sheet.peek() !== 'none') sheet.value = 'none';
      else if (scriptOpen.peek()) scriptOpen.value = false;
      else clear();
    },
    /** Takes over what another window did. */
    adopt(state: SessionState) {
      keeping.isStored(state);
      // A clock that was turned on another surface: its seconds are written down here.
      asking.told(countdown.peek());
      opening(() => {
        query.value = state.query;
        pick.value = state.pick;
        settling.adopt(state.open);
        telling.adopt(state.countdown);
        asking.resume(state.asked);
        rescue.value = state.rescue;
        said.value = state.said;
      });
      hook.value = state.hook;
      asking.told(countdown.peek());
      telling.answer(asking.tell);
    },
    /** Shows another guide; what was typed and timed stays. */
    useGuide(next: Guide) {
      settling.expect();
      const saidNow = said.peek();
      opening(() => {
        guide.value = next;
      });
      // It is of a story of the guide before, to which the user may come back.
      said.value = saidNow;
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
      const saidNow = saidAfter(said.peek(), guide.peek(), became);
      opening(() => {
        guide.value = next;
        if (pick.peek() !== null) pick.value = idOf(pick.peek() ?? undefined) ?? pick.peek();
        telling.follow(became);
        deps.learnt.follow(became);
        said.value = saidNow;
        // The ranking may have changed with the words; what is being read stays nevertheless.
        if (openId !== undefined) settling.adopt(openId);
        else settling.expect();
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
