/** Headings under which stories stand: a principle, a competency, or plainly "stories". */

const PRINCIPLE =
  /^(?:customer obsession|(?:extreme )?ownership|(?:always )?invent(?:s)? (?:and|&|\+) simplif(?:y|ies)|(?:are |is )?right,? a lot|learn(?:s)? (?:and|&) be(?:ing)? curious|hire(?:s)? (?:and|&) develop.*|insist(?:s)? on .*standards|think(?:s)? big|bias for action|frugality|earn(?:s)? .*trust.*|div(?:e|es|ing) deep|have backbone.*|disagree (?:and|&) commit.*|deliver(?:s)? results|strive to be.*|success and scale.*|googleyness|move fast|be bold)$/;
/** `Dealing with`, `technical`: words before the competency itself. Sets, since one pattern of them all takes long to make. */
const BEFORE = new Set(
  'difficult conflicting competing tight dealing working coping handling managing navigating overcoming resolving showing demonstrating taking driving giving receiving with through under for technical team people project cross-functional crossfunctional cross-team time change decision problem critical personal customer stakeholder'.split(
    ' ',
  ),
);
const NOUNS = new Set(
  'leadership teamwork collaboration conflict conflicts disagreement disagreements failure failures mistake mistakes setback setbacks challenge challenges ambiguity uncertainty communication initiative innovation creativity adaptability flexibility growth learning feedback mentoring mentorship coaching influence influencing persuasion negotiation prioritization prioritisation delegation pressure deadline deadlines stress customer customers stakeholder stakeholders achievement achievements accomplishment accomplishments success successes impact risk risks integrity ethics diversity inclusion resilience problem-solving decision-making solving making thinking strategy execution delivery management ownership accountability motivation empathy incident incidents change focus service mindset people conversations'.split(
    ' ',
  ),
);
const AFTER = new Set(
  'taking resolution questions stories examples experiences solving making focus service'.split(' '),
);
const AND = new Set(['and', '&', '/', '+']);

function isCompetency(name: string): boolean {
  const words = name.split(' ');
  if (words.length > 8) return false;
  let at = 0;
  while (at < words.length - 1 && BEFORE.has(words[at] ?? '') && !AND.has(words[at + 1] ?? '')) at++;
  if (
    !NOUNS.has(words[at] ?? '') &&
    !(at > 0 && NOUNS.has(words[at - 1] ?? '') && AFTER.has(words[at] ?? ''))
  ) {
    return false;
  }
  const rest = words.slice(at + 1);
  return rest.length === 0 || AND.has(rest[0] ?? '') || rest.every((word) => AFTER.has(word));
}

const HOLDS_STORIES = /\b(?:stories|story bank|examples|anecdotes|experiences)\b/;
const NO_STORY =
  /\b(?:intro(?:duction)?|about|yourself|tips?|notes?|company|why|overview|prep(?:aration)?|practi[cs]e|resume|résumé|cv|pitch|questions to ask|strengths?|weakness(?:es)?|salary|schedule|plan|checklist|mapping|map|matrix|contents|index|references?|resources?|links|how to|guide(?:lines)?|template|format|framework|method|logistics|research|strategy|instructions?|read ?me|summary|key (?:messages|themes)|do(?:n['’]t|s)|mistakes to avoid|pitfalls|closing|opening|positioning|phrases?|wording|elevator|bio|goals for|to-?do|glossary|log|faqs?|answers|questions|q ?& ?a|progress|self[- ]test|rubric)\b/;

function plain(heading: string): string {
  return heading
    .slice(0, 120)
    .toLowerCase()
    .replace(/\([^()]*\)\s*$/, '')
    .replace(/^(?:lp|principle|competency|theme|category)?\s*#?\d{0,3}\s*[.):–—-]*\s*/, '')
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
    .replace(/\s+/g, ' ');
}

/** @returns the principle or competency that a heading names, in its own letters; `''` where it names none */
export function competencyOf(heading: string): string {
  const name = plain(heading);
  if (!isCompetency(name) && !PRINCIPLE.test(name)) return '';
  return heading
    .replace(/^(?:lp|principle|competency|theme|category)?\s*#?\d{0,3}\s*[.):–—-]*\s*/i, '')
    .replace(/^[^\p{L}\p{N}]+|[:\s]+$/gu, '');
}

/** @returns whether stories may be expected below such a heading */
export function holdsStories(heading: string): boolean {
  return competencyOf(heading) !== '' || HOLDS_STORIES.test(plain(heading));
}

/** @returns whether a heading names something that is written beside stories, in prose of one's own */
export function isBesideStories(heading: string): boolean {
  return NO_STORY.test(plain(heading)) || plain(heading) === '';
}
