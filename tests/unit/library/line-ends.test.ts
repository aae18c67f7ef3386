import fc from 'fast-check';
import { expect, it } from 'vitest';
import { changeTo, stateOf } from '../../../components/library/editor-setup.ts';

const quiet = { isReadOnly: false, onEdit: () => {}, onLine: () => {} };
const anyText = fc.oneof(
  fc.array(fc.constantFrom('a', '\r', '\n', '\r\n', '# x', ' ', '\u2028')).map((parts) => parts.join('')),
  fc.array(fc.constantFrom('a', '\r\n', '# x')).map((parts) => parts.join('')),
  fc.string({ unit: 'binary' }),
);

it('the editor gives any text back to the letter', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(stateOf(text, 'Text', quiet).sliceDoc()).toBe(text);
    }),
  );
});

it('the smallest change makes one text into the other, whatever its line ends', () => {
  const lines = fc.array(fc.constantFrom('a', '# b', '', 'é'), { maxLength: 8 });
  fc.assert(
    fc.property(lines, lines, fc.constantFrom('\n', '\r\n', '\r'), (before, after, end) => {
      // Two lines at least, so that the text has the line end that it is about.
      const one = stateOf(['x', ...before].join(end), 'Text', quiet);
      const next = ['x', ...after, 'y'].join(end);
      if (before.length === 0) return;
      expect(one.update({ changes: changeTo(one, next) }).state.sliceDoc()).toBe(next);
    }),
  );
});

it('the smallest change is small', () => {
  const state = stateOf('one\r\ntwo\r\nthree', 'Text', quiet);
  const { from, to, insert } = changeTo(state, 'one\r\ntwo and\r\nthree');
  expect([from, to, insert.toString()]).toEqual([7, 7, ' and']);
});
