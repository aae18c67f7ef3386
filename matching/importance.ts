/** How much a word of a question can say about which story is meant, before looking at any story. */
import { stem } from './stem.ts';
import { COMMON_WORDS, FRAME_WORDS, STOP_WORDS } from './stop-words.ts';

const stems = (words: ReadonlySet<string>): ReadonlySet<string> => new Set([...words].map(stem));
const stop = stems(STOP_WORDS);
const frame = stems(FRAME_WORDS);
const common = stems(COMMON_WORDS);

/** 0 for grammar and the interviewer's frame, 0.3 for words of every working day, 1 for the rest. */
export function importance(stemmed: string): number {
  return stop.has(stemmed) || frame.has(stemmed) ? 0 : common.has(stemmed) ? 0.3 : 1;
}
