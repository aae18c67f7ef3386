import { describe, expect, it } from 'vitest';
import { FIRST_LOOK } from '../../../state/card-look.ts';
import { createOverlayLine } from '../../../state/overlay-line.ts';
import type { FromOverlay, ToOverlay } from '../../../state/overlay-messages.ts';

const ACT = { kind: 'act', act: 'next-point' } as const;
const cue = (text: string): ToOverlay => ({
  kind: 'cue',
  cue: { kind: 'point', label: 'Work', text, number: '', said: 0, points: 7, clock: null },
});

/** A card's line, and the workers that it comes to one after the other. */
function build() {
  const workers: { got: FromOverlay[]; tell: (message: ToOverlay) => void; stop: () => void }[] = [];
  const told: ToOverlay[] = [];
  const at = { now: 0, isLookedAt: true, isGone: false, overs: 0 };
  let waiting: (() => void)[] = [];
  const line = createOverlayLine({
    open(heard, lost) {
      if (at.isGone) throw new Error('Extension context invalidated.');
      const got: FromOverlay[] = [];
      workers.push({ got, tell: heard, stop: lost });
      return { post: (message) => got.push(message), close: () => {} };
    },
    isLookedAt: () => at.isLookedAt,
    soon: (act) => waiting.push(act),
    now: () => at.now,
    onTold: (message) => told.push(message),
    onOver: () => {
      at.overs += 1;
    },
  });
  const worker = (place: number) => {
    const found = workers[place];
    if (found === undefined) throw new Error(`There is no worker ${place}.`);
    return found;
  };
  /** Time for the line to come to the next worker. */
  const soon = () => {
    const due = waiting;
    waiting = [];
    for (const act of due) act();
  };
  line.connect();
  return { line, worker, workers, told, at, soon };
}

describe('what a card says when the worker is stopped', () => {
  it('is said again to the next one, once that has told how things are', () => {
    const { line, worker, soon } = build();
    worker(0).tell(cue('first'));
    line.act('next-point');
    worker(0).stop();
    soon();
    expect(worker(1).got).toEqual([]);
    worker(1).tell(cue('first'));
    expect(worker(1).got).toEqual([ACT]);
    worker(1).tell(cue('second'));
    expect(worker(1).got).toEqual([ACT]);
  });

  it('is not said again when it was confirmed, or the cue shows that it was done', () => {
    const { line, worker, soon } = build();
    worker(0).tell(cue('first'));
    line.act('next-point');
    worker(0).tell({ kind: 'did' });
    worker(0).stop();
    soon();
    worker(1).tell(cue('first'));
    line.act('next-point');
    worker(1).stop();
    soon();
    worker(2).tell(cue('second'));
    expect([worker(1).got, worker(2).got]).toEqual([[ACT], []]);
  });

  it('is said again in its order, and not when it was long ago', () => {
    const { line, worker, at, soon } = build();
    worker(0).tell(cue('first'));
    line.act('next-hook');
    line.act('next-point');
    worker(0).stop();
    soon();
    worker(1).tell(cue('first'));
    expect(worker(1).got.map((each) => each.kind === 'act' && each.act)).toEqual(['next-hook', 'next-point']);
    worker(1).stop();
    at.now = 60_000;
    soon();
    worker(2).tell(cue('first'));
    expect(worker(2).got).toEqual([]);
  });

  it('goes to the next one at once when it is said in between', () => {
    const { line, worker, soon } = build();
    worker(0).tell(cue('first'));
    worker(0).stop();
    line.act('next-point');
    soon();
    worker(1).tell(cue('first'));
    expect(worker(1).got).toEqual([ACT]);
  });

  it('holds for its look too: an older one that was kept does not come back', () => {
    const { line, worker, told, soon } = build();
    const larger = { ...FIRST_LOOK, size: 2 as const };
    worker(0).tell(cue('first'));
    line.look(larger);
    worker(0).stop();
    soon();
    worker(1).tell({ kind: 'look', look: FIRST_LOOK });
    worker(1).tell(cue('second'));
    expect(told.filter(({ kind }) => kind === 'look')).toEqual([]);
    expect(worker(1).got).toEqual([{ kind: 'look', look: larger }]);
  });
});

describe('a card’s line', () => {
  it('is open only while somebody looks', () => {
    const { line, workers, worker, at, soon } = build();
    at.isLookedAt = false;
    worker(0).stop();
    soon();
    expect(workers).toHaveLength(1);
    at.isLookedAt = true;
    line.connect();
    line.connect();
    expect(workers).toHaveLength(2);
  });

  it('hears nothing from a worker that was stopped', () => {
    const { worker, told, soon } = build();
    worker(0).stop();
    soon();
    worker(0).tell(cue('late'));
    worker(0).stop();
    expect(told).toEqual([]);
  });

  it('ends for good when the site is turned off, or the extension is gone', () => {
    const off = build();
    off.worker(0).tell({ kind: 'off' });
    off.line.act('next-point');
    expect([off.line.isOver(), off.at.overs, off.worker(0).got]).toEqual([true, 1, []]);
    const gone = build();
    gone.at.isGone = true;
    gone.worker(0).stop();
    gone.soon();
    gone.line.act('next-point');
    expect([gone.line.isOver(), gone.at.overs]).toEqual([true, 1]);
  });
});
