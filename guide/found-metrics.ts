import type { MetricText } from './metrics.ts';
import type { Item, Lines } from './types.ts';

/** Numbers that stand in the text of a story whose writer listed none: the most telling ones. */

const MAX_FOUND = 4;
const MAX_LABEL_WORDS = 5;
/** Looked at in one piece of text. */
const MAX_LOOK = 1500;

const UNIT = '(?:years?|months?|weeks?|days?|hours?|hrs?|minutes?|mins?|seconds?|secs?|ms|quarters?)';
const NUMBER = String.raw`[$€£¥]?\d[\d,]*(?:\.\d+)?`;
const SUFFIX = String.raw`(?:\s?%|\s?percent\b|[+x×]|\s?(?:[kKMB]|bn|million|billion|thousand)\b\+?)`;
const FOUND = new RegExp(
  String.raw`(?<![\p{L}\p{N}.,/:-])[~<>≈]?${NUMBER}${SUFFIX}{0,2}(?:\s?(?:-|–|—|→|->|to)\s?${NUMBER}${SUFFIX}{0,2})?(?:[\s-]${UNIT}\b)?(?:\/(?:year|month|week|day|hour|s))?(?![\p{L}\p{N}/:]|\.\d)`,
  'gu',
);
const TELLING = /%|percent|[$€£¥]|\d[x×]\b|\d[x×]$/;
const LARGE = /\d[\d,]*\s?(?:[kKMB]\b|bn|million|billion|thousand)|\d{1,3},\d{3}|\d\+/;
const TIME = new RegExp(String.raw`${UNIT}(?:\/|$)`);

interface Found {
  readonly value: string;
  /** The text it stands in, and where. */
  readonly text: string;
  readonly at: number;
  readonly lines: Lines;
  readonly rank: number;
}

/**
 * @param texts pieces of a story's text, the ones that tell results first
 * @returns a few numbers and what they count, each once
 */
export function foundMetrics(texts: readonly Item[]): (MetricText & { readonly lines: Lines })[] {
  const found: Found[] = [];
  const seen = new Set<string>();
  texts.forEach(({ text, lines }, order) => {
    const look = text.slice(0, MAX_LOOK);
    if (!/\d/.test(look)) return;
    for (const match of look.matchAll(FOUND)) {
      const value = match[0].trim();
      const rank = rankOf(value);
      if (rank === undefined || seen.has(value.toLowerCase())) continue;
      seen.add(value.toLowerCase());
      found.push({ value, text: look, at: match.index, lines, rank: rank + Math.min(order, 50) / 20 });
    }
  });
  return found
    .sort((one, other) => one.rank - other.rank)
    .slice(0, MAX_FOUND)
    .map(({ value, text, at, lines }) => ({ value, label: labelFor(text, at, value), lines }));
}

/** The lower, the more telling; `undefined` for a number that is no measure, such as a year or a count of two. */
function rankOf(value: string): number | undefined {
  if (TELLING.test(value)) return 0;
  if (LARGE.test(value)) return 0.5;
  if (TIME.test(value)) return 1;
  return undefined;
}

const SMALL =
  'and|or|but|so|to|of|in|for|with|the|a|an|by|on|at|from|while|that|which|as|than|under|over|within|about|around|roughly|nearly|almost|vs|into|through|during|across|is|was|were|are|went|we|i|it|our|my|up|down|after|before|until|per';
const LEADS_ON = new RegExp(`^(?:${SMALL})$`, 'i');

function labelFor(text: string, at: number, value: string): string {
  const next = words(clause(text.slice(at + value.length))).slice(0, MAX_LABEL_WORDS);
  if (next.length > 1 && next[0]?.toLowerCase() === 'of') return trimmed(next);
  if (next[0] && !LEADS_ON.test(next[0])) return trimmed(next);
  const before = words(
    text
      .slice(0, at)
      .split(/[.,;:!?(]\s|\s[–—-]\s|\(|\s(?:and|but|while|then)\s|\d\S*\s/)
      .at(-1) ?? '',
  );
  const own = trimmed(before.slice(-MAX_LABEL_WORDS));
  if (own !== '') return own;
  const name = text.slice(Math.max(0, at - 60), at).match(/([A-Za-z][\w ]{1,30}):\s*$/)?.[1];
  return name ?? trimmed(next);
}

/** Up to the next mark that ends a thought. */
function clause(text: string): string {
  return text.split(/[,.;:!?()[\]|"“”]|\s[–—→/=-]+>?\s|\s[~<>$€£]?\d/)[0] ?? '';
}

function words(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

/** Without the small words at its end, which would promise more. */
function trimmed(list: string[]): string {
  const kept = [...list];
  while (kept.length > 0 && LEADS_ON.test(kept.at(-1) ?? '')) kept.pop();
  while (kept.length > 0 && LEADS_ON.test(kept[0] ?? '')) kept.shift();
  return kept.join(' ').replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}%]+$/gu, '');
}
