import { followPoints } from '../guide/follow-points.ts';
import { storyName } from '../guide/story.ts';
import type { Guide, Story } from '../guide/types.ts';
import type { Countdown } from '../practice/countdown.ts';
import type { Said, SessionState } from './ports.ts';
import { rescueSteps, shownStep } from './rescue.ts';
import { type Fact, factsOf } from './story-facts.ts';

/** What a small card beside the camera shows now: one line to say, one number, the time. */
export interface Cue {
  /** `hook` to begin with, then each key `point` not yet said, at the end the line to `land` on; or a `rescue`. */
  readonly kind: 'hook' | 'point' | 'land' | 'rescue';
  /** A word or two above the line: the story's theme, the point's label, the rescue's kind. */
  readonly label: string;
  readonly text: string;
  /** The number to remember with it: `50% tech debt reduction`; empty where there is none. */
  readonly number: string;
  /** How many of the key points are said, of how many. */
  readonly said: number;
  readonly points: number;
  readonly countdown: Countdown | null;
}

const RESCUE_LABELS = {
  blank: 'If you go blank',
  'no-story': 'No story',
  thinking: 'Time to think',
} as const;

/** The points of this story that were ticked off, by place from 0; `undefined`: its hook is still to be said. */
export function saidOf(
  said: Said | null,
  story: Pick<Story, 'id'> | undefined,
): readonly number[] | undefined {
  return said !== null && said.storyId === story?.id ? said.points : undefined;
}

/** The place of the first point not yet said; -1 when all are. */
export const nextPoint = (story: Pick<Story, 'points'>, said: readonly number[]): number =>
  story.points.findIndex((_, at) => !said.includes(at));

/** Ticks the point at `place` off, or takes the tick back. */
export function toggleSaid(said: Said | null, story: Story, place: number): Said | null {
  if (story.points[place] === undefined) return said;
  const before = saidOf(said, story) ?? [];
  const points = before.includes(place)
    ? before.filter((other) => other !== place)
    : [...before, place].sort((a, b) => a - b);
  return { storyId: story.id, points };
}

/** On to the next thing to say: from the hook to the first point, from each point to the one after it. */
export function sayNext(said: Said | null, story: Story): Said {
  const before = saidOf(said, story);
  if (before === undefined) return { storyId: story.id, points: [] };
  const next = nextPoint(story, before);
  return { storyId: story.id, points: next < 0 ? before : [...before, next].sort((a, b) => a - b) };
}

/** What was said, after a change of the guide: its story and points as they are now; `became` says which by id. */
export function saidAfter(said: Said | null, before: Guide, became: ReadonlyMap<string, Story>): Said | null {
  const old = before.stories.find(({ id }) => id === said?.storyId);
  const story = old === undefined ? undefined : became.get(old.id);
  if (said === null || old === undefined || story === undefined) return said;
  const followed = followPoints(old, story);
  const points = said.points.flatMap((place) => followed.get(place) ?? []).sort((a, b) => a - b);
  return { storyId: story.id, points };
}

const factText = ({ main, detail }: Fact) => `${main} ${detail}`.trim();

/** The number that a line itself speaks of, else the story's first. */
function numberFor(guide: Guide, story: Story, line: string): string {
  const numbers = factsOf(guide, story).filter(({ kind }) => kind === 'number');
  const spoken = numbers.find(({ main }) => line.toLowerCase().includes(main.toLowerCase()));
  const [first] = numbers;
  const chosen = spoken ?? first;
  return chosen === undefined ? '' : factText(chosen);
}

function lineOf(
  story: Story,
  hook: number,
  said: readonly number[] | undefined,
): Pick<Cue, 'kind' | 'label' | 'text'> {
  const opening = story.hooks[Math.min(hook, story.hooks.length - 1)];
  if (said === undefined && opening !== undefined)
    return { kind: 'hook', label: story.theme || story.title, text: opening.text };
  const point = story.points[nextPoint(story, said ?? [])];
  if (point !== undefined) return { kind: 'point', label: point.label, text: point.text };
  return { kind: 'land', label: 'Land on', text: story.connection?.text ?? storyName(story) };
}

/**
 * The cue of a session; `null` while no story is open and no rescue is shown.
 * @param spare a guide with neutral phrases and recovery steps
 */
export function cueOf(
  state: Pick<SessionState, 'open' | 'hook' | 'said' | 'rescue' | 'countdown'>,
  guide: Guide,
  spare: Guide,
): Cue | null {
  const story = guide.stories.find(({ id }) => id === state.open);
  const { countdown, rescue } = state;
  const said = saidOf(state.said, story);
  const counts = { said: said?.length ?? 0, points: story?.points.length ?? 0, countdown };
  if (rescue !== null) {
    const told = guide.stories.find(({ id }) => id === countdown?.storyId) ?? story;
    const steps = rescueSteps(rescue.kind, guide, spare, told);
    const step = steps[shownStep(rescue, steps)];
    return {
      kind: 'rescue',
      label: step?.label || RESCUE_LABELS[rescue.kind],
      text: step?.text ?? '',
      number: '',
      ...counts,
    };
  }
  if (story === undefined) return null;
  const line = lineOf(story, state.hook, said);
  return { ...line, number: numberFor(guide, story, `${line.label} ${line.text}`), ...counts };
}
