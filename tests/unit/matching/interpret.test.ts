import { describe, expect, it } from 'vitest';
import { buildIndex } from '../../../matching/build-index.ts';
import { interpret } from '../../../matching/interpret.ts';
import { Lexicon } from '../../../matching/lexicon.ts';
import { defaultGuide } from './guides.ts';

const { words } = buildIndex(defaultGuide());
/** The likeliest reading of each word. */
const read = (text: string) =>
  interpret(text, words)
    .filter((term) => !term.other)
    .map((term) => term.stem)
    .join(' ');

describe('the lexicon', () => {
  const lexicon = new Lexicon([
    { word: 'conflict', stems: ['conflict'], weight: 1 },
    { word: 'context', stems: ['context'], weight: 0.5 },
    { word: 'contract', stems: ['contract'], weight: 0.2 },
    { word: 'leo', stems: ['leo'], weight: 0.9 },
  ]);
  it('completes with the likeliest word first', () => {
    expect(lexicon.startingWith('con', 2).map((entry) => entry.word)).toEqual(['conflict', 'context']);
  });
  it('finds what was meant', () => expect(lexicon.similar('cnoflict')[0]?.entry.word).toBe('conflict'));
  it('lets three letters be swapped, not wrong', () => {
    expect(lexicon.similar('loe')[0]?.entry.word).toBe('leo');
    expect(lexicon.similar('lee')).toEqual([]);
  });
  it('finds nothing for what is like nothing', () => expect(lexicon.similar('xyzzy')).toEqual([]));
});

describe('reading a query', () => {
  it.each([
    ['conflct ', 'conflict'],
    ['stveve ', 'steve'],
    ['oncal ', 'on call'],
    ['codereview ', 'code review'],
    ['teamwrok ', 'teamwork'],
    ['cod reveiw ', 'code review'],
    ['leapof faith ', 'leap of faith'],
    ['outof the box ', 'out of the box'],
    ['preventeddisasters ', 'prevented disasters'],
    ['adappting ', 'adapting'],
    ['negotiatong ', 'negotiating'],
    ['over ruled ', 'overruled'],
    ['ada pting ', 'adapting'],
    ['roadb lock ', 'roadblock'],
  ])('%s is %s', (typed, meant) => expect(read(typed)).toBe(read(`${meant} `)));
  it('completes the last word only', () => {
    expect(read('conf')).toBe('conflict');
    expect(read('conf ')).not.toBe('conflict');
  });
  it('leaves unknown words and numbers alone', () => expect(read('asdfgh 4711 ')).toBe('asdfgh 4711'));
  it('reads words written apart', () =>
    expect(interpret('team work ', words).map((term) => term.stem)).toContain('teamwork'));
});
