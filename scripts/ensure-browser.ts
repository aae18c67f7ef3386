/**
 * The last step of setting up: says which browser will be used, and installs Debian's Chromium where that is
 * possible without asking anyone (root on Debian or Ubuntu). Otherwise one sentence says what to install.
 */
import { readFileSync } from 'node:fs';
import { findBrowser, INSTALL_A_BROWSER } from './find-browser.ts';
import { lasted, Plain, run, start } from './run.mjs';

/** Fonts come too, so that text, arrows and emoji show on a machine without a desktop. */
const PACKAGES = ['chromium', 'fonts-dejavu-core', 'fonts-noto-color-emoji'];

await start(async () => {
  const found = find();
  if (found) {
    console.log(`Setup: the browser is ${found}.`);
    return;
  }
  if (!mayInstall()) throw new Plain(INSTALL_A_BROWSER);
  console.log('Setup: installing Chromium with apt-get, because no browser was found.');
  const begun = performance.now();
  await apt(['update']);
  await apt(['install', '-y', '--no-install-recommends', ...PACKAGES]);
  const installed = find();
  if (!installed) throw new Plain(`apt-get installed Chromium, but it is not there. ${INSTALL_A_BROWSER}`);
  console.log(`Setup: installed ${installed} (${lasted(begun)}).`);
});

function find(): string | undefined {
  try {
    return findBrowser();
  } catch (error) {
    throw new Plain(error instanceof Error ? error.message : String(error));
  }
}

/** Root on Debian, Ubuntu or something made from them. */
function mayInstall(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  try {
    const release = readFileSync('/etc/os-release', 'utf8');
    return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(release);
  } catch {
    return false;
  }
}

async function apt(args: string[]): Promise<void> {
  process.env.DEBIAN_FRONTEND = 'noninteractive';
  const { status, output } = await run('apt-get', args);
  if (status === 0) return;
  process.stderr.write(output);
  throw new Plain(`apt-get ${args[0]} failed; what it said is above. ${INSTALL_A_BROWSER}`);
}
