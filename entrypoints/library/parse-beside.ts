import { parseGuide } from '../../guide/parse.ts';
import type { Guide } from '../../guide/types.ts';

/** Longer texts than this are read by the worker; a shorter one is read sooner than it is sent. */
const LONG = 4000;

/** @returns a reader of guides that works in a worker; on the page itself should the worker not start */
export function parseBeside(): (text: string) => Promise<Guide> {
  const asked = new Map<number, { answer: (guide: Guide) => void; text: string }>();
  let count = 0;
  let worker: Worker | undefined;

  function giveUpWorker(): void {
    worker?.terminate();
    worker = undefined;
    for (const { answer, text } of asked.values()) answer(parseGuide(text));
    asked.clear();
  }

  try {
    worker = new Worker(new URL('./parse-worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<{ id: number; guide: Guide }>) => {
      asked.get(data.id)?.answer(data.guide);
      asked.delete(data.id);
    });
    worker.addEventListener('error', giveUpWorker);
  } catch {
    worker = undefined;
  }

  return (text) => {
    const beside = worker;
    if (beside === undefined || text.length < LONG) return Promise.resolve(parseGuide(text));
    count += 1;
    const id = count;
    return new Promise((answer) => {
      asked.set(id, { answer, text });
      beside.postMessage({ id, text });
    });
  };
}
