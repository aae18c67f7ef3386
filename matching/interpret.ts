/**
 * What was meant by what was typed: each word exactly, completed (the last one, still being typed), or
 * mended against the words of the guide and of the vocabulary.
 */
import { clauseWeights } from './clauses.ts';
import { mendByNeighbour } from './mend-by-neighbour.ts';
import { isContent, read, readUnfinished, SHORT, togetherKnown, type Words } from './readings.ts';
import { type Token, tokenise, tokeniseQuery } from './tokens.ts';

/** A word of the question as it is understood. */
export interface Term {
  readonly stem: string;
  /** As typed, folded; for showing why. */
  readonly typed: string;
  /** 0..1: weight of its clause times how sure the reading is. */
  readonly weight: number;
  /** Another reading of the same typed word, after the likeliest one; not part of the running text. */
  readonly other: boolean;
}

/** Terms of a text that needs no mending. `clauses`: it is a question, whose main clause carries it. */
export function plainTerms(text: string, clauses: boolean): Term[] {
  const tokens = tokenise(text);
  return termsOf(tokens, clauses ? clauseWeights(text, tokens) : undefined);
}

/** Tokens as they stand, each with its weight; 1 by default. */
export function termsOf(tokens: readonly Token[], weights?: readonly number[]): Term[] {
  return tokens.map(({ stem, word }, at) => ({
    stem,
    typed: word,
    weight: weights?.[at] ?? 1,
    other: false,
  }));
}

/** Terms of what was typed. */
export function interpret(text: string, words: Words): Term[] {
  const tokens = tokeniseQuery(text);
  const weights = clauseWeights(text, tokens);
  const last = tokens.at(-1);
  const typing = last !== undefined && last.end === text.length;
  const terms: Term[] = [];
  const byNeighbour = tokens.length <= SHORT ? mendByNeighbour(tokens, words) : undefined;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token) break;
    const weight = weights[at] ?? 1;
    const next = tokens[at + 1];
    const joined = next && togetherKnown(token, next, words);
    const unfinished = typing && at === tokens.length - 1;
    if (joined && next) {
      const typed = `${token.word} ${next.word}`;
      const apart = isContent(token, words) && isContent(next, words);
      if (apart) add(terms, [token.stem], token.word, weight, false);
      if (apart) add(terms, [next.stem], next.word, weight, false);
      add(terms, joined.stems, typed, weight, apart);
      at++;
      continue;
    }
    const mended = byNeighbour?.get(at);
    const readings = mended
      ? [mended]
      : unfinished
        ? readUnfinished(tokens, token, words)
        : read(token, words);
    readings.forEach((reading, order) => {
      add(terms, reading.stems, token.word, weight * reading.sureness, order > 0);
    });
  }
  return terms;
}

function add(terms: Term[], stems: readonly string[], typed: string, weight: number, other: boolean): void {
  for (const stem of stems) terms.push({ stem, typed, weight, other });
}
