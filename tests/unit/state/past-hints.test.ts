import { expect, it } from 'vitest';
import { hintOf } from '../../../state/past-hints.ts';

it.each([
  ['one two', 'one', 'with “two”'],
  ['one', 'one two three', 'before “two three”'],
  ['one tw', 'one two', 'before “two”'],
  ['one two', 'one three', 'with “two”'],
  ['one', 'one', 'the same text'],
  ['one\n\ntwo', 'one\ntwo', 'with other blanks'],
  [`one ${'word '.repeat(30)}`, 'one ', `with “${'word '.repeat(9)}wor…”`],
])('what tells %j from %j', (text, later, hint) => {
  expect(hintOf(text, later)).toBe(hint);
});
