/** The hand-written vocabulary: which words and phrases ask for which competency, and which competencies are near. */
import competencyList from '../stories-data/competencies.json' with { type: 'json' };
import vocabularyData from '../stories-data/vocabulary.json' with { type: 'json' };
import { tokenise } from './tokens.ts';

interface VocabularyEntry {
  readonly words: readonly string[];
  readonly neighbours: Readonly<Record<string, number>>;
}

/** Competency ids in the order that every vector here uses. */
export const COMPETENCIES: readonly string[] = competencyList.map((competency) => competency.id);
const NAMES: ReadonlyMap<string, string> = new Map(competencyList.map(({ id, name }) => [id, name]));
const ORDER: ReadonlyMap<string, number> = new Map(COMPETENCIES.map((id, at) => [id, at]));
const entries: Readonly<Record<string, VocabularyEntry>> = vocabularyData;

/** What users read: `taking risks`. */
export const competencyName = (at: number): string => NAMES.get(COMPETENCIES[at] ?? '') ?? '';
/** The place of a competency in the vectors; -1 when unknown. */
export const competencyPlace = (id: string): number => ORDER.get(id) ?? -1;

/** A phrase of the text that the vocabulary knows. */
export interface PhraseHit {
  /** First token and the token after the last. */
  readonly from: number;
  readonly to: number;
  readonly competencies: readonly number[];
}

/** Every word that the vocabulary's phrases use, as written there. */
export const VOCABULARY_WORDS = new Map<string, string>();
/** Two-word phrases written together, with their stems: people leave out the space. */
export const VOCABULARY_PAIRS = new Map<string, readonly string[]>();

/** The first stem of every phrase, with the length of the longest that begins so. */
const longest = new Map<string, number>();
const phrases = new Map<string, number[]>();
/** Every two stems that stand side by side in a phrase. */
const neighbours = new Set<string>();

for (const [id, entry] of Object.entries(entries)) {
  const place = competencyPlace(id);
  for (const phrase of entry.words) {
    const tokens = tokenise(phrase);
    for (const token of tokens) VOCABULARY_WORDS.set(token.word, token.stem);
    if (tokens.length === 2)
      VOCABULARY_PAIRS.set(
        tokens.map((t) => t.word).join(''),
        tokens.map((t) => t.stem),
      );
    const [first = ''] = tokens.map((token) => token.stem);
    longest.set(first, Math.max(longest.get(first) ?? 0, tokens.length));
    tokens.forEach(({ stem }, at) => {
      if (at > 0) neighbours.add(`${tokens[at - 1]?.stem} ${stem}`);
    });
    const key = tokens.map((token) => token.stem).join(' ');
    const known = phrases.get(key);
    if (!known) phrases.set(key, [place]);
    else if (!known.includes(place)) known.push(place);
  }
}

/** Do these two stems stand side by side in a phrase of the vocabulary? */
export const inPhrase = (left: string, right: string): boolean => neighbours.has(`${left} ${right}`);

/** The vocabulary's phrases in a row of stems, the longest first where they overlap. */
export function findPhrases(stems: readonly string[]): PhraseHit[] {
  const hits: PhraseHit[] = [];
  for (let from = 0; from < stems.length; ) {
    let step = 1;
    for (
      let length = Math.min(longest.get(stems[from] ?? '') ?? 0, stems.length - from);
      length > 0;
      length--
    ) {
      const competencies = phrases.get(
        length === 1 ? (stems[from] ?? '') : stems.slice(from, from + length).join(' '),
      );
      if (!competencies) continue;
      hits.push({ from, to: from + length, competencies });
      step = length;
      break;
    }
    from += step;
  }
  return hits;
}

/** A competency next to another. */
export interface Neighbour {
  readonly to: number;
  readonly strength: number;
}

/** How far a story about one competency answers a question about others: for each, itself with 1 and its neighbours. */
export const NEIGHBOURS: readonly (readonly Neighbour[])[] = COMPETENCIES.map((id, at) => [
  { to: at, strength: 1 },
  ...Object.entries(entries[id]?.neighbours ?? {}).map(([other, strength]) => ({
    to: competencyPlace(other),
    strength,
  })),
]);
