/** Summaries of measured times. */

/** Times in milliseconds, rounded to a hundredth. */
export interface Spread {
  readonly count: number;
  readonly median: number;
  readonly p95: number;
  readonly p99: number;
}

/** Median, 95th and 99th percentile (nearest rank). */
export function spread(times: readonly number[]): Spread {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) =>
    round(sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN);
  return { count: sorted.length, median: at(0.5), p95: at(0.95), p99: at(0.99) };
}

/** How many times as long, to two decimals. */
export function ratio(measured: number, baseline: number): number {
  return round(measured / baseline);
}

/** Rounds to hundredths, or to the given parts of one. */
export function round(value: number, parts = 100): number {
  return Math.round(value * parts) / parts;
}
