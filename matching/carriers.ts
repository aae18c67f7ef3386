/** Which words of a question made the matcher think of a competency or of a kind of story. */
import { phraseFeature } from './features.ts';
import type { Term } from './interpret.ts';
import { weightOf } from './model.ts';
import { MODEL } from './recognise.ts';
import { findPhrases } from './vocabulary.ts';
import { classOf } from './word-classes.ts';

/** Words that carried less than this share of what the strongest one did are left out. */
const SHARE = 0.5;
const MOST = 4;

/** A class of the model, and how much what it says counts beside the others told with it. */
export interface Carried {
  readonly place: number;
  readonly weight: number;
}

/**
 * The words as typed, in order, parted by a space: those whose stem, class or vocabulary phrase speaks most for
 * these classes together. Empty when only the form of the question does.
 */
export function carriers(terms: readonly Term[], classes: readonly Carried[]): string {
  const running = terms.filter((term) => !term.other);
  const said = (feature: string): number =>
    classes.reduce((sum, { place, weight }) => sum + weight * weightOf(MODEL, feature, place), 0);
  const carried = running.map(({ stem, weight }) => {
    const group = classOf(stem);
    return weight * (said(stem) + (group ? said(group) : 0));
  });
  for (const hit of findPhrases(running.map((term) => term.stem))) {
    const phrase = hit.competencies.reduce((sum, place) => sum + said(phraseFeature(place)), 0);
    for (let at = hit.from; at < hit.to; at++)
      carried[at] = (carried[at] ?? 0) + phrase * (running[at]?.weight ?? 0);
  }
  const most = Math.max(0, ...carried);
  if (most === 0) return '';
  const words = running.filter((_, at) => (carried[at] ?? 0) >= SHARE * most).map((term) => term.typed);
  return [...new Set(words)].slice(0, MOST).join(' ');
}
