import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdsWords, takesOut } from '../../../storage/words-held.ts';

describe('the words of a text', () => {
  it.each([
    ['I wro', 'I wrote it', 'typed on'],
    ['I wrok', 'I work', 'letters swapped'],
    ['we recieved it', 'we received it, and more', 'spelt right'],
    ['a helllo there', 'a hello there', 'a letter too many'],
    ['one two', 'two, one', 'moved'],
    ['- one\n- two', '* one\n* two', 'set apart otherwise'],
    ['one', 'one one', 'said twice'],
  ])('%j are held by %j: %s', (before, after) => {
    expect(holdsWords(after, before)).toBe(true);
  });

  it.each([
    ['a zebra ran', 'a ran', 'a word went'],
    ['a zebra ran', 'a z ran', 'most of a word went'],
    ['30% more', '35% more', 'another number'],
    ['one one', 'one', 'one of two went'],
    ['keep calm', 'carry on', 'other words'],
    ['', '', ''],
  ])('%j are not held by %j: %s', (before, after, why) => {
    expect(holdsWords(after, before)).toBe(why === '');
  });

  it('are all held by a text with something put in between words', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 12 }), fc.lorem({ maxCount: 12 }), fc.nat(), (text, more, where) => {
        const words = text.split(' ');
        const at = where % (words.length + 1);
        const after = [...words.slice(0, at), more, ...words.slice(at)].join(' ');
        expect(takesOut(text, `${text} ${more}`)).toBe(false);
        expect(holdsWords(after, text)).toBe(true);
      }),
    );
  });
});
