import { undo, undoDepth } from '@codemirror/commands';
import type { Transaction } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import { stateOf, undoOf } from '../../../components/library/editor-setup.ts';

const options = { isReadOnly: false, onEdit: () => undefined, onLine: () => undefined };

function typed(text: string, ...words: readonly string[]) {
  let state = stateOf(text, 'Text', options);
  for (const word of words)
    state = state.update({
      changes: { from: state.doc.length, insert: word },
      userEvent: 'input.paste',
    }).state;
  return state;
}

describe('what can be undone', () => {
  it.each(['# Lamp\n', '# Lamp\r\nout\r\n', ''])('comes back as JSON beside the text %j', (text) => {
    const before = typed(text, 'one', 'two');
    const json: unknown = JSON.parse(JSON.stringify(undoOf(before)));
    let state = stateOf(before.sliceDoc(), 'Text', options, json);
    expect(state.sliceDoc()).toBe(`${text}onetwo`);
    const dispatch = (transaction: Transaction) => {
      state = transaction.state;
    };
    while (undo({ state, dispatch }));
    expect(state.sliceDoc()).toBe(text);
  });

  it.each([
    ['nothing', undefined],
    ['no object', 'x'],
    ['no events', {}],
    ['events of nobody', { done: [{ changes: 'x' }], undone: [] }],
    ['another editor’s events', { done: [1], undone: 2 }],
  ])('is begun anew where %s was kept', (_, json) => {
    const state = stateOf('# Lamp\n', 'Text', options, json);
    expect([state.sliceDoc(), undoDepth(state)]).toEqual(['# Lamp\n', 0]);
  });

  it('is begun anew where it is of another text', () => {
    const state = stateOf('# Another lamp, longer\n', 'Text', options, undoOf(typed('# Lamp\n', 'one')));
    expect(undoDepth(state)).toBe(0);
  });
});
