import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOfSite, KNOWN_SITES, siteById, siteFromAddress } from '../../../state/sites.ts';

const nameOf = (address: string) => siteFromAddress(address).site?.name;

describe('a site from an address', () => {
  it('is known by any address of its calls', () => {
    expect(nameOf('https://meet.google.com/abc-defg-hij')).toBe('Google Meet');
    expect(nameOf(' https://us02web.zoom.us/wc/123/join?pwd=x#success ')).toBe('Zoom');
    expect(nameOf('zoom.us/j/1')).toBe('Zoom');
    expect(nameOf('https://teams.live.com/v2/')).toBe('Microsoft Teams');
    expect(nameOf('https://acme.webex.com/meet/dana')).toBe('Webex');
    expect(nameOf('https://meet.jit.si/OurRoom')).toBe('Jitsi Meet');
    expect(nameOf('https://whereby.com/room')).toBe('Whereby');
  });

  it('is the whole site of an address, without path, port and password', () => {
    expect(siteFromAddress('https://me:pw@Calls.Example.com:8443/room?x#y').site).toEqual({
      id: 'https://calls.example.com/*',
      name: 'calls.example.com',
      origins: ['https://calls.example.com/*'],
    });
    expect(siteFromAddress('calls.example.com').site?.id).toBe('https://calls.example.com/*');
    expect(siteFromAddress('calls.example.com:8443/room').site?.id).toBe('https://calls.example.com/*');
    expect(siteFromAddress('http://localhost:3000/').site?.id).toBe('http://localhost/*');
    expect(siteFromAddress('http://[::1]:3000/').site?.id).toBe('http://[::1]/*');
    expect(siteFromAddress('https://bücher.example/').site?.id).toBe('https://xn--bcher-kva.example/*');
  });

  it('refuses what is none, with a sentence', () => {
    const refused = ['', '  ', 'hello', 'meet', 'https://', 'ftp://calls.example.com', 'chrome://settings'];
    refused.push(
      'javascript:alert(1)',
      'file:///etc/hosts',
      'https://*.example.com/',
      '*://*/*',
      'a b.example',
    );
    for (const address of refused) {
      const { site, objection } = siteFromAddress(address);
      expect([address, site]).toEqual([address, undefined]);
      expect(objection).toMatch(/\.$/);
    }
  });

  it('is not mistaken for one that only looks like it', () => {
    expect(nameOf('https://meet.google.com.evil.example/')).toBe('meet.google.com.evil.example');
    expect(nameOf('https://notzoom.us/')).toBe('notzoom.us');
    expect(nameOf('http://meet.google.com/')).toBe('meet.google.com (http)');
  });

  it('never throws; what it takes comes back from storage the same, and holds its own address', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.string()),
        (address) => {
          const { site, objection } = siteFromAddress(address);
          if (site === undefined) {
            expect(objection).not.toBe('');
            return;
          }
          expect(siteById(site.id)).toEqual(site);
          const given = URL.canParse(address) ? address : `https://${address.trim()}`;
          expect(isOfSite(given, site)).toBe(true);
          for (const origin of site.origins) expect(origin).toMatch(/^https?:\/\/(\*\.)?[^/*]+\/\*$/);
        },
      ),
    );
  });
});

describe('a stored id', () => {
  it('names no site when it would mean more than one', () => {
    for (const id of [
      '*://*/*',
      '<all_urls>',
      'https://*/*',
      'https://*.com.evil/*',
      'https://a/b/*',
      'file:///*',
      '',
    ])
      expect(siteById(id)).toBeUndefined();
  });

  it('of a known site is not that of another', () => {
    const ids = KNOWN_SITES.map(({ id }) => id);
    expect(new Set(ids).size).toBe(6);
    for (const site of KNOWN_SITES) expect(siteById(site.id)).toBe(site);
  });
});
