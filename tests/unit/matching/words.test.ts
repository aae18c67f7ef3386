import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clauseWeights } from '../../../matching/clauses.ts';
import { fold } from '../../../matching/normalise.ts';
import { bitCount, edits, letterMask } from '../../../matching/spelling.ts';
import { stem } from '../../../matching/stem.ts';
import { tokenise } from '../../../matching/tokens.ts';

const words = (text: string) => tokenise(text).map((token) => token.word);

describe('normalising', () => {
  it('folds case, accents and ligatures', () =>
    expect(fold('Über CAFÉ Straße ﬁrst')).toBe('uber cafe strasse first'));
  it('keeps the vowel signs of other scripts', () => expect(fold('हिन्दी')).toBe('हिन्दी'));
  it('reads numbers with their unit, however spaced', () => {
    expect(words('2 AM, 2AM, 2 a.m. and 30 % of 2.5 years')).toEqual([
      '2am',
      '2am',
      '2am',
      'and',
      '30%',
      'of',
      '2.5',
      'years',
    ]);
  });
  it('parts hyphens', () => expect(words('on-call')).toEqual(['on', 'call']));
  it('reads curly and straight apostrophes alike, negations as a word', () => {
    expect(words('I didn’t')).toEqual(words("I didn't"));
    expect(words("didn't")).toEqual(['did', 'not']);
  });
  it('keeps names of technologies', () => expect(words('C++ and C#')).toEqual(['c++', 'and', 'c#']));
});

describe('tokens', () => {
  it('know their place in the text as given', () => {
    const text = 'Émile said: 30 %!';
    expect(tokenise(text).map(({ start, end }) => text.slice(start, end))).toEqual(['Émile', 'said', '30 %']);
  });
  it('are words in scripts without spaces', () =>
    expect(words('我学会了西班牙语').length).toBeGreaterThan(2));
  it('are few in nothing', () => expect(words(' …!? ')).toEqual([]));
});

describe('stems', () => {
  it.each([
    ['disagreed', 'disagreement'],
    ['risks', 'riskiest'],
    ['prioritise', 'prioritization'],
    ['organised', 'organization'],
    ['learnt', 'learning'],
    ['behaviours', 'behavior'],
    ['three', '3'],
  ])('%s and %s are one word', (one, other) => expect(stem(one)).toBe(stem(other)));
  it.each([
    ['manager', 'manage'],
    ['leader', 'lead'],
    ['promise', 'promiscuous'],
  ])('%s and %s are two', (one, other) => expect(stem(one)).not.toBe(stem(other)));
});

describe('edits', () => {
  it('count a letter missing, added, wrong, or two swapped as one', () => {
    for (const typed of ['conflct', 'connflict', 'conflikt', 'cofnlict'])
      expect(edits(typed, 'conflict', 3)).toBe(1);
  });
  it('stop at the limit', () => expect(edits('team', 'conflict', 2)).toBe(3));
  it('compare with a beginning', () => expect(edits('confc', 'conflict', 2, true)).toBe(1));
  it('are never fewer than half of the letters that differ', () => {
    expect(bitCount(letterMask('team') ^ letterMask('teem'))).toBe(1);
  });
});

describe('tokens', () => {
  it('of plain ASCII are those of the general pattern', () => {
    const parts = fc.constantFrom(
      'a',
      'I',
      "n't",
      "'",
      "o'clock",
      '2 a.m.',
      '30 %',
      '3.5k',
      'c++',
      'b2b',
      '&',
      ' ',
      '-',
      '.',
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 12 }), (made) => {
        const text = made.join('');
        expect(tokenise(text)).toEqual(tokenise(`${text} é`).slice(0, -1));
      }),
    );
  });
});

describe('clauses', () => {
  const heavy = (text: string) => {
    const tokens = tokenise(text);
    const weights = clauseWeights(text, tokens);
    return tokens
      .filter((_, at) => weights[at] === 1)
      .map((token) => token.word)
      .join(' ');
  };
  it('take the question, not what is asked after it', () => {
    expect(heavy('Tell me about a conflict. What did you learn?')).toBe('tell me about a conflict');
    expect(heavy('Describe a risk you took, and what did you learn from it')).toBe(
      'describe a risk you took',
    );
  });
  it('pass over greetings and company values', () => {
    expect(heavy('Hi, how are you? We value courage here. Tell me about a team you led.')).toBe(
      'tell me about a team you led',
    );
  });
  it('leave short queries whole', () => expect(heavy('fast learner')).toBe('fast learner'));
});
