import { countWords, sentencesOf } from './prose.ts';
import { unquote } from './quotes.ts';
import type { Item, KeyPoint } from './types.ts';

/** Points that are read at a glance; more would be the story itself. */
const MOST = 5;
/** With fewer sentences there is nothing to choose. */
const LEAST = 3;
/** Letters of a point. */
const LONG = 90;
/** Letters before a place where a sentence may be cut. */
const SHORT = 28;
/** Words; less says too little by itself. */
const FEW = 4;

/** A number that measures something. */
const MEASURES =
  /\d\s?%|[$€£]\s?\d|\b\d[\d,.]*\s?(?:x|k|m|hours?|days?|weeks?|months?|minutes?|people|users?|customers?)\b/i;
/** A turn of the story: what went wrong, what came of it, what was learnt. */
const TURNS =
  /^(?:but|however|so|then|instead|finally|eventually|in the end|as a result|since then|after|within|today|because|looking back)\b|\b(?:learn(?:ed|t)|realis?zed|realised|decided|proposed|turned out|resulted|led to)\b/i;
const OWN = /\b(?:I|we|my|our|me|us)\b/i;
const ACTS = /^(?:I|we)(?:\s\p{L}+ly)?\s\p{L}+(?:ed|t|ought|ook|ade|an|ew|ote|old|oke|ew|ound|ot)\b/iu;

/**
 * What to say, from a story that is all prose: the sentences that carry it, each cut to what fits a glance.
 * The first sentence is not among them where it is the hook already.
 *
 * @param script the story's paragraphs
 * @returns few points without labels, in order, each marked as offered; none where the prose is short
 */
export function offeredPoints(script: readonly Item[]): KeyPoint[] {
  const told = script.flatMap(({ text, lines }) =>
    sentencesOf(unquote(text)).map((each) => ({ text: each, lines })),
  );
  const last = told.at(-1)?.text;
  // Whose sentence it is tells the story from what is quoted in it, or said of it.
  const isOwn = (text: string) => OWN.test(text) || MEASURES.test(text) || text === last;
  const others = told
    .slice(1)
    .filter(({ text }) => countWords(text) >= FEW && !text.endsWith('?') && isOwn(text));
  if (told.length < LEAST + 1 || others.length < LEAST) return [];
  const weighed = others.map((sentence, at) => ({
    ...sentence,
    at,
    weight: weightOf(sentence.text, at, others.length),
  }));
  const chosen = weighed
    .toSorted((one, other) => other.weight - one.weight || one.at - other.at)
    .slice(0, MOST);
  return chosen
    .toSorted((one, other) => one.at - other.at)
    .map(({ text, lines }) => ({ label: '', text: clipped(text), lines, offered: true }));
}

function weightOf(text: string, at: number, count: number): number {
  // How it began and how it ended.
  const place = at === count - 1 ? 2 : at === 0 ? 1 : 0;
  const isWhole = !clipped(text).endsWith('…');
  return (
    (isWhole ? 1 : 0) +
    place +
    (MEASURES.test(text) ? 2 : 0) +
    (TURNS.test(text) ? 1 : 0) +
    (ACTS.test(text) ? 1 : 0)
  );
}

/** What the sentence says after `Since it was dark, `. */
const LEADS_IN =
  /^(?:if|when|once|since|after|before|as|although|though|while|because|during|given|despite)\b[^;:.]{8,140}?,\s+(?=(?:I|we|my|our|the|it|they|he|she|this)\b)/iu;

/** Up to the last place within a glance where the sentence may end; else to a word. */
function clipped(sentence: string): string {
  const whole = sentence.replace(/[.!]["”’)]*$/, '');
  if (whole.length <= LONG) return whole;
  const main = whole.replace(LEADS_IN, '');
  const text = main.charAt(0).toUpperCase() + main.slice(1);
  if (text.length <= LONG) return text;
  const look = text.slice(0, LONG);
  const ends = [
    ...look.matchAll(/,\s(?=and\b|but\b|so\b|which\b|who\b|while\b|because\b|then\b)|;\s|:\s|\s[–—]\s|,\s/g),
  ];
  const end = ends.map(({ index }) => index).findLast((index) => index >= SHORT);
  if (end !== undefined) return look.slice(0, end);
  return `${look.slice(0, look.lastIndexOf(' ')).trimEnd()}…`;
}
