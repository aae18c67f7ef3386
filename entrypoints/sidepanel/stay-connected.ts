import { browser } from 'wxt/browser';
import { PANEL_PORT } from '../../state/badge.ts';

/** The worker was stopped, or is starting: try again after so many milliseconds. */
const AGAIN = 50;

/**
 * Tells the background that a panel shows the time, again whenever its worker was stopped.
 * @returns takes it back
 */
export function stayConnected(): () => void {
  let port = browser.runtime.connect({ name: PANEL_PORT });
  let retry: ReturnType<typeof setTimeout> | undefined;
  const again = () => {
    retry = setTimeout(() => {
      port = browser.runtime.connect({ name: PANEL_PORT });
      port.onDisconnect.addListener(again);
    }, AGAIN);
  };
  port.onDisconnect.addListener(again);
  return () => {
    clearTimeout(retry);
    port.disconnect();
  };
}
