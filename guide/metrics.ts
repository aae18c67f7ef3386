import { labelOf } from './labels.ts';
import type { Row } from './rows.ts';

/** A number and what it counts, before it is known whose it is. */
export interface MetricText {
  readonly value: string;
  readonly label: string;
}

const WORDS = 'zero|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|hundred|half';
const SIZE = String.raw`(?:%|[+x×]|[ap]m\b|[kmb]\b\+?|bn\b|ms\b|percent\b)`;
const TIME = '(?:years?|months?|weeks?|days?|hours?|minutes?|mins?|seconds?|secs?|quarters?)';
const DIGITS = String.raw`[~≈<>≤≥±]?\s?[$€£¥]?\d[\d.,]*(?<![.,])`;
const VALUE = String.raw`(?:from )?${DIGITS}\s?${SIZE}{0,2}(?:\s?(?:-|–|—|→|->|to)\s?${DIGITS}\s?${SIZE}{0,2})?(?:[\s-]${TIME}\b)?`;
const AT_START = new RegExp(
  String.raw`^(${VALUE}|(?:${WORDS})\b(?:[\s-]${TIME}\b)?)(?=$|[\s,;:()→–—-])`,
  'i',
);
const AT_END = new RegExp(String.raw`(?:^|\s)(${VALUE})$`, 'i');

/** Longer than any number with a unit; what is longer is prose, and kept whole. */
const MAX_TEXT = 300;

/**
 * @param text `50% tech debt reduction`, `latency: 20 ms` or the like
 * @returns the number and the rest; the whole text as value where it neither opens nor ends with a number
 */
export function metricOf(text: string): MetricText {
  const whole = text.trim();
  if (whole.length > MAX_TEXT) return { value: whole, label: '' };
  const start = whole.match(AT_START)?.[1];
  if (start !== undefined) {
    return { value: start.trim(), label: whole.slice(start.length).replace(/^\s*(?:[-–—:](?=\s))?\s*/, '') };
  }
  const end = whole.match(AT_END)?.[1];
  if (end === undefined) return { value: whole, label: '' };
  return {
    value: end.trim(),
    label: whole.slice(0, whole.length - end.length).replace(/\s*[-–—:]?\s*$/, ''),
  };
}

/** @param row a list item; `**50%** - Tech debt reduction` is cut after its bold number */
export function metricOfRow(row: Row): MetricText {
  const label = row.bold === '' ? undefined : labelOf(row);
  if (!label || label.text === '') return metricOf(row.text);
  // `**Latency:** 20 ms` has its number on the other side.
  const valueFirst = /\d/.test(label.name) || !/\d/.test(label.text);
  return valueFirst ? { value: label.name, label: label.text } : { value: label.text, label: label.name };
}
