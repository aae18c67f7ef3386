import { browser } from 'wxt/browser';
import { type BesidePorts, NO_SITES } from '../../state/beside-ports.ts';
import { sharedItem } from '../../storage/shared-item.ts';
import { sitesItem } from '../../storage/sites-item.ts';

const { local } = browser.storage;

const stored = sharedItem(sitesItem, NO_SITES, {
  area: local,
  changes: local.onChanged,
  lock: (act) => navigator.locks.request('sites', act),
  now: Date.now,
});

/** On which sites the card is wanted. */
export const sites: BesidePorts['sites'] = {
  read: async () => (await stored.read()).value ?? NO_SITES,
  update: stored.update,
  watch: stored.watch,
};

/** To which sites the browser gives access. */
export const access: BesidePorts['access'] = {
  request: (origins) => browser.permissions.request({ origins: [...origins] }),
  remove: (origins) => browser.permissions.remove({ origins: [...origins] }),
  has: (origins) => browser.permissions.contains({ origins: [...origins] }),
  watch(onChange) {
    const tell = () => onChange();
    browser.permissions.onAdded.addListener(tell);
    browser.permissions.onRemoved.addListener(tell);
    return () => {
      browser.permissions.onAdded.removeListener(tell);
      browser.permissions.onRemoved.removeListener(tell);
    };
  },
};
