import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Camera, CameraState } from './camera.ts';

/** The user's own picture, as in a mirror; nothing of it leaves the page. */
function Picture({ stream }: { stream: MediaStream }) {
  const video = useRef<HTMLVideoElement>(null);
  useLayoutEffect(() => {
    const element = video.current;
    if (element === null) return;
    element.srcObject = stream;
    return () => {
      element.srcObject = null;
    };
  }, [stream]);
  return <video ref={video} class="picture" aria-label="Your camera" autoplay muted playsInline />;
}

function saying(state: CameraState): string {
  if (state.kind === 'asking') return 'Waiting for the browser’s question about the camera…';
  if (state.kind === 'on') return '';
  return state.why === '' ? 'Your camera is off.' : state.why;
}

/** The user's side of the call: a camera picture, or a calm placeholder with the button that asks for one. */
export function CameraTile({ camera }: { camera: Camera }) {
  const state = camera.state.value;
  return (
    <section class="tile you" aria-labelledby="your-name">
      {state.kind === 'on' && <Picture stream={state.stream} />}
      <p class="saying" role="status">
        {saying(state)}
      </p>
      <div class="bar">
        <h2 id="your-name">You</h2>
        {/* One button, so that the keyboard's place stays when the camera goes on or off. */}
        <button type="button" onClick={() => (state.kind === 'off' ? void camera.use() : camera.stop())}>
          {state.kind === 'off' ? 'Use my camera' : 'Stop the camera'}
        </button>
      </div>
    </section>
  );
}
