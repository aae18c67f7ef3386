/**
 * A proxy on the loopback interface that refuses everything and writes down what was asked for. It sees what
 * leaves the browser, whoever asked: also the first lines of a service worker, which a debugger may miss.
 */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Asked } from './observe.ts';

/** A running proxy; `flags` make a browser use it for everything. */
export interface RecordingProxy {
  readonly flags: readonly string[];
  close(): void;
}

/** Chromium's own services: its clock, its sign-in and its updates. Pages that ask these are seen elsewhere. */
const BROWSERS_OWN = /(^|\.)(google\.com|googleapis\.com|gvt1\.com)$/;

/** Starts the proxy; what is asked for is added to `asked`. */
export async function startProxy(asked: Asked[]): Promise<RecordingProxy> {
  const write = (url: string) => {
    if (!BROWSERS_OWN.test(new URL(url).hostname)) asked.push({ url, kind: 'Proxied', from: '' });
  };
  const server = createServer((request, response) => {
    write(request.url ?? '');
    response.writeHead(502).end();
  });
  server.on('connect', (request, socket) => {
    write(`https://${request.url ?? ''}/`);
    socket.on('error', () => undefined);
    socket.end('HTTP/1.1 502 Refused\r\n\r\n');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    // `<-loopback>`: local addresses too, which go past a proxy otherwise.
    flags: [`--proxy-server=http://127.0.0.1:${port}`, '--proxy-bypass-list=<-loopback>'],
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
