/**
 * What a browser says and asks for while a test runs: console messages, uncaught errors and network requests
 * of every target (pages, side panel, service workers, frames), through the browser's own events.
 */
import {
  type Browser,
  type CDPSession,
  CDPSessionEvent,
  type Connection,
  type Protocol,
} from 'puppeteer-core';

/** A console message or uncaught error. `where` is the address of what said it, as far as it is known. */
export interface Said {
  readonly level: string;
  readonly text: string;
  readonly where: string;
}

/**
 * A request that some target made, or that reached the proxy (kind `Proxied`; one request may be both). `from`
 * is the page or worker that made it, where the browser tells.
 */
export interface Asked {
  readonly url: string;
  readonly kind: string;
  readonly from: string;
}

/** Everything observed so far; the arrays grow while the browser runs. */
export interface Observed {
  readonly said: readonly Said[];
  readonly asked: readonly Asked[];
  /** Console warnings and errors, failed loads, and uncaught errors. */
  complaints(): Said[];
  /** Requests to anything but the extension itself (or data the page already holds). */
  requestsOutside(extensionId: string): Asked[];
}

/** What {@link observe} gives back. */
export interface Observer {
  /**
   * Lets go of the service workers: one that a debugger looks at does not stop, or stays halted when it starts
   * again. The next one to start is observed again.
   */
  releaseWorkers(): Promise<void>;
}

/**
 * Starts to observe. Call it before the extension is loaded: new pages wait for the debugger before their first
 * line runs, so nothing they do is missed. (The first milliseconds of a service worker can be; the proxy sees
 * those.)
 */
export async function observe(browser: Browser, into: { said: Said[]; asked: Asked[] }): Promise<Observer> {
  const first = await browser.target().createCDPSession();
  const connection = first.connection();
  if (!connection) throw new Error('The browser connection is closed already.');
  const seen = new Set<string>();
  /** How to let go of each debugger that looks at a service worker. */
  const letGo: (() => Promise<unknown>)[] = [];
  const countWorkers = (from: Connection | CDPSession) =>
    from.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
      if (targetInfo.type === 'service_worker')
        letGo.push(() => from.send('Target.detachFromTarget', { sessionId }).catch(() => undefined));
    });
  countWorkers(connection);
  // This also hears of sessions that puppeteer makes for itself, before it lets the target run.
  connection.on(CDPSessionEvent.SessionAttached, (session) => {
    // A page's debugger is given the workers of its site too.
    countWorkers(session);
    listen(session, into, seen);
  });
  /** Sessions that are being made: let go of too soon, they would stay. */
  const coming = new Set<Promise<unknown>>();
  browser.on('targetcreated', (target) => {
    if (target.type() !== 'service_worker') return;
    // puppeteer lets go of a service worker as soon as it has started; a session of our own stays.
    const session = target.createCDPSession().catch(() => undefined);
    coming.add(session);
    void session.then(() => coming.delete(session));
  });
  for (const target of browser.targets()) {
    // Making a session announces it, and so reaches `listen` above.
    await target.createCDPSession().catch(() => undefined);
  }
  await first.detach();
  return {
    async releaseWorkers() {
      await Promise.all(coming);
      await Promise.all(letGo.splice(0).map((each) => each()));
    },
  };
}

/** Wraps the two growing arrays with the questions that tests ask. */
export function observed(of: { said: Said[]; asked: Asked[] }): Observed {
  return {
    said: of.said,
    asked: of.asked,
    complaints: () => of.said.filter(({ level }) => level === 'error' || level === 'warning'),
    requestsOutside: (extensionId) =>
      of.asked.filter(({ url }) => {
        const { protocol, host } = new URL(url);
        if (protocol === 'chrome-extension:') return host !== extensionId;
        // `blob:` holds what the page made itself; `about:` and `data:` carry their own content.
        return !['blob:', 'data:', 'about:'].includes(protocol);
      }),
  };
}

function listen(session: CDPSession, { said, asked }: { said: Said[]; asked: Asked[] }, seen: Set<string>) {
  // Several sessions may look at one target (puppeteer's, and those that tests make): tell each event once.
  const once = (key: string, act: () => void) => {
    if (seen.has(key)) return;
    seen.add(key);
    act();
  };
  const say = (timestamp: number, each: Said) => {
    if (isBrowsersOwn(each.where)) return;
    once(`said ${timestamp} ${each.level} ${each.text}`, () => said.push(each));
  };
  session.on('Runtime.consoleAPICalled', (event) => {
    const text = event.args.map(argumentText).join(' ');
    const where = event.stackTrace?.callFrames[0]?.url ?? '';
    say(event.timestamp, { level: event.type, text, where });
  });
  session.on('Runtime.exceptionThrown', ({ timestamp, exceptionDetails: details }) => {
    const text = details.exception?.description ?? details.text;
    say(timestamp, { level: 'error', text, where: details.url ?? '' });
  });
  session.on('Log.entryAdded', ({ entry }) => {
    say(entry.timestamp, { level: entry.level, text: entry.text, where: entry.url ?? '' });
  });

  const ask = (id: string, each: Asked) => {
    if (isBrowsersOwn(each.from)) return;
    once(`asked ${id} ${each.url}`, () => asked.push(each));
  };
  session.on('Network.requestWillBeSent', ({ requestId, request, type, documentURL }) => {
    ask(requestId, { url: request.url, kind: type ?? 'Other', from: documentURL });
  });
  session.on('Network.webSocketCreated', ({ requestId, url }) => {
    ask(requestId, { url, kind: 'WebSocket', from: '' });
  });
  session.on('Network.webTransportCreated', ({ transportId, url }) => {
    ask(transportId, { url, kind: 'WebTransport', from: '' });
  });

  for (const domain of ['Network', 'Runtime', 'Log'] as const) {
    // Some kinds of target have no such domain, and a target may be gone before it answers.
    session.send(`${domain}.enable`).catch(() => undefined);
  }
}

/** The browser draws parts of its own window (start page, address bar) as pages; they are not Hookline's. */
function isBrowsersOwn(url: string): boolean {
  return /^(chrome|edge|brave|devtools):/.test(url);
}

function argumentText(argument: Protocol.Runtime.RemoteObject): string {
  if (argument.type === 'string') return String(argument.value);
  return argument.description ?? JSON.stringify(argument.value) ?? argument.type;
}
