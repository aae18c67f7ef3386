import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { modelOf, readBank } from '../../../matching/bank.ts';
import { features } from '../../../matching/features.ts';
import { plainTerms } from '../../../matching/interpret.ts';
import { KINDS } from '../../../matching/kinds.ts';
import { pack, unpack, weightOf } from '../../../matching/model.ts';
import { recognise } from '../../../matching/recognise.ts';
import { beside, targetOf } from '../../../matching/train.ts';
import { COMPETENCIES } from '../../../matching/vocabulary.ts';
import { readSources } from '../../../scripts/sources.ts';

const data = new URL('../../../stories-data/', import.meta.url);
const sources = readSources();
const rows = [...sources.bank, ...sources.plain, ...sources.nearMisses];

describe('the question bank', () => {
  it('has 1,500 questions or more over 32 competencies or more', () => {
    expect(sources.bank.length).toBeGreaterThanOrEqual(1500);
    expect(new Set(sources.bank.map((row) => row.competencies[0])).size).toBeGreaterThanOrEqual(32);
  });
  it('has no question twice', () =>
    expect(new Set(rows.map((row) => row.text.toLowerCase())).size).toBe(rows.length));
  it('says of most questions which kinds of story answer them', () => {
    expect(rows.filter((row) => row.kinds).length).toBeGreaterThan(0.8 * rows.length);
    for (const kind of KINDS)
      expect(rows.filter((row) => row.kinds?.includes(kind)).length, kind).toBeGreaterThan(200);
  });
  it('refuses a row with an unknown competency', () => {
    expect(() => readBank('{"text":"x","competencies":["juggling"]}')).toThrow('not a row');
  });
});

describe('the model', () => {
  it('is up to date with the bank and the vocabulary (npm run train)', { timeout: 120_000 }, () => {
    expect(readFileSync(new URL('model.json', data), 'utf8')).toBe(
      `${JSON.stringify(modelOf(sources), null, 1)}\n`,
    );
  });
  it('comes back from its packed form', () => {
    const rows = new Map([
      ['risk', Float64Array.of(1, -0.5, 0)],
      ['@boss', Float64Array.of(0, 0, 2)],
      ['@boss said', Float64Array.of(0.5, 0, 0)],
      ['risk it', Float64Array.of(0, 0.1, 0)],
    ]);
    const model = unpack(pack({ classes: 3, bias: Float64Array.of(0, 1, -1), rows }, (name) => name, 0.25));
    expect([...model.bias]).toEqual([0, 1, -1]);
    expect([...(model.rows.get('risk') ?? [])]).toEqual([0, 4, 1, -2]);
    expect([...(model.rows.get('@boss') ?? [])]).toEqual([2, 8]);
    expect([...(model.rows.get('@boss said') ?? [])]).toEqual([0, 2]);
    expect(model.rows.has('risk it')).toBe(false);
  });
  it('packs as many classes as it has', () => {
    const row = Float64Array.from({ length: 80 }, (_, at) => at % 7);
    const model = unpack(pack({ classes: 80, bias: row, rows: new Map([['x', row]]) }, (name) => name, 0.25));
    expect(weightOf(model, 'x', 79)).toBe(2);
    expect(weightOf(model, 'x', 1)).toBe(1);
  });
  it('joins two models class by class', () => {
    const left = { classes: 1, bias: Float64Array.of(1), rows: new Map([['a', Float64Array.of(2)]]) };
    const right = { classes: 2, bias: Float64Array.of(3, 4), rows: new Map([['b', Float64Array.of(5, 6)]]) };
    const both = beside(left, right);
    expect([...both.bias]).toEqual([1, 3, 4]);
    expect([...(both.rows.get('a') ?? [])]).toEqual([2, 0, 0]);
    expect([...(both.rows.get('b') ?? [])]).toEqual([0, 5, 6]);
  });
  it('gives the primary competency the largest share of the target', () => {
    const shares = targetOf([3, 1]).map(([, share]) => share);
    expect(shares[0]).toBeGreaterThan(shares[1] ?? 1);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
  });
});

describe('recognition', () => {
  const likeliest = (question: string) => {
    const shares = [...recognise(plainTerms(question, true)).competencies];
    return COMPETENCIES[shares.indexOf(Math.max(...shares))] ?? 'nothing';
  };
  it.each([
    ['Tell me about a time you took a risk.', 'risk-taking'],
    ['What are your weaknesses?', 'weakness'],
    ['Describe a conflict with a coworker. What did you learn?', 'conflict'],
    ['When did you miss a deadline?', 'missed-commitment'],
    ['How do you prioritise your work?', 'prioritization'],
    ['Why do you want to join us?', 'why-us'],
    ['angry customer', 'customer'],
    ['What are your salary expectations?', 'salary'],
  ])('%s asks for %s', (question, competency) => expect(likeliest(question)).toBe(competency));
  it.each([
    ['Tell me about a time you disagreed with your manager.', 'conflict'],
    ['Tell me about a time you had to learn something new in a hurry.', 'learning'],
    ['Tell me about a bold idea you put forward.', 'risk'],
    ['When did you take on work that nobody else wanted for the sake of the team?', 'team'],
    ['Tell me about a time you failed.', 'none'],
  ])('%s is answered by a story of the kind %s', (question, kind) => {
    const shares = [...recognise(plainTerms(question, true)).kinds];
    expect([...KINDS, 'none'][shares.indexOf(Math.max(...shares))]).toBe(kind);
  });
  it('sums to one', () => {
    const { competencies, kinds } = recognise(plainTerms('anything at all', true));
    for (const shares of [competencies, kinds])
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
  });
  it('sees stems, classes, pairs and phrases', () => {
    const names = [...features(plainTerms('above and beyond', false)).keys()];
    expect(names).toContain('beyond');
    expect(names.some((name) => name.startsWith('#'))).toBe(true);
  });
});
