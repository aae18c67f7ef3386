import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endsOf, paceOf, portionsOf } from '../../../practice/pacing.ts';

const points = (...texts: string[]) =>
  texts.map((text, at) => ({ label: '', text, lines: { start: at + 1, end: at + 1 } }));
const rounded = (shares: readonly number[]) => shares.map((share) => Math.round(share * 100) / 100);

describe('the portions of a story', () => {
  it('are even where there is no script', () => {
    expect(portionsOf({ script: '', points: points('a', 'b', 'c', 'd') })).toEqual([0.25, 0.25, 0.25, 0.25]);
  });

  it('are none where there is no point', () => {
    expect(portionsOf({ script: 'A long story. It has two sentences.', points: [] })).toEqual([]);
  });

  it('follow the sentences of the script that speak of each point', () => {
    const script =
      'The harbour lay in fog and nobody could see the pier, not even from the bridge. We had to wait for hours. ' +
      'Then the radio went silent. We berthed early.';
    const shares = portionsOf({
      script,
      points: points('fog in the harbour', 'silent radio', 'berthed early'),
    });
    expect(shares[0]).toBeGreaterThan(0.5);
    expect(shares[0]).toBeGreaterThan(shares[1] ?? 1);
  });

  it('are even where the script speaks of too few points', () => {
    const script = 'Nothing here. Only the harbour is named.';
    expect(rounded(portionsOf({ script, points: points('harbour', 'radio', 'fog') }))).toEqual([
      0.33, 0.33, 0.33,
    ]);
  });

  it('never leave a point without time', () => {
    const script = `Fog. ${'The radio was silent again and again. '.repeat(20)}`;
    const [fog = 0] = portionsOf({ script, points: points('fog', 'silent radio') });
    expect(fog).toBeGreaterThan(0.15);
  });

  it('are read in scripts that part no words', () => {
    const script =
      '港口被大雾笼罩，什么都看不见，我们等了很久很久，一直没有人来。后来电台没有声音。我们提前靠岸。';
    const shares = portionsOf({ script, points: points('大雾笼罩港口', '电台', '提前靠岸') });
    expect(shares[0]).toBeGreaterThan(shares[1] ?? 1);
  });

  it('always sum to 1 and are all positive', () => {
    const text = fc.oneof(fc.lorem({ mode: 'sentences', maxCount: 8 }), fc.string());
    fc.assert(
      fc.property(
        text,
        fc.array(fc.oneof(fc.lorem(), fc.string()), { minLength: 1, maxLength: 12 }),
        (script, texts) => {
          const shares = portionsOf({ script, points: points(...texts) });
          expect(shares).toHaveLength(texts.length);
          expect(shares.every((share) => share > 0)).toBe(true);
          expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
          expect(endsOf(shares).at(-1)).toBe(1);
        },
      ),
    );
  });
});

describe('the pace', () => {
  const quarters = [0.25, 0.25, 0.25, 0.25];

  it('says which point is due', () => {
    expect([0, 0.2, 0.3, 0.99, 1, 3].map((share) => paceOf(quarters, share, []).due)).toEqual([
      0, 0, 1, 3, 3, 3,
    ]);
  });

  it('says nothing while nothing is ticked off, and nothing when all is', () => {
    expect(paceOf(quarters, 0.9, []).word).toBeUndefined();
    expect(paceOf(quarters, 0.9, [0, 1, 2, 3]).word).toBeUndefined();
  });

  it.each([
    [0.1, [0, 1], 'ahead'],
    [0.48, [0, 1], 'on pace'],
    [0.6, [0, 1], 'on pace'],
    [0.9, [0, 1], 'behind'],
    [0.28, [0], 'on pace'],
  ] as const)('at %d with %j said is %s', (share, said, word) => {
    expect(paceOf(quarters, share, said).word).toBe(word);
  });

  it('goes by the first point left, also when later ones were said', () => {
    expect(paceOf(quarters, 0.6, [1, 2]).word).toBe('behind');
  });
});
