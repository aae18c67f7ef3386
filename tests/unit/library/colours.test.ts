import { syntaxTree } from '@codemirror/language';
import { describe, expect, it } from 'vitest';
import { colouredAgain, isWithoutColours, slowLine } from '../../../components/library/editor-colours.ts';
import { stateOf } from '../../../components/library/editor-setup.ts';
import { slowParagraph } from '../../../components/library/slow-markdown.ts';
import guide from '../../../stories-data/default-guide.md?raw';

const quiet = { isReadOnly: false, onEdit: () => {}, onLine: () => {} };
const open = (text: string) => stateOf(text, 'Text', quiet);
const slow = (text: string) => slowParagraph(text.split('\n'));

const SLOW: readonly (readonly [string, string])[] = [
  ['emphasis that never ends', '*a_'.repeat(30_000)],
  ['links that never end', '[a]('.repeat(20_000)],
  ['references', '[a]['.repeat(10_000)],
  ['emphasis over many lines', '*a_ b\n'.repeat(10_000)],
  ['rows of a table that is none', '|*a_\n'.repeat(10_000)],
  ['a line of half a million letters', 'lorem ipsum '.repeat(40_000)],
  ['lists in lists', `${'- '.repeat(4000)}x`],
  ['lists under lists', Array.from({ length: 700 }, (_, depth) => `${'  '.repeat(depth)}- y`).join('\n')],
];

describe('a text that would be slow to colour', () => {
  it.each(SLOW)('is opened and typed in without colours, at once: %s', (_, text) => {
    const began = performance.now();
    const state = open(`# Lamp\n\nwords\n\n${text}`);
    expect(isWithoutColours(state)).toBe(true);
    const typed = state.update({ changes: { from: 8, insert: 'Z' } }).state;
    expect(isWithoutColours(typed)).toBe(true);
    expect(slowLine(typed.doc)).toBeGreaterThanOrEqual(5);
    expect(performance.now() - began).toBeLessThan(1000);
  });

  it('loses its colours with the change that makes it slow, and has them again after', () => {
    const before = open('# Lamp\n\nwords\n');
    expect(syntaxTree(before).topNode.firstChild?.name).toBe('ATXHeading1');
    const began = performance.now();
    const during = before.update({ changes: { from: 8, insert: '[a]('.repeat(20_000) } }).state;
    expect([isWithoutColours(during), slowLine(during.doc)]).toEqual([true, 3]);
    expect(performance.now() - began).toBeLessThan(1000);
    const short = during.update({ changes: { from: 8, to: 80_008 } }).state;
    expect([colouredAgain(during), colouredAgain(before)]).toEqual([undefined, undefined]);
    const after = short.update(colouredAgain(short) ?? {}).state;
    expect([isWithoutColours(after), after.sliceDoc()]).toEqual([false, before.sliceDoc()]);
    expect(performance.now() - began).toBeLessThan(1000);
  });

  it('is none that people write: long lists, tables and guides', () => {
    expect(slow(guide)).toBeUndefined();
    expect(slow('- **Label:** some [text](https://example.com)\n'.repeat(2000))).toBeUndefined();
    expect(slow(`| a | b |\n| --- | --- |\n${'| **a** | `b` |\n'.repeat(2000)}`)).toBeUndefined();
    expect(slow(`${'> '.repeat(300)}x\n\n${'Some words of a script. '.repeat(2000)}`)).toBeUndefined();
  });
});
