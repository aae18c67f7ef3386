import type { Guide, PhraseGroup, Story } from '../guide/types.ts';
import type { Rescue, RescueKind } from './ports.ts';
import { resultOf } from './story-facts.ts';

/** One thing to say or do, shown large. */
export interface RescueStep {
  /** What kind of line it is, in a word or two; empty for a phrase. */
  readonly label: string;
  readonly text: string;
  /** Whether it is Hookline's own, lent because the guide has none. */
  readonly isLent: boolean;
}

const SITUATIONS: Readonly<Record<Exclude<RescueKind, 'blank'>, PhraseGroup['situation']>> = {
  'no-story': 'unprepared',
  thinking: 'thinking',
};

const phrasesFor = (guide: Guide, situation: PhraseGroup['situation']) =>
  guide.phrases.filter((group) => group.situation === situation).flatMap((group) => group.phrases);

/** The guide's phrases for a situation; else those it has for others; else the lent ones. */
function phraseSteps(guide: Guide, spare: Guide, kind: Exclude<RescueKind, 'blank'>): RescueStep[] {
  const own = phrasesFor(guide, SITUATIONS[kind]);
  const any = own.length > 0 ? own : phrasesFor(guide, 'other');
  const isLent = any.length === 0;
  const shown = isLent ? phrasesFor(spare, SITUATIONS[kind]) : any;
  return shown.map(({ text }) => ({ label: '', text, isLent }));
}

/** What to do when the mind is blank, then where this story can jump to: its result and its connection. */
function blankSteps(guide: Guide, spare: Guide, story: Story | undefined): RescueStep[] {
  const isLent = guide.recovery.length === 0;
  const steps = (isLent ? spare : guide).recovery.map(({ text }) => ({ label: '', text, isLent }));
  const result = story === undefined ? undefined : resultOf(story);
  if (result !== undefined) steps.push({ label: 'The key point', text: result, isLent: false });
  if (story?.connection !== undefined)
    steps.push({ label: 'Land on', text: story.connection.text, isLent: false });
  return steps;
}

/**
 * What a rescue goes through, one press after the other; never empty.
 * @param spare a guide with neutral phrases and recovery steps
 * @param story the story that is being told, or is open
 */
export function rescueSteps(
  kind: RescueKind,
  guide: Guide,
  spare: Guide,
  story: Story | undefined,
): readonly RescueStep[] {
  return kind === 'blank' ? blankSteps(guide, spare, story) : phraseSteps(guide, spare, kind);
}

/** What a press of a rescue's key makes of the present state: its first step, then its next, round and round. */
export function nextRescue(present: Rescue | null, kind: RescueKind): Rescue {
  return present?.kind === kind ? { kind, step: present.step + 1 } : { kind, step: 0 };
}

/** The step that is shown; steps are counted on and on, and come round. */
export function shownStep(rescue: Rescue, steps: readonly RescueStep[]): number {
  return steps.length === 0 ? 0 : rescue.step % steps.length;
}
