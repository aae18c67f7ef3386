/** Reads guides beside the page, so that typing never waits for it. */
import { parseGuide } from '../../guide/parse.ts';

addEventListener('message', ({ data }: MessageEvent<{ id: number; text: string }>) => {
  postMessage({ id: data.id, guide: parseGuide(data.text) });
});
