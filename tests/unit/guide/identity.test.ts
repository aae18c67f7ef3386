import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { followStories } from '../../../guide/identity.ts';
import { parseGuide } from '../../../guide/parse.ts';
import type { Guide } from '../../../guide/types.ts';

interface Plan {
  readonly theme: string;
  readonly title: string;
  readonly script: string;
  readonly hook: string;
}

const FOG: Plan = {
  theme: 'SEA',
  title: 'Fog at night',
  script: 'We came in blind and nobody raised a voice until the pier stood there.',
  hook: 'Forty metres of sight.',
};
const ROTA: Plan = {
  theme: 'CREW',
  title: 'The rota',
  script: 'Who sleeps when, and who decides it, was a quarrel of years before I asked.',
  hook: 'Nobody had slept.',
};
const CRANE: Plan = {
  theme: 'RISK',
  title: 'The crane',
  script: 'A crane without papers stood over a school, so I stopped the whole site.',
  hook: 'I closed the site on a Friday.',
};

const written = (plans: readonly Plan[]) =>
  plans
    .map(
      ({ theme, title, script, hook }, at) =>
        `## Story ${at + 1}: ${theme} - ${title}\n\n### Opening Hook Options:\n- "${hook}"\n\n### The Story:\n${script}\n`,
    )
    .join('\n');
const guideOf = (...plans: Plan[]) => parseGuide(`# Guide\n\n${written(plans)}`);
/** What became of the stories, by their hooks (which tests leave alone). */
function became(before: Guide, after: Guide) {
  const followed = followStories(before, after);
  return before.stories.map((story) => followed.get(story.id)?.hooks[0]?.text ?? null);
}
const hooks = (...plans: Plan[]) => plans.map(({ hook }) => hook.trim());

describe('a story', () => {
  it('is found again under a new title', () => {
    const after = guideOf(FOG, { ...ROTA, title: 'Who sleeps when', theme: 'TEAM' }, CRANE);
    expect(became(guideOf(FOG, ROTA, CRANE), after)).toEqual(hooks(FOG, ROTA, CRANE));
  });

  it('is found again in another place, among others', () => {
    expect(became(guideOf(FOG, ROTA), guideOf(CRANE, ROTA, FOG))).toEqual(hooks(FOG, ROTA));
  });

  it('keeps its words, not its title, when titles change hands', () => {
    const [one, two] = [
      { ...FOG, title: ROTA.title, theme: ROTA.theme },
      { ...ROTA, title: FOG.title, theme: FOG.theme },
    ];
    expect(became(guideOf(FOG, ROTA), guideOf(one, two))).toEqual(hooks(FOG, ROTA));
  });

  it('is told from its twin of the same title when they change places', () => {
    const twin = { ...ROTA, title: FOG.title, theme: FOG.theme };
    expect(became(guideOf(FOG, twin), guideOf(twin, FOG))).toEqual(hooks(FOG, twin));
  });

  it('written anew under its old title is the same one', () => {
    const anew = { ...ROTA, script: 'Sixteen entirely different things.', hook: 'New.' };
    expect(became(guideOf(FOG, ROTA), guideOf(FOG, anew))).toEqual(hooks(FOG, anew));
  });

  it('that is gone is nobody’s, even where a new one stands in its place', () => {
    expect(became(guideOf(FOG, ROTA), guideOf(FOG))).toEqual([FOG.hook, null]);
    expect(became(guideOf(FOG, ROTA), guideOf(FOG, CRANE))).toEqual([FOG.hook, null]);
  });

  it('of a title only is followed letter by letter as it is typed', () => {
    const titled = (title: string) => parseGuide(`# G\n\n${written([FOG])}\n## Story 2: ${title}\n`);
    for (const [before, after] of [
      ['NERVE - T', 'NERVE - Th'],
      ['X', 'Y'],
    ] as const) {
      const followed = followStories(titled(before), titled(after));
      const [, old] = titled(before).stories;
      const [, next] = titled(after).stories;
      expect(followed.get(old?.id ?? '')?.id).toBe(next?.id);
    }
  });
});

/** Words of no other story: the place of a story is in each of them. */
const plans = fc
  .uniqueArray(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 8 })
  .map((numbers) =>
    numbers.map((number) => ({
      theme: `THEME${number}`,
      title: `Title t${number}`,
      hook: `Hook h${number} opens o${number}.`,
      script: Array.from({ length: 12 }, (_, at) => `w${number}x${at}`).join(' '),
    })),
  );

describe('any guide', () => {
  it('is followed to itself, story by story', () => {
    fc.assert(
      fc.property(plans, (all) => {
        const guide = guideOf(...all);
        expect([...followStories(guide, guide)]).toEqual(guide.stories.map((story) => [story.id, story]));
      }),
    );
  });

  it('shuffled and renamed is followed by its words; the following is one to one', () => {
    fc.assert(
      fc.property(plans, fc.infiniteStream(fc.nat(1000)), fc.boolean(), (all, stream, isRenamed) => {
        const order = all.map((plan) => ({ plan, at: stream.next().value ?? 0 })).sort((a, b) => a.at - b.at);
        const shuffled = order.map(({ plan }, at) => (isRenamed ? { ...plan, title: `Now n${at}` } : plan));
        const [before, after] = [guideOf(...all), guideOf(...shuffled)];
        expect(became(before, after)).toEqual(hooks(...all));
        const ids = [...followStories(before, after).values()].map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });
});
