/** Scores to shares that sum to 1: `exp(score)`, divided by their sum. In place. */
export function softmax(values: Float64Array): Float64Array {
  let highest = Number.NEGATIVE_INFINITY;
  for (const value of values) if (value > highest) highest = value;
  let total = 0;
  for (let at = 0; at < values.length; at++) {
    const power = Math.exp((values[at] ?? 0) - highest);
    values[at] = power;
    total += power;
  }
  for (let at = 0; at < values.length; at++) values[at] = (values[at] ?? 0) / total;
  return values;
}
