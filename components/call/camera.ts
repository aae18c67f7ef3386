/** The user's own camera on the mock call page: asked for only by the button, stopped by the other. */
import { type ReadonlySignal, signal } from '@preact/signals';

/** What the camera tile shows. `why` is one plain sentence for the user. */
export type CameraState =
  | { readonly kind: 'off'; readonly why: string }
  | { readonly kind: 'asking' }
  | { readonly kind: 'on'; readonly stream: MediaStream };

/** The camera as the page sees it. */
export interface Camera {
  readonly state: ReadonlySignal<CameraState>;
  /** Asks the browser, which asks the user. Never rejects. */
  use(): Promise<void>;
  /** Turns the camera off; also gives up on a question that is still open. */
  stop(): void;
}

const WHY: Readonly<Record<string, string>> = {
  NotAllowedError: 'The camera was not allowed. The address bar or the site settings can change that.',
  NotFoundError: 'No camera was found.',
  NotReadableError: 'The camera is in use by another program.',
};

/** @param open asks for a video stream; `navigator.mediaDevices.getUserMedia` in the page */
export function createCamera(open: () => Promise<MediaStream>): Camera {
  const state = signal<CameraState>({ kind: 'off', why: '' });
  /** Counts up with each wish of the user, so that an answer to an earlier one is known as late. */
  let wish = 0;

  function stop(why = ''): void {
    wish += 1;
    const before = state.value;
    state.value = { kind: 'off', why };
    if (before.kind === 'on') for (const track of before.stream.getTracks()) track.stop();
  }

  async function use(): Promise<void> {
    if (state.value.kind !== 'off') return;
    const mine = ++wish;
    state.value = { kind: 'asking' };
    try {
      const stream = await open();
      if (mine !== wish) {
        for (const track of stream.getTracks()) track.stop();
        return;
      }
      for (const track of stream.getTracks()) {
        // Pulled out, or the permission taken back. (`stop` above does not come here.)
        track.addEventListener('ended', () => {
          if (mine === wish) stop('The camera stopped.');
        });
      }
      state.value = { kind: 'on', stream };
    } catch (error) {
      if (mine !== wish) return;
      const name = error instanceof Error ? error.name : '';
      state.value = { kind: 'off', why: WHY[name] ?? `The camera could not be used: ${String(error)}` };
    }
  }

  return { state, use, stop: () => stop() };
}
