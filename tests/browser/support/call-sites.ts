/**
 * Pages on the loopback interface that behave as call pages do: each has the traits of one of the known sites that
 * make life hard for a card of somebody else's. Every page tells what reached it through `globalThis.seen`.
 */
import { once } from 'node:events';
import { createServer } from 'node:http';

export interface CallSites {
  /** The address of a page, by the name of a trait below. */
  url(trait: Trait): string;
  close(): void;
}

/** What the pages' own scripts note. */
export interface Seen {
  readonly keys: string[];
  readonly presses: string[];
  readonly read: string[];
}

declare global {
  var seen: Seen;
}

const NONCE = 'bG9vcGJhY2s';
const STRICT_POLICY = [
  "default-src 'none'",
  `script-src 'nonce-${NONCE}' 'strict-dynamic'`,
  `style-src 'nonce-${NONCE}'`,
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** Body and script of each page; the name says which site is known for it. */
const TRAITS = {
  /** Google Meet: a strict policy, trusted types and no style that is not its own. */
  meet: { policy: STRICT_POLICY, script: '' },
  /** Zoom: one element full-screen, and layers as high as they go. */
  zoom: {
    policy: '',
    script: `
      const bar = document.createElement('div');
      bar.style.cssText = 'position:fixed;inset:0 0 auto 0;height:200px;z-index:2147483647;background:#234';
      document.body.append(bar);
      addEventListener('dblclick', () => document.querySelector('main').requestFullscreen());`,
  },
  /** Microsoft Teams: the body is made anew, and what is unknown beside it is thrown out. */
  teams: {
    policy: '',
    script: `
      globalThis.renderAgain = () => {
        const body = document.body.cloneNode(true);
        document.body.replaceWith(body);
        for (const child of [...document.documentElement.children])
          if (child !== body && child !== document.head) child.remove();
      };`,
  },
  /** Webex: takes keys and presses in the capture phase and lets nobody else have them; a button at the top middle. */
  webex: {
    policy: '',
    script: `
      for (const type of ['keydown', 'keyup', 'pointerdown', 'mousedown', 'click'])
        addEventListener(type, (event) => { event.stopImmediatePropagation(); event.preventDefault(); }, true);
      const host = document.createElement('div');
      host.style.cssText = 'position:fixed;top:0;left:calc(50% - 60px)';
      host.attachShadow({ mode: 'open' }).innerHTML = '<button style="width:120px;height:36px">Participants</button>';
      document.body.append(host);`,
  },
  /** Jitsi Meet: dialogs and popovers in the top layer, and rules that hide whatever is unknown. */
  jitsi: {
    policy: '',
    style: 'html > div, html > * > div:not([class]) { display: none !important; opacity: 0 !important }',
    script: `
      const dialog = document.createElement('dialog');
      dialog.textContent = 'Settings';
      dialog.style.cssText = 'width:100%;max-width:none;height:300px;margin-top:0';
      document.body.append(dialog);
      globalThis.openDialog = () => dialog.show();
      globalThis.openModal = () => { dialog.close(); dialog.showModal(); };
      const sheet = document.createElement('div');
      sheet.className = 'sheet';
      sheet.popover = 'manual';
      sheet.style.cssText = 'inset:0;width:100%;height:300px;background:#432';
      document.body.append(sheet);
      globalThis.openPopover = () => sheet.showPopover();`,
  },
  /** Whereby: nothing hard by itself; here it is the page that wants to know and to drive the card. */
  whereby: {
    policy: '',
    script: `
      const known = new Set([document.head, document.body]);
      const attach = Element.prototype.attachShadow;
      Element.prototype.attachShadow = function (options) { seen.read.push('attachShadow'); return attach.call(this, options); };
      const spy = () => {
        for (const host of document.documentElement.children) {
          if (known.has(host)) continue;
          const words = [host.shadowRoot, host.innerHTML, host.textContent, ...[...host.attributes].map((a) => a.value)];
          seen.read.push(...words.filter((word) => word).map(String));
          if (document.querySelector(':popover-open')) seen.read.push('popover');
          for (const type of ['pointerdown', 'pointerup', 'mousedown', 'click'])
            host.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true, pointerId: 1, clientX: 500, clientY: 150 }));
        }
      };
      new MutationObserver(spy).observe(document.documentElement, { childList: true });
      globalThis.spy = spy;
      addEventListener('message', ({ data }) => seen.read.push(JSON.stringify(data)));`,
  },
} as const satisfies Record<
  string,
  { readonly policy: string; readonly script: string; readonly style?: string }
>;

export type Trait = keyof typeof TRAITS;
export const CALL_TRAITS = Object.keys(TRAITS) as readonly Trait[];

const STYLE = `html, body { margin: 0; height: 100%; background: #1b1f24; color: #eee; font: 15px sans-serif }
main { height: 100%; display: grid; grid-template: 1fr auto / 1fr 1fr; gap: 8px; padding: 8px; box-sizing: border-box }
.tile { background: #39424e; border-radius: 8px; display: grid; place-items: center; font-size: 48px }
nav { grid-column: 1 / -1; display: flex; justify-content: center; gap: 12px; padding: 8px }
nav > * { height: 40px; min-width: 60px }`;

function page(trait: Trait): string {
  const { script, ...rest } = TRAITS[trait];
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Call: ${trait}</title>
<style nonce="${NONCE}">${STYLE} ${'style' in rest ? rest.style : ''}</style></head><body>
<main><div class="tile">Dana</div><div class="tile">You</div>
<nav><button>Mute</button><button>Camera</button><input aria-label="Chat"><button>Leave</button></nav></main>
<script nonce="${NONCE}">
globalThis.seen = { keys: [], presses: [], read: [] };
addEventListener('keydown', (event) => seen.keys.push(event.key), true);
for (const type of ['pointerdown', 'mousedown', 'click'])
  addEventListener(type, (event) => { if (event.isTrusted) seen.presses.push(type + ' ' + (event.target.textContent || event.target.localName)); }, true);
${script}
</script></body></html>`;
}

/** Starts the server. `localhost` and `127.0.0.1` are two sites to a browser. */
export async function serveCallSites(): Promise<CallSites> {
  const server = createServer((request, response) => {
    const name = new URL(request.url ?? '/', 'http://localhost').pathname.slice(1);
    const trait = CALL_TRAITS.find((each) => each === name);
    if (name === 'favicon.ico') return void response.writeHead(204).end();
    if (trait === undefined) return void response.writeHead(404).end();
    const { policy } = TRAITS[trait];
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      ...(policy === '' ? {} : { 'content-security-policy': policy }),
    });
    response.end(page(trait));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: (trait) => `http://127.0.0.1:${port}/${trait}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
