/** Which words of a question made the matcher think of a competency. */
import { phraseFeature } from './features.ts';
import type { Term } from './interpret.ts';
import { weightOf } from './model.ts';
import { MODEL } from './recognise.ts';
import { findPhrases } from './vocabulary.ts';
import { classOf } from './word-classes.ts';

/** Words that carried less than this share of what the strongest one did are left out. */
const SHARE = 0.5;
const MOST = 4;

/**
 * The words as typed, in order, parted by a space: those whose stem, class or vocabulary phrase speaks for the
 * competency in this place of COMPETENCIES most. Empty when only the form of the question does.
 */
export function carriers(terms: readonly Term[], competency: number): string {
  const running = terms.filter((term) => !term.other);
  const carried = running.map(({ stem, weight }) => {
    const group = classOf(stem);
    return weight * (weightOf(MODEL, stem, competency) + (group ? weightOf(MODEL, group, competency) : 0));
  });
  for (const hit of findPhrases(running.map((term) => term.stem))) {
    if (!hit.competencies.includes(competency)) continue;
    const said = weightOf(MODEL, phraseFeature(competency), competency);
    for (let at = hit.from; at < hit.to; at++)
      carried[at] = (carried[at] ?? 0) + said * (running[at]?.weight ?? 0);
  }
  const most = Math.max(0, ...carried);
  if (most === 0) return '';
  const words = running.filter((_, at) => (carried[at] ?? 0) >= SHARE * most).map((term) => term.typed);
  return [...new Set(words)].slice(0, MOST).join(' ');
}
