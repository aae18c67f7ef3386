/** How much a word of a question can say about which story is meant, before looking at any story. */
import { stem } from './stem.ts';
import { COMMON_WORDS, FRAME_WORDS, STOP_WORDS } from './stop-words.ts';

const stems = (words: ReadonlySet<string>): ReadonlySet<string> => new Set([...words].map(stem));
const stop = stems(STOP_WORDS);
const frame = stems(FRAME_WORDS);
const common = stems(COMMON_WORDS);

/** `five` or `10`: any story has such a number; `2.5`, `50%` and `2am` are remembered. */
const SMALL_NUMBER = /^\d{1,2}$/;

/** 0 for grammar and the interviewer's frame, 0.3 for words of every working day, 0.5 for bare numbers, 1 for the rest. */
export function importance(stemmed: string): number {
  if (stop.has(stemmed) || frame.has(stemmed)) return 0;
  if (common.has(stemmed)) return 0.3;
  return SMALL_NUMBER.test(stemmed) ? 0.5 : 1;
}
