import { signal } from '@preact/signals';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { CallPage } from '../../components/call/CallPage.tsx';
import { createCamera } from '../../components/call/camera.ts';

const camera = createCamera(() => navigator.mediaDevices.getUserMedia({ video: true }));
const turn = signal(0);
const shortcut = signal('');

function next(): void {
  turn.value += 1;
}

addEventListener('keydown', (event) => {
  const isPlain = !(event.ctrlKey || event.altKey || event.metaKey || event.shiftKey);
  if (event.key === 'ArrowRight' && isPlain && !event.repeat) next();
});

/** The key may have been changed by the user, or taken by another extension: say what it is now. */
async function learnShortcut(): Promise<void> {
  const commands = await browser.commands.getAll();
  const open = commands.find(({ name }) => name === '_execute_action' || name === '_execute_sidebar_action');
  shortcut.value = open?.shortcut ?? '';
}

const root = document.getElementById('root');
if (root === null) throw new Error('call/index.html has no #root');
render(<CallPage camera={camera} turn={turn} onNext={next} shortcut={shortcut} />, root);
void learnShortcut();
// It can be changed on the browser's shortcut page while this one stays open.
addEventListener('focus', () => void learnShortcut());
