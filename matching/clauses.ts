/**
 * Which part of the text is the question. The first main clause carries it; what stands before (greeting,
 * a company value) and after ("What did you learn?") only qualifies it.
 */
import type { Token } from './tokens.ts';

/** Share of a word's weight that is left outside the main clause. Chosen by cross-validation on the bank. */
export const BEFORE = 0.35;
export const AFTER = 0.25;

/** Openings that ask for an experience. They beat a bare question mark ("How are you today? Tell me about ..."). */
const ASKS =
  /\b(?:tell (?:me|us)|describe|(?:an? )?examples? (?:of|where|when)|give (?:me|us|an?)|share|walk (?:me|us)|talk (?:me|us|about|through)|a time|the last time|recall|have you (?:ever|had|been)|summari[sz]e|provide an?|state an?)\b/i;
const SENTENCE_END = /[.!?…。！？]+(?=["'”’)]*(?:\s|$))|[。！？]|\n+/g;
/** A second question inside the same sentence: ", what was the outcome", "and how did you handle it". */
const FOLLOW_UP =
  /(?:,|;|:|\band\b|\bor\b|\s[-–—])\s*(?:and\s+)?(?:how|what|why|who|which|did|were|was|would)\s+(?:did|do|was|were|would|have|had|you|is|are|it|this|that|could|happened|made|steps?|lessons?|actions?|the)\b/gi;
/** A follow-up must leave a question before it: at least so many words. */
const LEAST_WORDS = 4;

interface Span {
  readonly start: number;
  readonly end: number;
}

function sentences(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const found of text.matchAll(SENTENCE_END)) {
    const end = found.index + found[0].length;
    if (/[\p{L}\p{N}]/u.test(text.slice(start, end))) spans.push({ start, end });
    start = end;
  }
  if (/[\p{L}\p{N}]/u.test(text.slice(start))) spans.push({ start, end: text.length });
  return spans;
}

function mainSpan(text: string): Span {
  const spans = sentences(text);
  const first = spans[0] ?? { start: 0, end: text.length };
  const main =
    spans.find((span) => ASKS.test(text.slice(span.start, span.end))) ??
    spans.find((span) => text.slice(span.start, span.end).includes('?')) ??
    first;
  const sentence = text.slice(main.start, main.end);
  for (const found of sentence.matchAll(FOLLOW_UP)) {
    const before = sentence.slice(0, found.index).match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
    if (before > LEAST_WORDS) return { start: main.start, end: main.start + found.index };
  }
  return main;
}

/** The text of the clause that carries the question. */
export function mainClause(text: string): string {
  const { start, end } = mainSpan(text);
  return text.slice(start, end);
}

/** For each token the weight of its clause, 0..1; 1 in the main clause. */
export function clauseWeights(text: string, tokens: readonly Token[]): number[] {
  if (tokens.length <= LEAST_WORDS) return tokens.map(() => 1);
  const main = mainSpan(text);
  return tokens.map((token) => (token.end <= main.start ? BEFORE : token.start >= main.end ? AFTER : 1));
}
