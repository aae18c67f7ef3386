/**
 * The words that may be meant: looked up exactly, by their beginning, or by a misspelt form. One lexicon
 * holds the words of the guide, another those of the vocabulary and the model.
 */
import Fuse from 'fuse.js';
import { bitCount, edits, letterMask, tolerance } from './spelling.ts';

export interface Entry {
  /** Folded, as written most often; for words written together (`oncall`) without the space. */
  readonly word: string;
  /** What the word stands for: one stem, or two for words written together. */
  readonly stems: readonly string[];
  /** How likely the word is meant, 0..1, by where it stands. */
  readonly weight: number;
}

export interface Similar {
  readonly entry: Entry;
  readonly edits: number;
  /** Fuse.js's score, 0 (alike) to 1. */
  readonly unlikeness: number;
}

/** Likely readings that Fuse.js ranks per misspelt word. */
const KEPT = 24;

export class Lexicon {
  readonly #byWord = new Map<string, Entry>();
  readonly #sorted: readonly Entry[];
  readonly #masks: Int32Array;

  /** Of entries with the same word the heaviest is kept. */
  constructor(entries: Iterable<Entry>) {
    for (const entry of entries) {
      const known = this.#byWord.get(entry.word);
      if (!known || known.weight < entry.weight) this.#byWord.set(entry.word, entry);
    }
    this.#sorted = [...this.#byWord.values()].sort((a, b) =>
      a.word < b.word ? -1 : a.word > b.word ? 1 : 0,
    );
    this.#masks = Int32Array.from(this.#sorted, (entry) => letterMask(entry.word));
  }

  get(word: string): Entry | undefined {
    return this.#byWord.get(word);
  }

  /** The heaviest entries that begin with `prefix`, shorter words first among equals. */
  startingWith(prefix: string, count: number): Entry[] {
    const best: Entry[] = [];
    for (let at = this.#lowerBound(prefix); at < this.#sorted.length; at++) {
      const entry = this.#sorted[at];
      if (!entry?.word.startsWith(prefix)) break;
      let place = best.length;
      while (place > 0 && heavier(entry, best[place - 1])) place--;
      if (place < count) {
        best.splice(place, 0, entry);
        if (best.length > count) best.pop();
      }
    }
    return best;
  }

  /**
   * Entries that `word` may be a misspelling of (with `prefix`: of whose beginning), nearest first.
   * `strict`: three letters may only be swapped, not wrong. A letter mask and the edit distance sort out, Fuse.js ranks what is left.
   */
  similar(word: string, prefix = false, strict = true): Similar[] {
    const limit = tolerance(word.length);
    if (limit === 0) return [];
    const mask = letterMask(word);
    const bits = prefix ? limit : 2 * limit;
    const near: Similar[] = [];
    this.#sorted.forEach((entry, at) => {
      const length = entry.word.length;
      if (word.length - length > limit || (!prefix && length - word.length > limit)) return;
      const other = this.#masks[at] ?? 0;
      if (bitCount(prefix ? mask & ~other : mask ^ other) > bits) return;
      const distance = edits(word, entry.word, limit, prefix);
      if (distance > limit || (strict && word.length < 4 && !sameLetters(word, entry.word))) return;
      near.push({ entry, edits: distance, unlikeness: 1 });
    });
    return rank(word, near);
  }

  #lowerBound(prefix: string): number {
    let low = 0;
    let high = this.#sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#sorted[middle]?.word ?? '') < prefix) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function heavier(a: Entry, b: Entry | undefined): boolean {
  return !b || a.weight > b.weight || (a.weight === b.weight && a.word.length < b.word.length);
}

/** Fuse.js says how alike the words look; edits, first letter and likelihood say the rest. */
function rank(word: string, near: readonly Similar[]): Similar[] {
  const fuse = new Fuse(near, {
    keys: ['entry.word'],
    threshold: 1,
    includeScore: true,
    ignoreLocation: true,
  });
  const found = fuse.search(word, { limit: KEPT });
  const seen = new Set(found.map(({ item }) => item));
  const scored = found.map(({ item, score = 1 }) => ({ ...item, unlikeness: score }));
  // Fuse.js reads patterns of 32 letters at most: what it leaves out keeps its place by edits
  return [...scored, ...near.filter((each) => !seen.has(each))].sort(
    (a, b) => cost(a, word) - cost(b, word) || (a.entry.word < b.entry.word ? -1 : 1),
  );
}

/** Three letters are enough to swap two of them, not to have one wrong: `loe` is Leo, `gpu` is not gap. */
function sameLetters(a: string, b: string): boolean {
  return a.length === b.length && [...a].sort().join('') === [...b].sort().join('');
}

/** How unlikely `word` is to stand for this entry: lower is better, comparable between lexicons. */
export function cost({ entry, edits: distance, unlikeness }: Similar, word: string): number {
  const sameStart = entry.word[0] === word[0] ? 0.4 : 0;
  const swapped = sameLetters(entry.word, word) ? 0.3 : 0;
  return distance + 0.5 * unlikeness - sameStart - swapped - 0.8 * entry.weight;
}
