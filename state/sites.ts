/** Sites on whose pages the card may be shown, and what of an address a site is. Pure. */

/** A site as the browser's permissions and its users speak of it. */
export interface Site {
  /** The first of its patterns; it names the site in storage. */
  readonly id: string;
  readonly name: string;
  /** Match patterns of everything that belongs to it. */
  readonly origins: readonly string[];
}

const site = (name: string, first: string, ...others: readonly string[]): Site => ({
  id: first,
  name,
  origins: [first, ...others],
});

/** In the order shown. */
export const KNOWN_SITES: readonly Site[] = [
  site('Google Meet', 'https://meet.google.com/*'),
  site('Zoom', 'https://*.zoom.us/*'),
  site(
    'Microsoft Teams',
    'https://teams.microsoft.com/*',
    'https://teams.live.com/*',
    'https://teams.cloud.microsoft/*',
  ),
  site('Webex', 'https://*.webex.com/*'),
  site('Jitsi Meet', 'https://meet.jit.si/*'),
  site('Whereby', 'https://*.whereby.com/*'),
];

/** A pattern of {@link Site.origins} in parts; `undefined` for a text that is none. */
function partsOf(pattern: string): { scheme: string; host: string } | undefined {
  const [, scheme, host] = /^(https?):\/\/((?:\*\.)?[^/*]+)\/\*$/.exec(pattern) ?? [];
  return scheme === undefined || host === undefined ? undefined : { scheme, host };
}

/** Whether a page's address belongs to a site. */
export function isOfSite(address: string, { origins }: Site): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return origins.some((pattern) => {
    const parts = partsOf(pattern);
    if (parts === undefined || `${parts.scheme}:` !== protocol) return false;
    const { host } = parts;
    if (!host.startsWith('*.')) return hostname === host;
    return hostname === host.slice(2) || hostname.endsWith(host.slice(1));
  });
}

/** The site that a stored id names: one of the known ones, or one that the user added. */
export function siteById(id: string): Site | undefined {
  const known = KNOWN_SITES.find((each) => each.id === id);
  if (known !== undefined) return known;
  const parts = partsOf(id);
  if (parts === undefined || !isHost(parts.host)) return undefined;
  return site(parts.scheme === 'http' ? `${parts.host} (http)` : parts.host, id);
}

/** A host that match patterns can name: letters that an address leaves as they are, or an IPv6 address. */
const isHost = (host: string) => /^[a-z0-9._-]+$/.test(host) || /^\[[0-9a-f:.]+\]$/.test(host);

/** What an address that a user gave is, or a sentence that says why it is none. */
export type FromAddress =
  | { readonly site: Site; readonly objection?: undefined }
  | { readonly site?: undefined; readonly objection: string };

/**
 * Reads an address as people paste it: with path and all, or the bare name of a site. Ports make no difference:
 * match patterns of some browsers know none.
 */
export function siteFromAddress(text: string): FromAddress {
  const given = text.trim();
  if (given === '') return { objection: 'Paste the address of the call page.' };
  const isBare = /^[^\s/:@]+\.[^\s/:@]+(?::\d+)?(?:[/?#]\S*)?$/.test(given);
  const address = isBare ? `https://${given}` : given;
  if (!URL.canParse(address))
    return {
      objection: `“${shortened(given)}” is no address. One looks like https://calls.example.com/room.`,
    };
  const { protocol, hostname } = new URL(address);
  if (protocol !== 'https:' && protocol !== 'http:')
    return {
      objection: 'Only pages with an address that begins with https:// or http:// can show the card.',
    };
  if (!isHost(hostname)) return { objection: `“${shortened(hostname)}” is no name of a site.` };
  const known = KNOWN_SITES.find((each) => isOfSite(address, each));
  return {
    site: known ?? site(protocol === 'http:' ? `${hostname} (http)` : hostname, `${protocol}//${hostname}/*`),
  };
}

const shortened = (text: string) => (text.length > 60 ? `${text.slice(0, 57)}…` : text);
