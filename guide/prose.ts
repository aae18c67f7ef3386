/** What a run of words is: a question, somebody's own account of something, or advice. */

const WORD = /[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu;
const FIRST_PERSON = /\b(?:i|my|me|we|our|us|i['’](?:m|d|ve|ll)|we['’](?:re|d|ve|ll))\b/gi;
const SECOND_PERSON = /\b(?:you|your|yours|yourself|you['’](?:re|d|ve|ll))\b/gi;

/** Texts are looked at this far; what comes later does not change what they are. */
const LOOK = 4000;

/** @returns the number of words */
export function countWords(text: string): number {
  return text.slice(0, LOOK).match(WORD)?.length ?? 0;
}

function share(text: string): { words: number; first: number; second: number } {
  const look = text.slice(0, LOOK);
  return {
    words: look.match(WORD)?.length ?? 0,
    first: look.match(FIRST_PERSON)?.length ?? 0,
    second: look.match(SECOND_PERSON)?.length ?? 0,
  };
}

/** @returns whether somebody tells here what they did, in so many words at least */
export function isNarrative(text: string, words = 25): boolean {
  const { words: count, first, second } = share(text);
  return count >= words && first >= Math.max(2, words / 20) && first > second * 2;
}

/** Words in quotation marks may be anybody's. */
function withoutQuotes(text: string): string {
  return text.replace(/["“][^"“”]{0,200}["”]/g, ' ');
}

/** Advice says `you` once in so many words at least. */
const ADVICE = 40;

/** @returns whether the text speaks to the reader and never of its writer: advice, or how a part is written */
export function isAdvice(text: string): boolean {
  const { words, first, second } = share(withoutQuotes(text));
  return first === 0 && second > 0 && second * ADVICE >= words;
}

/** @returns whether a text of so many words at least may be an account, if only in notes */
export function isAccount(text: string, words: number): boolean {
  const { words: count, first, second } = share(withoutQuotes(text));
  return count >= words && second <= first;
}

const ASKS =
  /^(?:(?:please )?(?:tell|describe|give|share|walk|talk|discuss|think of|recall|provide|explain|by providing|can you|could you|have you|what|when|how|which|who|where|did you))\b/i;
const OF_EXPERIENCE =
  /\b(?:times? (?:when|that|where|you|in which|i)\b|a time\b|an? (?:\w+ ){0,3}(?:example|instance|situation|occasion|experience|project|decision|conflict|challenge|problem|mistake|failure|disagreement|risk|goal|deadline)\b|examples? of\b|(?:your|the|a|an) (?:\w+ ){0,2}(?:most|biggest|proudest|hardest|greatest|toughest|worst|largest)\b|have you ever\b|have you had\b)/i;
const OF_OPINION =
  /^(?:when|if) (?:they )?ask|\b(?:weakness(?:es)?|strengths?|about yourself|why (?:do|should|are|this|us)|salary|see yourself)\b/i;

/** `a pipeline you designed from scratch`: something that the reader did. */
const OF_DEED =
  /^(?:please )?(?:tell|describe|give|share|walk|talk|discuss)\b.*?\b(?:an?|the|any|something|when|how) (?:[\p{L}\p{N}/&+'’-]+ ){0,6}?you(?:['’]ve)? (?!need\b)(?:\p{L}*(?:ed|ilt|made|ought|aught|ept|old|roke|rove|rote|took|ound|ent|grew|learnt|dealt)|had|ran|gave|chose|saw|met|won|lost|did)\b/iu;

/** @param text without the marks around it; @returns whether it asks for something that happened */
export function isBehaviouralQuestion(text: string): boolean {
  const plain = text
    .slice(0, 400)
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replace(/^(?:q(?:uestion)?\s*#?\d{0,3}|\d{1,3})\s*[.:)–—-]+\s*["“]?/i, '');
  // What stands after the question is no part of it.
  const asked = plain.split('?')[0] ?? plain;
  return ASKS.test(asked) && (OF_EXPERIENCE.test(asked) || OF_DEED.test(asked)) && !OF_OPINION.test(asked);
}

/** A first sentence longer than this is cut at a comma or dash, or kept whole. */
const SENTENCE_END = /[.!?…]["”’)\]]*(?=\s+["“(]?[\p{Lu}\p{N}])|[。！？]/gu;
const ABBREVIATION = /(?:\b(?:e\.g|i\.e|etc|vs|mr|mrs|ms|dr|st|no|approx|inc|ltd|jr|sr)|\b\p{Lu})\.$/iu;

/** @returns the sentences of a paragraph, in order, each with its end */
export function sentencesOf(text: string): string[] {
  const sentences: string[] = [];
  let rest = text.trim();
  while (rest !== '') {
    const next = firstSentence(rest);
    sentences.push(next.trim());
    rest = rest.slice(rest.indexOf(next) + next.length).trim();
  }
  return sentences;
}

/** @returns the first sentence of a paragraph, with its end; the whole of it where there is only one */
export function firstSentence(text: string): string {
  const look = text.slice(0, LOOK);
  for (const match of look.matchAll(SENTENCE_END)) {
    const sentence = look.slice(0, match.index + match[0].length);
    if (!ABBREVIATION.test(sentence.slice(-8)) && countWords(sentence) > 1) return sentence.trim();
  }
  return text;
}
