/**
 * How a question is put: does it want something that happened, or a view, a plan, a fact? Only the first kind is
 * what stories are prepared for; the others have one less often, however well their words fit.
 */
import { mainClause } from './clauses.ts';

/**
 * `experience`: "Tell me about a time …". `general`: "How do you …", "What is …". `hypothetical`: "What would you
 * do if …". `open`: none of these, as a keyword or "Tell us about removing blockers".
 */
export type Form = 'experience' | 'general' | 'hypothetical' | 'open';

const HAPPENED =
  /\b(?:(?:a|an|the|one|any|some|last|specific|recent|previous|your) )?(?:times?|situations?|examples?|instances?|occasions?|incidents?|moments?) (?:\w+ ){0,4}?(?:when|where|in which|of|that|you|your|someone|something|i|we)\b|\b(?:a|the last|an|one|any|some|last) (?:\w+ )?(?:time|situation|example|instance|occasion|incident|moment)\b|\bhave you\b|\b(?:did|was|were|had) (?:you|your|it|the|that|someone|somebody)\b|\byou(?:'ve|’ve| have| had| were| did| took| made| led| faced| failed| worked| learned| solved| built| received| gave| disagreed| overcame| handled| used| went| helped| changed)\b|^\W*(?:please )?(?:describe|give|share|tell (?:me|us) about|talk about|recall|summari[sz]e) (?:me |us )?(?:an?|some|one|two|three|any|the (?:most|last|best|biggest|hardest|worst|time|first|\w+est))\b/i;
const SUPPOSED =
  /\b(?:what|how|who|where|when|why|which) (?:\w+ ){0,3}?(?:would|will|should|might|could) (?:you|your|we|be)\b|^\W*(?:would|could|should|will|might) you (?!please|tell|describe|share|give|speak|walk|talk|say|provide|recall|think of|explain)|\bif (?:you|your|a|an|the|someone|somebody|we|one)\b|\b(?:imagine|suppose)\b|^\W*(?:you are|you're|you have|you find|you notice|you get|your \w+ (?:is|has|just|wants|asks))\b/i;
const GENERAL =
  /^\W*(?:so,? |and |well,? |ok(?:ay)?,? )?(?:how|what|what's|what’s|why|which|who|where|when|do|does|are|is|in your opinion|explain|name|define|compare)\b/i;

/** "Which gamble paid off?" tells of something past, unless a helping verb of the present is there. */
const PAST =
  /^\W*(?:what|which|who|where|how)\b.*\b(?:\w{2,}ed|went|made|took|came|led|got|gave|paid|taught|brought|kept|lost|won|found|stood|left|felt)\b/i;
const PRESENT = /\b(?:do|does|is|are|can|should|must|will)\b/i;

/** The form of a text's main clause. */
export function formOf(text: string): Form {
  const clause = mainClause(text);
  if (SUPPOSED.test(clause) && !/\b(?:a|the last|one) time\b/i.test(clause)) return 'hypothetical';
  if (HAPPENED.test(clause) || (PAST.test(clause) && !PRESENT.test(clause))) return 'experience';
  return GENERAL.test(clause) ? 'general' : 'open';
}
