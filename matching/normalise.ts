/**
 * One spelling for what is written in many ways: case, accents, curly quotes, number words, British
 * and American endings. Works on one word at a time, so that a word keeps its place in the typed text.
 */

/** Combining marks of Latin, Greek and Cyrillic. Marks of other scripts are vowels and stay. */
const ACCENTS = /[\u0300-\u036f]/g;
const PLAIN_ASCII = /^[\x20-\x7e]*$/;

const NUMBER_WORDS: ReadonlyMap<string, string> = new Map(
  [
    'zero',
    'one',
    'two',
    'three',
    'four',
    'five',
    'six',
    'seven',
    'eight',
    'nine',
    'ten',
    'eleven',
    'twelve',
  ].map((word, value) => [word, String(value)]),
);

/** Lower case, compatibility forms and accents folded: `Über` -> `uber`, `ﬁrst` -> `first`, `Straße` -> `strasse`. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (PLAIN_ASCII.test(lower)) return lower;
  return lower
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .normalize('NFC')
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
    .replace(/[\u2018\u2019\u02bc\u00b4`]/g, "'");
}

/** A number word as digits (`two` -> `2`), any other word as it is. `one` stays: it is mostly a pronoun. */
export function digits(word: string): string {
  return word === 'one' ? word : (NUMBER_WORDS.get(word) ?? word);
}

/** British spellings as American ones, where the difference would survive stemming: `prioritise` -> `prioritize`. */
export function americanise(word: string): string {
  if (word.length < 6) return word === 'learnt' ? 'learned' : word;
  if (word === 'learnt') return 'learned';
  return word
    .replace(
      /(?<=[a-z]{3})is(?=(?:e|ed|es|er|ers|ing|ation|ations)$)/,
      (found, _at: number, whole: string) => (NO_IZE.test(whole) ? found : 'iz'),
    )
    .replace(/(?<=[a-z]{2})our(?=$|s$|ed$|ing$|al$|ful$|able$|ite$)/, (found, _at: number, whole: string) =>
      /^(?:f?our|y?our|hour|tour|pour|course|source|resour|journ|encour)/.test(whole) ? found : 'or',
    )
    .replace(/(?<=[aeiou])ll(?=(?:ed|ing|er|or)$)/, (found, _at: number, whole: string) =>
      /^(?:cancell|travell|modell|labell|counsell|signall)/.test(whole) ? 'l' : found,
    );
}

/** Words in -ise that have no -ize: a wrong change would part them from their own stem. */
const NO_IZE =
  /(?:^|[a-z])(?:advis|compris|compromis|decis|devis|disguis|enterpris|exercis|expertis|franchis|improvis|merchandis|mis|precis|premis|promis|prais|rais|revis|ris|supervis|surpris|telev|televis|wis|nois|pois|cruis|bruis)(?:e|ed|es|er|ers|ing|ation|ations)$/;
