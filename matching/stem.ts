/**
 * English stems by Porter's algorithm (M. F. Porter, "An algorithm for suffix stripping", 1980), so that
 * `disagreed`, `disagreement` and `disagreeing` are one word. Words with letters outside a-z stay as they are.
 */
import { americanise, digits } from './normalise.ts';

const cache = new Map<string, string>();
const CACHE_LIMIT = 50_000;

/** Stems that Porter leaves apart, or puts together, against the sense of interview language. */
const SPECIAL: ReadonlyMap<string, string> = new Map([
  ['taught', 'teach'],
  ['led', 'lead'],
  ['leader', 'leader'],
  ['leaders', 'leader'],
  ['leadership', 'leadership'],
  ['chose', 'choos'],
  ['chosen', 'choos'],
  ['choice', 'choos'],
  ['built', 'build'],
  ['thought', 'think'],
  ['told', 'tell'],
  ['gave', 'give'],
  ['given', 'give'],
  ['took', 'take'],
  ['taken', 'take'],
  ['made', 'make'],
  ['went', 'go'],
  ['gone', 'go'],
  ['fell', 'fall'],
  ['fallen', 'fall'],
  ['fought', 'fight'],
  ['dealt', 'deal'],
  ['overcame', 'overcom'],
  ['wrote', 'write'],
  ['written', 'write'],
  ['knew', 'know'],
  ['sold', 'sell'],
  ['spoke', 'speak'],
  ['stood', 'stand'],
  ['lost', 'lose'],
  ['left', 'leav'],
  ['kept', 'keep'],
  ['felt', 'feel'],
  ['dug', 'dig'],
  ['dove', 'dive'],
  ['broke', 'break'],
  ['broken', 'break'],
  ['failure', 'fail'],
  ['failures', 'fail'],
  ['agreement', 'agre'],
  ['agreements', 'agre'],
  ['disagreement', 'disagre'],
  ['disagreements', 'disagre'],
  ['organize', 'organiz'],
  ['organized', 'organiz'],
  ['organizing', 'organiz'],
  ['organizer', 'organiz'],
  ['decision', 'decid'],
  ['decisions', 'decid'],
  ['organization', 'organiz'],
  ['organizations', 'organiz'],
  ['organisation', 'organiz'],
  ['organisations', 'organiz'],
  ['organizational', 'organiz'],
  ['manager', 'manager'],
  ['managers', 'manager'],
  ['customer', 'customer'],
  ['customers', 'customer'],
  ['designer', 'designer'],
  ['user', 'user'],
  ['users', 'user'],
  ['news', 'news'],
  ['analysis', 'analyz'],
  ['analyses', 'analyz'],
  ['analytical', 'analyt'],
  ['prioritization', 'priorit'],
  ['prioritize', 'priorit'],
  ['argument', 'argu'],
  ['criticism', 'critic'],
  ['persuasion', 'persuad'],
  ['persuasive', 'persuad'],
  ['riskiest', 'risk'],
  ['risky', 'risk'],
  ['riskier', 'risk'],
  ['hardest', 'hard'],
  ['toughest', 'tough'],
  ['proudest', 'proud'],
  ['biggest', 'big'],
  ['greatest', 'great'],
]);

/** The stem of one folded word. */
export function stem(word: string): string {
  const known = cache.get(word);
  if (known !== undefined) return known;
  const plain = americanise(digits(word));
  const result = SPECIAL.get(plain) ?? (/^[a-z]{3,}$/.test(plain) ? porter(plain) : plain);
  if (cache.size >= CACHE_LIMIT) cache.clear();
  cache.set(word, result);
  return result;
}

const C = '[^aeiou][^aeiouy]*';
const V = '[aeiouy][aeiou]*';
const M_GT_0 = new RegExp(`^(?:${C})?${V}${C}`);
const M_EQ_1 = new RegExp(`^(?:${C})?${V}${C}(?:${V})?$`);
const M_GT_1 = new RegExp(`^(?:${C})?${V}${C}${V}${C}`);
const HAS_VOWEL = new RegExp(`^(?:${C})?[aeiouy]`);
const CVC = new RegExp(`^${C}[aeiouy][^aeiouwxy]$`);

const STEP_2: ReadonlyArray<readonly [string, string]> = [
  ['ational', 'ate'],
  ['tional', 'tion'],
  ['enci', 'ence'],
  ['anci', 'ance'],
  ['izer', 'ize'],
  ['bli', 'ble'],
  ['alli', 'al'],
  ['entli', 'ent'],
  ['eli', 'e'],
  ['ousli', 'ous'],
  ['ization', 'ize'],
  ['ation', 'ate'],
  ['ator', 'ate'],
  ['alism', 'al'],
  ['iveness', 'ive'],
  ['fulness', 'ful'],
  ['ousness', 'ous'],
  ['aliti', 'al'],
  ['iviti', 'ive'],
  ['biliti', 'ble'],
  ['logi', 'log'],
];
const STEP_3: ReadonlyArray<readonly [string, string]> = [
  ['icate', 'ic'],
  ['ative', ''],
  ['alize', 'al'],
  ['iciti', 'ic'],
  ['ical', 'ic'],
  ['ful', ''],
  ['ness', ''],
];
const STEP_4 = /(?:al|ance|ence|er|ic|able|ible|ant|ement|ment|ent|(?<=[st])ion|ou|ism|ate|iti|ous|ive|ize)$/;

function replaceEnding(word: string, table: ReadonlyArray<readonly [string, string]>): string {
  for (const [ending, replacement] of table) {
    if (!word.endsWith(ending)) continue;
    const rest = word.slice(0, -ending.length);
    return M_GT_0.test(rest) ? rest + replacement : word;
  }
  return word;
}

function plural(word: string): string {
  if (word.endsWith('sses') || word.endsWith('ies')) return word.slice(0, -2);
  return word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

function pastAndGerund(word: string): string {
  if (word.endsWith('eed')) return M_GT_0.test(word.slice(0, -3)) ? word.slice(0, -1) : word;
  const ending = word.endsWith('ed') ? 2 : word.endsWith('ing') ? 3 : 0;
  const rest = word.slice(0, word.length - ending);
  if (ending === 0 || !HAS_VOWEL.test(rest)) return word;
  if (/(?:at|bl|iz)$/.test(rest)) return `${rest}e`;
  if (/([^aeiouylsz])\1$/.test(rest)) return rest.slice(0, -1);
  return M_EQ_1.test(rest) && CVC.test(rest) ? `${rest}e` : rest;
}

function porter(input: string): string {
  let word = pastAndGerund(plural(input));
  if (word.endsWith('y') && HAS_VOWEL.test(word.slice(0, -1))) word = `${word.slice(0, -1)}i`;
  word = replaceEnding(replaceEnding(word, STEP_2), STEP_3);
  const suffix = STEP_4.exec(word);
  if (suffix && M_GT_1.test(word.slice(0, suffix.index))) word = word.slice(0, suffix.index);
  if (word.endsWith('e')) {
    const rest = word.slice(0, -1);
    if (M_GT_1.test(rest) || (M_EQ_1.test(rest) && !CVC.test(rest))) word = rest;
  }
  return word.endsWith('ll') && M_GT_1.test(word.slice(0, -1)) ? word.slice(0, -1) : word;
}
