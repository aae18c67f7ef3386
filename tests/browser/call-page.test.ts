import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { findByRole, queryByRole, textOf, textsByRole } from '../../scripts/by-role.ts';
import { type Hookline, launchHookline } from './support/harness.ts';
import { eventually, runAxe, type Scheme, scrollsSideways, setView } from './support/page.ts';

const SIZES = [
  [640, 480],
  [920, 720],
  [1280, 720],
  [1920, 1080],
] as const;

/** What the "You" tile says, as a screen reader hears it. */
async function saying(hookline: Hookline): Promise<string> {
  return textOf(await findByRole(hookline.callPage, 'status'));
}

async function press(hookline: Hookline, button: string): Promise<void> {
  const found = await findByRole(hookline.callPage, 'button', button);
  await found.focus();
  await hookline.callPage.keyboard.press('Enter');
}

describe('a call page with a camera', () => {
  let hookline: Hookline;
  beforeAll(async () => {
    hookline = await launchHookline({ fakeMedia: true });
  });
  afterAll(() => hookline?.close());

  const question = () =>
    hookline.callPage.$eval('[aria-live="polite"]', (node) => node.textContent?.trim() ?? '');

  test('asks another question by button and by key, and comes round again', async () => {
    const seen = [await question()];
    expect(seen[0]).toMatch(/\?$/);
    await press(hookline, 'Next question →');
    await eventually(async () => expect(await question()).not.toBe(seen[0]));
    seen.push(await question());
    for (let turn = 2; turn < 20; turn++) {
      const before = await question();
      await hookline.callPage.keyboard.press('ArrowRight');
      await eventually(async () => expect(await question()).not.toBe(before));
      const now = await question();
      if (now === seen[0]) break;
      seen.push(now);
    }
    expect(await question()).toBe(seen[0]);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThanOrEqual(4);
  });

  test('never asks for the camera by itself; shows it on request and stops it', async () => {
    expect(await saying(hookline)).toBe('Your camera is off.');
    expect(await hookline.callPage.$('video')).toBeNull();

    await press(hookline, 'Use my camera');
    const playing = () =>
      hookline.callPage.$eval(
        'video',
        (video) => !video.paused && video.videoWidth > 0 && video.currentTime > 0,
      );
    await eventually(async () => expect(await playing()).toBe(true));
    expect(await runAxe(hookline.callPage)).toEqual([]);
    const track = await hookline.callPage.evaluateHandle(() => {
      const stream = document.querySelector('video')?.srcObject;
      const [first] = stream instanceof MediaStream ? stream.getVideoTracks() : [];
      if (!first) throw new Error('There is no camera track.');
      return first;
    });
    expect(await track.evaluate((each) => each.readyState)).toBe('live');

    await press(hookline, 'Stop the camera');
    await eventually(async () => expect(await saying(hookline)).toBe('Your camera is off.'));
    expect(await hookline.callPage.$('video')).toBeNull();
    expect(await track.evaluate((each) => each.readyState)).toBe('ended');
  });

  test('says that it is practice, that nothing is sent, and how to open the panel', async () => {
    const text = await hookline.callPage.evaluate(() => document.body.innerText);
    expect(text).toContain('nothing is recorded or sent');
    expect(text).toMatch(/Open Hookline beside it: click its toolbar icon or press \S+/);
    expect(await textsByRole(hookline.callPage, 'heading')).toEqual(['Practice call', 'Interviewer', 'You']);
  });

  for (const scheme of ['light', 'dark'] satisfies Scheme[]) {
    for (const [width, height] of SIZES) {
      test(`axe finds nothing, and everything is in sight: ${scheme}, ${width} x ${height}`, async () => {
        await setView(hookline.callPage, { width, height, scheme });
        expect(await runAxe(hookline.callPage)).toEqual([]);
        expect(await scrollsSideways(hookline.callPage)).toBe(false);
        for (const name of ['Next question →', 'Use my camera']) {
          const button = await findByRole(hookline.callPage, 'button', name);
          expect(await button.isIntersectingViewport({ threshold: 1 })).toBe(true);
        }
      });
    }
  }

  test('nothing was complained about, and nothing left the extension', () => {
    expect(hookline.observed.complaints()).toEqual([]);
    expect(hookline.observed.requestsOutside(hookline.extensionId)).toEqual([]);
  });
});

test('a camera that is refused is one plain sentence, and asking again is possible', async () => {
  const hookline = await launchHookline({
    flags: ['--use-fake-device-for-media-stream', '--deny-permission-prompts'],
  });
  onTestFinished(() => hookline.close());
  await press(hookline, 'Use my camera');
  await eventually(async () => expect(await saying(hookline)).toContain('The camera was not allowed.'));
  expect(await queryByRole(hookline.callPage, 'button', 'Use my camera')).not.toBeNull();
});

test('a computer without a camera is one plain sentence', async () => {
  const flags = ['--use-fake-device-for-media-stream=device-count=0', '--use-fake-ui-for-media-stream'];
  const hookline = await launchHookline({ flags });
  onTestFinished(() => hookline.close());
  await press(hookline, 'Use my camera');
  await eventually(async () => expect(await saying(hookline)).toBe('No camera was found.'));
});
