/**
 * Text to words, in any script. Where a script puts spaces between words a pattern is enough (and many
 * times faster); where it does not (Chinese, Japanese, Thai ...) Intl.Segmenter knows the words.
 */
import { fold } from './normalise.ts';
import { stem } from './stem.ts';

export interface Token {
  /** Folded: lower case, no accents, `2am` for `2 a.m.`. */
  readonly word: string;
  /** What the word is looked up by. */
  readonly stem: string;
  /** Where it stands in the text as given, in UTF-16 units, end excluded. */
  readonly start: number;
  readonly end: number;
}

/** Longer texts are cut: a question has some hundred words at most, and typing must stay quick. */
const QUERY_LIMIT = 4000;

const WORD =
  /\d+(?:[.,:]\d+)*(?:\s?%|\s?percent\b|\s?[ap]\.m\.?(?![\p{L}])|\s?[ap]m\b|[\p{L}]+)?|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[+#]{1,2}(?![\p{L}\p{N}])|(?:['’ʼ][\p{L}\p{M}]+)*)|\p{Extended_Pictographic}|&/giu;
/** The same for what is not letters only in ASCII texts, which most are. */
const ASCII_WORD =
  /\d+(?:[.,:]\d+)*(?:\s?%|\s?percent\b|\s?[apAP]\.[mM]\.?(?![A-Za-z])|\s?[apAP][mM]\b|[A-Za-z]+)?|[A-Za-z][A-Za-z0-9]*(?:[+#]{1,2}(?![A-Za-z0-9])|(?:'[A-Za-z]+)*)|&/g;
const ASCII = /^\p{ASCII}*$/u;
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

const PLAIN_WORD = /^[a-z]+$/;

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/** The words of a text, in order. `limit`: characters read, the whole text by default. */
export function tokenise(text: string, limit = Number.POSITIVE_INFINITY): Token[] {
  const tokens: Token[] = [];
  const source = text.length > limit ? text.slice(0, limit) : text;
  if (ASCII.test(source)) {
    tokeniseAscii(source, tokens);
    return tokens;
  }
  const unspaced = UNSPACED.test(source);
  for (const found of source.matchAll(WORD)) {
    const raw = found[0];
    if (unspaced && UNSPACED.test(raw)) segment(raw, found.index, tokens);
    else push(raw, found.index, tokens);
  }
  return tokens;
}

const APOSTROPHE = 39;
const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
/** What makes a run of letters more than a word: `don't`, `c++`, `c#`. */
const runsOn = (code: number): boolean => code === APOSTROPHE || code === 43 || code === 35;

/** Runs of letters by hand, without a pattern: guides are read before the first query, and most of them is that. */
function tokeniseAscii(source: string, tokens: Token[]): void {
  for (let at = 0; at < source.length; ) {
    const code = source.charCodeAt(at);
    let end = at + 1;
    if (isLetter(code)) {
      while (end < source.length && isLetter(source.charCodeAt(end))) end++;
      const next = end < source.length ? source.charCodeAt(end) : 0;
      if (!runsOn(next) && !isDigit(next)) {
        add(source.slice(at, end).toLowerCase(), at, end - at, tokens);
        at = end;
        continue;
      }
    } else if (!isDigit(code) && source[at] !== '&') {
      at = end;
      continue;
    }
    ASCII_WORD.lastIndex = at;
    const found = ASCII_WORD.exec(source);
    if (!found) return;
    push(found[0], found.index, tokens);
    at = found.index + found[0].length;
  }
}

/** As {@link tokenise}, for what a person typed or pasted. */
export const tokeniseQuery = (text: string): Token[] => tokenise(text, QUERY_LIMIT);

function segment(run: string, offset: number, into: Token[]): void {
  for (const part of segmenter.segment(run)) {
    if (part.isWordLike) add(fold(part.segment), offset + part.index, part.segment.length, into);
  }
}

function push(raw: string, start: number, into: Token[]): void {
  const word = fold(raw);
  if (PLAIN_WORD.test(word)) {
    add(word, start, raw.length, into);
    return;
  }
  if (/^\d/.test(word)) {
    add(
      word.replace(/\s|\.(?=[ap]|$)|(?<=[ap])\.|(?<=m)\.$/g, '').replace('percent', '%'),
      start,
      raw.length,
      into,
    );
    return;
  }
  const [head = '', ...tail] = word.split(/['’ʼ]/);
  if (tail.length === 0) {
    add(word, start, raw.length, into);
    return;
  }
  const ending = tail.join('');
  // didn't -> did not: the negation is a word of its own, so that "did not agree" reads the same
  if (ending === 't' && head.endsWith('n')) {
    add(head === 'can' ? 'can' : head === 'won' ? 'will' : head.slice(0, -1), start, raw.length, into);
    add('not', start, raw.length, into);
  } else if (/^(?:s|re|ve|ll|d|m)$/.test(ending)) add(head, start, raw.length, into);
  else add(head + ending, start, raw.length, into);
}

function add(folded: string, start: number, length: number, into: Token[]): void {
  const word = folded === '&' ? 'and' : folded;
  if (word !== '') into.push({ word, stem: stem(word), start, end: start + length });
}
