import { describe, expect, it } from 'vitest';
import { FIRST_LOOK, type Look } from '../../../state/card-look.ts';
import { createOverlayHub, type OverlayLink } from '../../../state/overlay-hub.ts';
import type { ToOverlay } from '../../../state/overlay-messages.ts';
import type { SessionState } from '../../../state/ports.ts';
import { cueInMemory } from '../../fixtures/cue.ts';

const MEET = 'https://meet.google.com/abc';

function build(saved: Partial<SessionState> = { open: 'calm-fog' }) {
  const { model, stored } = cueInMemory(saved);
  const on = new Set(['meet.google.com', 'whereby.com']);
  const looks = new Map<string, Look>();
  const asked = { at: 0 };
  const hub = createOverlayHub({
    cue: model,
    isOn: async (address) => on.has(new URL(address).hostname),
    look: async (host) => looks.get(host),
    keepLook: async (host, look) => void looks.set(host, look),
    firstLook: FIRST_LOOK,
    shownAt: async () => asked.at,
  });
  function card(address = MEET) {
    const heard: ToOverlay[] = [];
    const link: OverlayLink = { address, send: (message) => heard.push(structuredClone(message)) };
    const cues = () => heard.flatMap((message) => (message.kind === 'cue' ? [message.cue?.label] : []));
    return { link, heard, cues };
  }
  return { hub, model, stored, on, looks, asked, card };
}

describe('serving cards on pages', () => {
  it('tells a card that comes its look and the present cue', async () => {
    const { hub, card } = build();
    const { link, heard } = card();
    await hub.opened(link);
    expect(heard.map(({ kind }) => kind)).toEqual(['look', 'cue']);
    expect(heard[1]).toMatchObject({ cue: { kind: 'hook', label: 'CALM' } });
  });

  it('does what one card says, and tells all of them', async () => {
    const { hub, card } = build();
    const [a, b] = [card(), card('https://whereby.com/room')];
    await Promise.all([hub.opened(a.link), hub.opened(b.link)]);
    await hub.said(a.link, { kind: 'act', act: 'next-point' });
    expect([a.cues(), b.cues()]).toEqual([
      ['CALM', 'Problem'],
      ['CALM', 'Problem'],
    ]);
    hub.closed(a.link);
    await hub.said(b.link, { kind: 'act', act: 'next-point' });
    expect([a.cues().length, b.cues().at(-1)]).toEqual([2, 'Result']);
  });

  it('confirms to a card what it did for it, after the cue that came of it', async () => {
    const { hub, card } = build();
    const { link, heard } = card();
    await hub.opened(link);
    await hub.said(link, { kind: 'act', act: 'next-point' });
    await hub.said(link, { kind: 'look', look: FIRST_LOOK });
    expect(heard.map(({ kind }) => kind)).toEqual(['look', 'cue', 'cue', 'did', 'did']);
  });

  it('sends a card away whose site is off, then or later, and does nothing that it says', async () => {
    const { hub, card, on, stored } = build();
    const stranger = card('https://evil.example/');
    await hub.opened(stranger.link);
    await hub.said(stranger.link, { kind: 'act', act: 'next-point' });
    expect([stranger.heard, stored.session.said]).toEqual([[{ kind: 'off' }], null]);
    const guest = card();
    await hub.opened(guest.link);
    on.delete('meet.google.com');
    await hub.sitesChanged();
    expect(guest.heard.at(-1)).toEqual({ kind: 'off' });
    expect(hub.hasCards()).toBe(false);
  });

  it('sends a card away whose site was turned off while it was being let in', async () => {
    const { hub, card, on } = build();
    const guest = card();
    const coming = hub.opened(guest.link);
    await Promise.resolve();
    on.delete('meet.google.com');
    await hub.sitesChanged();
    await coming;
    expect([guest.heard.at(-1), hub.hasCards()]).toEqual([{ kind: 'off' }, false]);
    expect(guest.cues()).toEqual([]);
  });

  it('asks a card to come back that was being let in when all were asked', async () => {
    const { hub, card, asked } = build();
    const guest = card();
    const coming = hub.opened(guest.link);
    for (let turn = 0; turn < 40 && guest.heard.length === 0; turn++) {
      await Promise.resolve();
      if (turn === 6) {
        asked.at = 5000;
        hub.showAll(5000);
      }
    }
    await coming;
    expect(guest.heard).toContainEqual({ kind: 'show', since: 5000 });
  });

  it('keeps the look for the site that the browser names, and shows it on its other pages', async () => {
    const { hub, card, looks } = build();
    const [a, b, other] = [card(), card(`${MEET}?2`), card('https://whereby.com/')];
    for (const { link } of [a, b, other]) await hub.opened(link);
    const look = { ...FIRST_LOOK, isCollapsed: true };
    await hub.said(a.link, { kind: 'look', look, host: 'whereby.com' });
    expect([...looks]).toEqual([['meet.google.com', look]]);
    expect(b.heard.at(-1)).toEqual({ kind: 'look', look });
    expect(other.heard.at(-1)?.kind).toBe('cue');
    const late = card();
    await hub.opened(late.link);
    expect(late.heard[0]).toEqual({ kind: 'look', look });
  });

  it('hears nothing in what is no message', async () => {
    const { hub, card, stored } = build();
    const { link } = card();
    await hub.opened(link);
    const before = stored.session;
    for (const words of [null, 'next-point', { kind: 'act', act: 'clear' }, { kind: 'cue', cue: null }])
      await hub.said(link, words);
    expect(stored.session).toBe(before);
  });

  it('follows the cue only while somebody looks, from the moment that a card comes', async () => {
    const { hub, card } = build();
    expect(hub.hasCards()).toBe(false);
    const [a, b] = [card(), card()];
    const coming = hub.opened(a.link);
    expect(hub.hasCards()).toBe(true);
    await coming;
    hub.closed(a.link);
    expect(hub.hasCards()).toBe(false);
    // One that goes while it is let in is not kept.
    const late = hub.opened(b.link);
    hub.closed(b.link);
    await late;
    expect([hub.hasCards(), b.heard]).toEqual([false, []]);
  });

  it('brings closed cards back', async () => {
    const { hub, card, asked } = build();
    const { link, heard } = card();
    await hub.opened(link);
    hub.showAll(7);
    expect(heard.at(-1)).toEqual({ kind: 'show', since: 7 });
    // One that was not connected hears of it when it comes.
    asked.at = 7;
    const late = card();
    await hub.opened(late.link);
    expect(late.heard.map(({ kind }) => kind)).toEqual(['look', 'show', 'cue']);
  });
});
