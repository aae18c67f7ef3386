/**
 * Writes the latest of a stream of values: at most one write under way, what comes meanwhile replaces
 * what waits. So a fast typist costs a few writes a second, and the last word is always stored.
 */
export interface LatestWriter<T> {
  put(value: T): void;
  /** Resolves when everything put so far is stored, or has failed. */
  settled(): Promise<void>;
}

/** @param onError told of each failed write; the value stays with the caller, and the next put tries again */
export function latestWriter<T>(
  write: (value: T) => Promise<void>,
  onError: (error: unknown) => void,
): LatestWriter<T> {
  let waiting: { value: T } | undefined;
  let running: Promise<void> | undefined;

  async function drain(): Promise<void> {
    while (waiting !== undefined) {
      const { value } = waiting;
      waiting = undefined;
      try {
        await write(value);
      } catch (error) {
        onError(error);
      }
    }
    running = undefined;
  }

  return {
    put(value) {
      waiting = { value };
      running ??= drain();
    },
    settled: () => running ?? Promise.resolve(),
  };
}
