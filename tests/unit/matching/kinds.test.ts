import { describe, expect, it } from 'vitest';
import { parseGuide } from '../../../guide/parse.ts';
import { buildIndex } from '../../../matching/build-index.ts';
import { byCompetencyShare, coverageOf } from '../../../matching/coverage.ts';
import { BY_KIND, KINDS, kindPlace, kindsNamed, tellingCompetency } from '../../../matching/kinds.ts';
import { match } from '../../../matching/match.ts';
import { COMPETENCIES, competencyPlace } from '../../../matching/vocabulary.ts';
import { defaultGuide } from './guides.ts';

const risk = kindPlace('risk');
const row = (kind: number) => KINDS.map((_, at) => (at === kind ? 1 : 0));

describe('kinds of story', () => {
  it('are named by the competencies of a theme', () => {
    expect(kindsNamed(new Set([competencyPlace('risk-taking')]))).toEqual(row(risk));
    expect(kindsNamed(new Set([competencyPlace('failure')]))).toEqual(KINDS.map(() => 0));
  });
  it('are told as the competency of theirs that counts most', () => {
    const innovation = competencyPlace('innovation');
    expect(tellingCompetency(risk, (place) => (place === innovation ? 1 : 0.5))).toBe(innovation);
  });
  it('are those of the default guide’s four themes', () => {
    const { kinds } = buildIndex(defaultGuide());
    expect([...kinds]).toEqual([...row(0), ...row(1), ...row(2), ...row(3)]);
  });
});

describe('coverage', () => {
  const answers = Float32Array.from(COMPETENCIES, (_, at) => (at === 0 ? 1 : 0));
  it('goes by competencies alone for a story of no known kind', () => {
    const none = Float32Array.from(KINDS, () => 0);
    const { competencies, kinds } = coverageOf(answers, none);
    expect(byCompetencyShare(none, 0)).toBe(1);
    expect(competencies[0]).toBeCloseTo(1, 3);
    expect(competencies[1]).toBeLessThan(0.01);
    expect([...kinds]).toEqual(KINDS.map(() => 0));
  });
  it('is shared between competencies and kind for the others', () => {
    const { competencies, kinds } = coverageOf(answers, Float32Array.from(row(risk)));
    expect(competencies[0]).toBeCloseTo(1 - BY_KIND, 3);
    expect(kinds[risk]).toBeCloseTo(BY_KIND);
  });
});

const guideOf = (...stories: Array<readonly [string, string]>) =>
  buildIndex(
    parseGuide(
      `# Guide\n\n${stories.map(([name, text]) => `## Story: ${name}\n\n### The Story\n${text}\n`).join('\n')}`,
    ),
  );

describe('a guide', () => {
  const bakery = [
    'RISK - Night bakery',
    'I proposed to bake bread at night although nobody wanted to.',
  ] as const;
  const ferry = [
    'RISK - New ferry',
    'I ordered a ferry that the harbour had never seen, and it paid off.',
  ] as const;
  const failure = [
    'FAILURE - Lost cargo',
    'I lost a cargo of oranges because I had not checked the cold store.',
  ] as const;

  it('with two stories of a kind still tells them apart by their words', () => {
    const index = guideOf(bakery, ferry);
    const first = (question: string) => match(index, question).stories[0]?.story.title;
    expect(first('Tell me about the risk you took with the bakery.')).toBe('Night bakery');
    expect(first('Tell me about the risk you took with the ferry.')).toBe('New ferry');
  });
  it('answers with a story of no known kind too', () => {
    const question = 'Tell me about a time you failed. What happened?';
    expect(match(guideOf(bakery, failure), question)).toMatchObject({
      outcome: 'story',
      stories: [{ story: { title: 'Lost cargo' } }, {}],
    });
    expect(match(guideOf(bakery), question).outcome).toBe('none');
  });
  it('names what carried the rank, with the question’s words', () => {
    const { stories } = match(buildIndex(defaultGuide()), 'Describe a bold idea that you put forward.');
    expect(stories[0]?.story.theme).toMatch(/risk/i);
    const reason = stories[0]?.reasons.find(({ kind }) => kind === 'competency');
    expect(reason?.typed).toMatch(/bold|idea/);
  });
});
