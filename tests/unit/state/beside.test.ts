import { describe, expect, it } from 'vitest';
import { KNOWN_SITES } from '../../../state/sites.ts';
import { fakeBrowser } from '../../fixtures/beside.ts';

const [MEET, ZOOM] = KNOWN_SITES;
if (MEET === undefined || ZOOM === undefined) throw new Error('no sites');
const settled = () => new Promise((done) => setTimeout(done));

describe('sites with the card', () => {
  it('are off until they are turned on, and only then asked for', async () => {
    const { world, beside, background, isOn } = fakeBrowser();
    beside.start();
    await background.settle();
    expect([isOn(), world.asked, world.registered]).toEqual([[], [], []]);
    await beside.turn(MEET, true);
    await background.settle();
    expect([isOn(), world.asked]).toEqual([['Google Meet'], [[...MEET.origins]]]);
    expect([world.registered, world.injected]).toEqual([MEET.origins, MEET.origins]);
  });

  it('are asked for within the press itself', () => {
    const { world, beside } = fakeBrowser();
    void beside.turn(ZOOM, true);
    void beside.add('https://calls.example.com/1');
    expect(world.asked.length).toBe(2);
  });

  it('stay off when the user says no, or the browser does not ask', async () => {
    const { world, beside, isOn } = fakeBrowser();
    world.answer = false;
    await beside.turn(MEET, true);
    expect([isOn(), world.sites.on, beside.told.value]).toEqual([
      [],
      [],
      'Without access to Google Meet the card stays off there.',
    ]);
    world.answer = new Error('no gesture');
    expect(await beside.add('https://calls.example.com')).toBe(false);
    expect(beside.told.value).toBe('The browser did not ask: no gesture');
  });

  it('turned off, give the access back', async () => {
    const { world, beside, background, isOn } = fakeBrowser();
    await beside.turn(MEET, true);
    await beside.turn(ZOOM, true);
    await background.settle();
    await beside.turn(MEET, false);
    await background.settle();
    expect([isOn(), [...world.given], world.registered]).toEqual([['Zoom'], ZOOM.origins, ZOOM.origins]);
    world.keepsAll = true;
    await beside.turn(ZOOM, false);
    await background.settle();
    expect([isOn(), world.registered]).toEqual([[], []]);
    expect(beside.told.value).toContain('keeps Hookline’s access');
  });

  it('are shown as off when the access was taken on the browser’s page, and do not come on by themselves', async () => {
    const { world, beside, background, isOn, revoke } = fakeBrowser();
    beside.start();
    await beside.turn(MEET, true);
    await background.settle();
    revoke(MEET.origins);
    await settled();
    expect(isOn()).toEqual([]);
    await background.settle();
    expect([world.sites.on, world.registered]).toEqual([[], []]);
    for (const origin of MEET.origins) world.given.add(origin);
    await background.settle();
    expect([world.registered, await background.isOn('https://meet.google.com/x')]).toEqual([[], false]);
  });

  it('are added by address and removed again; a known one by its own switch', async () => {
    const { world, beside } = fakeBrowser();
    expect(await beside.add('https://calls.example.com/room/7')).toBe(true);
    expect(await beside.add('https://meet.google.com/abc')).toBe(true);
    expect(beside.rows.value.filter((row) => row.isAdded).map(({ site }) => site.name)).toEqual([
      'calls.example.com',
    ]);
    const [own] = beside.rows.value.filter((row) => row.isAdded);
    if (own !== undefined) await beside.remove(own.site);
    expect([world.sites.added, world.sites.on]).toEqual([[], [MEET.id]]);
    expect(await beside.add('nonsense')).toBe(false);
    expect(beside.told.value).toContain('is no address');
  });

  it('after an update of the extension, which forgets scripts, are registered again', async () => {
    const { world, background } = fakeBrowser({ on: [MEET.id] }, MEET.origins);
    await background.settle();
    expect([world.registered, world.injected]).toEqual([MEET.origins, MEET.origins]);
    await background.settle();
    expect(world.injected.length).toBe(MEET.origins.length);
  });

  it('know their pages by the browser’s word only', async () => {
    const { background } = fakeBrowser({ on: [MEET.id] }, MEET.origins);
    expect(await background.isOn('https://meet.google.com/x')).toBe(true);
    for (const other of [
      'https://zoom.us/',
      'http://meet.google.com/',
      'https://meet.google.com.evil.example/',
      '',
    ])
      expect(await background.isOn(other)).toBe(false);
  });

  it('bring closed cards back, and show the browser’s keys', async () => {
    const { world, beside } = fakeBrowser();
    beside.start();
    await beside.showAgain();
    await settled();
    expect([world.sites.shownAt, beside.keys.value]).toEqual([77, [{ label: 'Next', key: 'Alt+Shift+J' }]]);
  });
});
