import { cleanup, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { renderLibrary } from './render-library.tsx';

afterEach(cleanup);

const TEXT = '# Mine\n\n## Story 1: RISK - Night\n\n### Key Points\n- A: b\n';
const button = (name: string | RegExp) => screen.findByRole('button', { name });

/** The library with one guide in its editor, the cursor at its end. */
async function inEditor(text: string) {
  const page = await renderLibrary({ Acme: text });
  await waitFor(() => expect(page.handle.view).toBeDefined());
  const { view } = page.handle;
  if (view === undefined) throw new Error('There is no editor.');
  view.dispatch({ selection: { anchor: view.state.doc.length } });
  const paste = (forms: { readonly html: string; readonly plain: string }) => {
    const event = new Event('paste', { bubbles: true, cancelable: true });
    const getData = (type: string) => (type === 'text/html' ? forms.html : forms.plain);
    Object.assign(event, { clipboardData: { getData, types: ['text/html', 'text/plain'] } });
    view.contentDOM.dispatchEvent(event);
  };
  return { ...page, view, paste, text: () => page.library.text.value };
}

describe('pasting into a guide', () => {
  it('turns formatted text into Markdown, says so, and takes the plain text on request', async () => {
    const { user, paste, text } = await inEditor(TEXT);
    paste({ html: '<h2>Story 2: Fog</h2><ul><li><b>A:</b> b</li></ul>', plain: 'Story 2: Fog\nA: b' });
    expect(text()).toBe(`${TEXT}## Story 2: Fog\n\n- **A:** b`);
    await screen.findByText(/Pasted with its formatting, turned into Markdown/);
    await user.click(await button('Paste the plain text instead'));
    expect(text()).toBe(`${TEXT}Story 2: Fog\nA: b`);
    await user.click(await button('Paste the formatted text instead'));
    expect(text()).toBe(`${TEXT}## Story 2: Fog\n\n- **A:** b`);
  });

  it('takes Markdown as it stands, and a word as a word; the offer goes with the next change', async () => {
    const { view, paste, text } = await inEditor('a\r\n');
    paste({ html: '<pre>## B\n- c</pre>', plain: '## B\n- c' });
    expect(text()).toBe('a\r\n## B\r\n- c');
    paste({ html: '<b>word</b>', plain: 'word' });
    expect(text()).toBe('a\r\n## B\r\n- cword');
    await button('Paste the formatted text instead');
    view.dispatch({ changes: { from: 0, insert: 'x' }, userEvent: 'input' });
    await waitFor(() =>
      expect(screen.queryByRole('button', { name: 'Paste the formatted text instead' })).toBeNull(),
    );
  });
});

describe('a byte order mark', () => {
  it('stays the first letter, whatever is written before or in the place of the text', async () => {
    const { library, view, text } = await inEditor('\ufeff# A\n');
    expect(view.state.sliceDoc()).toBe('# A\n');
    view.dispatch({ changes: { from: 0, insert: 'X' }, userEvent: 'input.type' });
    expect(text()).toBe('\ufeffX# A\n');
    view.dispatch({
      changes: { from: 0, to: view.state.doc.length, insert: 'new' },
      userEvent: 'input.type',
    });
    expect(text()).toBe('\ufeffnew');
    library.edit('from outside');
    await waitFor(() => expect(view.state.sliceDoc()).toBe('from outside'));
    view.dispatch({ changes: { from: 0, insert: 'X' }, userEvent: 'input.type' });
    expect(text()).toBe('Xfrom outside');
  });
});

describe('a text that would be slow to colour', () => {
  it('is shown without colours, with a word and its line, until it is so no more', async () => {
    const { view } = await inEditor(TEXT);
    view.dispatch({ changes: { from: 8, insert: '[a]('.repeat(20_000) }, userEvent: 'input.paste' });
    await screen.findByText(/Shown without colours: the paragraph from line 3 on/);
    view.dispatch({ changes: { from: 8, to: 80_008 }, userEvent: 'delete' });
    await waitFor(() => expect(screen.queryByText(/Shown without colours/)).toBeNull());
  });
});

describe('the part that was used last', () => {
  it('is the one that a narrow window shows', async () => {
    const { user, view } = await inEditor(TEXT);
    const shown = () => document.querySelector<HTMLElement>('.workbench')?.dataset.pane;
    expect(shown()).toBe('text');
    await user.click(await button('What was understood'));
    expect(shown()).toBe('understood');
    view.focus();
    await waitFor(() => expect(shown()).toBe('text'));
    expect((await button('What was understood')).getAttribute('aria-pressed')).toBe('true');
  });
});
