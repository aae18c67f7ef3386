import { cleanup, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { renderLibrary } from './render-library.tsx';

afterEach(cleanup);

const TEXT = '# Mine\n\n## Story 1: RISK - Night\n\n### Key Points\n- A: b\n';
const button = (name: string | RegExp) => screen.findByRole('button', { name });

describe('the list of guides', () => {
  it('shows every guide, which one is open, and which one the panel shows', async () => {
    const { user } = await renderLibrary({ Acme: TEXT, Orchard: TEXT });
    const list = screen.getByRole('navigation', { name: 'Guides' });
    const names = () =>
      within(list)
        .getAllByRole('button')
        .map((each) => [each.textContent, each.getAttribute('aria-current')]);
    expect(names()).toEqual([
      ['Acme', null],
      ['Orchardin the panel', 'page'],
      ['Sample guide', null],
    ]);
    await user.click(await button('Acme'));
    await screen.findByRole('heading', { name: 'Acme', level: 1 });
    await user.click(await button('Show it in the panel'));
    await waitFor(() => expect(names()[0]).toEqual(['Acmein the panel', 'page']));
  });

  it('deletes with undo, keeps the deleted for a week, and clears them away only when sure', async () => {
    const { user, library } = await renderLibrary({ Acme: TEXT });
    await user.click(await button('Delete'));
    await screen.findByText(/“Acme” was deleted/);
    await user.click(await button('Undo'));
    await screen.findByRole('heading', { name: 'Acme', level: 1 });
    await user.click(await button('Delete'));
    await user.click(await screen.findByText('Deleted (1)'));
    await user.click(await button('Clear away for good…'));
    await user.click(await button('Clear them away'));
    await waitFor(() => expect(library.list.value.entries).toEqual([]));
  });

  it('renames with the keyboard alone', async () => {
    const { user } = await renderLibrary({ Acme: TEXT });
    await user.click(await button('Rename'));
    const field = await screen.findByRole('textbox', { name: 'New name' });
    await waitFor(() => expect(document.activeElement).toBe(field));
    await user.keyboard('Zeta{Enter}');
    await screen.findByRole('heading', { name: 'Zeta', level: 1 });
    expect(document.activeElement).toBe(await button('Rename'));
  });
});

describe('a name that is being typed', () => {
  it('is kept when another guide is opened, and not when it is given up', async () => {
    const { user, library } = await renderLibrary({ Acme: TEXT, Orchard: TEXT });
    const names = () => library.entries.value.map((entry) => entry.name);
    await user.click(await button('Rename'));
    await user.type(await screen.findByRole('textbox', { name: 'New name' }), ' and more');
    await user.click(await button('Acme'));
    await waitFor(() => expect(names()).toEqual(['Acme', 'Orchard and more']));
    await user.click(await button('Rename'));
    await user.type(await screen.findByRole('textbox', { name: 'New name' }), ' never mind');
    await user.keyboard('{Escape}');
    await user.click(await button(/^Orchard/));
    await screen.findByRole('heading', { name: 'Orchard and more', level: 1 });
    expect(names()).toEqual(['Acme', 'Orchard and more']);
  });
});

describe('the text', () => {
  it('says Saved only when it is, and what to do when it can not be', async () => {
    const { user, library, breakStorage, downloads } = await renderLibrary({ Acme: TEXT });
    await screen.findByText('Saved');
    breakStorage(new Error('QuotaExceededError: quota'));
    library.edit(`${TEXT}more`);
    await screen.findByText(/Not saved: There is no room left/);
    expect(screen.queryByText('Saved')).toBeNull();
    // Also while something else is looked at.
    await user.click(await button('Sample guide'));
    await screen.findByText(/“Acme” is not saved; its last changes are only in this window/);
    await user.click(await button('Open it'));
    await screen.findByText(/Not saved: There is no room left/);
    expect(screen.queryByText(/only in this window/)).toBeNull();
    await user.click(await button('Export'));
    expect(downloads).toEqual([{ name: 'Acme.md', text: `${TEXT}more` }]);
    breakStorage(undefined);
    await user.click(await button('Try again'));
    await screen.findByText('Saved');
  });

  it('shows the story under the cursor, and what was understood', async () => {
    const { user, handle } = await renderLibrary({ Acme: TEXT });
    await screen.findByRole('heading', { name: '1 story found' });
    handle.goTo(6);
    const card = await screen.findByRole('article', { name: 'As understood: RISK Night' });
    expect(card.textContent).toContain('No target time: 60 s assumed.');
    await user.click(await button('What was understood'));
    const [story] = within(await screen.findByRole('list', { name: 'Stories found' })).getAllByRole(
      'listitem',
    );
    expect(story?.textContent).toContain('No target time: 60 s assumed, no opening hook');
  });

  it.each([
    ['Keep mine', 'mine', ['Acme', 'Sample guide']],
    ['Take the other', 'theirs', ['Acme', 'Sample guide']],
    ['Keep both, mine as a copy', 'theirs', ['Acme', 'Acme (copy)', 'Sample guide']],
  ])('asks when another window saved something else: %s', async (choice, text, names) => {
    const { user, library, store } = await renderLibrary({ Acme: TEXT });
    const theirs = store.save(library.openId.value ?? '', 'theirs', 1);
    library.edit('mine');
    await theirs;
    await screen.findByRole('heading', { name: 'Another window changed this guide too' });
    expect(screen.queryByText('Saved')).toBeNull();
    await user.click(await button(choice));
    await screen.findByText('Saved');
    expect(library.text.value).toBe(text);
    expect([...library.entries.value.map((entry) => entry.name), 'Sample guide']).toEqual(names);
  });

  it('that is not saved is not called the sample guide when another window cleared its guide away', async () => {
    const { user, library, store, downloads } = await renderLibrary({ Acme: TEXT });
    const id = library.openId.value ?? '';
    const theirs = store.save(id, 'theirs', 1);
    library.edit('mine');
    await theirs;
    await button('Keep mine');
    await store.delete(id);
    await store.discardDeleted();
    await screen.findByRole('heading', { name: 'No longer in the library', level: 1 });
    await user.click(await button('Keep mine'));
    await screen.findByText(/Not saved: This guide is no longer in the library/);
    await button('Try again');
    expect(screen.queryByText(/ships with Hookline/)).toBeNull();
    await user.click(await button('Export'));
    expect(downloads).toEqual([{ name: 'Guide.md', text: 'mine' }]);
    library.leave();
    await library.refresh();
    expect(library.entries.value).toHaveLength(1);
  });

  it('of a guide that another window cleared away can be kept as a guide', async () => {
    const { user, library, store } = await renderLibrary({ Acme: TEXT });
    const id = library.openId.value ?? '';
    const theirs = store.save(id, 'theirs', 1);
    library.edit('mine');
    await theirs;
    await button('Keep mine');
    await store.delete(id);
    await store.discardDeleted();
    await user.click(await button('Keep both, mine as a copy'));
    await waitFor(() => expect(library.entries.value).toHaveLength(1));
    expect(await store.read(library.entries.value[0]?.id ?? '')).toMatchObject({ text: 'mine' });
    expect(library.unsaved.value).toEqual([]);
  });
});

describe('the sample guide', () => {
  it('can only be read, and is copied to be changed', async () => {
    const { user, library, desk } = await renderLibrary();
    expect(desk.view.value).toBe('guide');
    expect(screen.queryByRole('combobox')).toBeNull();
    await user.click(await button('Make a copy of my own'));
    await screen.findByRole('heading', { name: 'My guide', level: 1 });
    expect(library.text.value).toBe('# Sample\n');
  });
});

describe('bringing in', () => {
  it('makes no guide before it was seen, and can be taken back', async () => {
    const { user, library } = await renderLibrary();
    await user.click(await button('Bring in or write'));
    await user.type(await screen.findByRole('textbox', { name: /Or paste it here/ }), '# Words');
    await user.click(await button('Look at this text'));
    await screen.findByRole('heading', { name: 'No story was found yet' });
    expect(library.entries.value).toEqual([]);
    await user.click(await button('Throw it away'));
    await user.click(await button('Bring it back'));
    const name = await screen.findByRole('textbox', { name: 'Name' });
    await user.clear(name);
    await user.type(name, 'Words');
    await user.click(await button('Keep this guide'));
    await screen.findByRole('heading', { name: 'Words', level: 1 });
    expect(library.text.value).toBe('# Words');
  });
});

describe('what waits to be brought in', () => {
  it('stays in the field through other parts of the page, and begins an empty text', async () => {
    const { user, desk } = await renderLibrary({ Acme: TEXT });
    const field = () => screen.findByRole<HTMLTextAreaElement>('textbox', { name: /Or paste it here/ });
    await user.click(await button('Bring in or write'));
    await user.type(await field(), 'My words');
    await user.click(await button(/^Acme/));
    await screen.findByRole('heading', { name: 'Acme', level: 1 });
    await user.click(await button('Bring in or write'));
    expect((await field()).value).toBe('My words');
    await user.click(await button('Start with an empty text'));
    expect(desk.bringIn.text.value).toBe('My words');
  });

  it('takes a file dropped on the editor once, as the page reads it', async () => {
    const { desk, handle, user } = await renderLibrary();
    await user.click(await button('Bring in or write'));
    await user.type(await screen.findByRole('textbox', { name: /Or paste it here/ }), 'Begun');
    await user.click(await button('Look at this text'));
    await waitFor(() => expect(handle.view).toBeDefined());
    const drop = new Event('drop', { bubbles: true, composed: true, cancelable: true });
    const files = [new File(['# Dropped'], 'd.md', { type: 'text/plain' })];
    const dataTransfer = { types: ['Files'], files, items: [], getData: () => '# Dropped' };
    Object.assign(drop, { dataTransfer, clientX: 0, clientY: 0 });
    handle.view?.contentDOM.dispatchEvent(drop);
    await new Promise((done) => setTimeout(done, 100));
    expect([drop.defaultPrevented, desk.bringIn.text.value]).toEqual([true, 'Begun\n\n# Dropped']);
  });

  it('can be downloaded, and is not praised where no story was found', async () => {
    const { user, downloads } = await renderLibrary();
    await user.click(await button('Bring in or write'));
    await user.click(await button('Start with an empty text'));
    await screen.findByRole('heading', { name: 'No story was found yet' });
    expect(screen.queryByText('Every line found a place.')).toBeNull();
    await user.click(await button('Throw it away'));
    await user.type(
      await screen.findByRole('textbox', { name: /Or paste it here/ }),
      '# Tips{Enter}- Breathe',
    );
    await user.click(await button('Look at this text'));
    await screen.findByText('Everything was read as notes.');
    await button('Mark headings as stories…');
    expect(screen.queryByText('Every line found a place.')).toBeNull();
    await user.click(await button('Download'));
    expect(downloads).toEqual([{ name: 'Tips.md', text: '# Tips\n- Breathe' }]);
  });

  it('says of what was thrown away on a full disk that it is only in this tab', async () => {
    const { user, breakStorage, desk } = await renderLibrary();
    await user.click(await button('Bring in or write'));
    await user.click(await button('Start with an empty text'));
    breakStorage(new Error('QuotaExceededError: quota'));
    desk.bringIn.edit('Too long');
    await screen.findByText(/This text is only in this tab.*no room left/);
    await user.click(await button('Throw it away'));
    await screen.findByText(/was thrown away, and is only in this tab/);
    await screen.findByText(/Not everything here is stored.*no room left/);
    expect(screen.queryByText(/It is kept for a week/)).toBeNull();
    breakStorage(undefined);
    await user.click(await button('Start with an empty text'));
    desk.bringIn.edit('Short');
    await desk.bringIn.drafts.settled();
    await screen.findByText(/It waits here for you, also when the page is closed/);
    await screen.findByText(/Not everything here is stored/);
    await user.click(await button('Bring it back'));
    await waitFor(() => expect(screen.queryByText(/only in this tab/)).toBeNull());
    await screen.findByText(/was thrown away. It is kept for a week/);
  });

  it('leaves nothing of a draft in the memory for undoing, once it is cleared away or kept', async () => {
    const { user, handle, desk } = await renderLibrary();
    const memory = new Set<string>();
    handle.memory = {
      find: () => undefined,
      keep: (name) => void memory.add(name),
      forget: (name) => void memory.delete(name),
    };
    await user.click(await button('Bring in or write'));
    const begin = async () => {
      await user.click(await button('Start with an empty text'));
      await waitFor(() => expect(handle.view).toBeDefined());
      handle.view?.dispatch({ changes: { from: 0, insert: 'My words' } });
    };
    await begin();
    await user.click(await button('Throw it away'));
    await user.click(await button('Clear it away'));
    await waitFor(() => expect(handle.view).toBeUndefined());
    expect([[...memory], [...handle.kept.keys()]]).toEqual([[], ['sample']]);
    await begin();
    const draft = `draft ${desk.bringIn.drafts.id.value}`;
    await user.click(await button('Keep this guide'));
    await screen.findByRole('heading', { name: 'New guide', level: 1 });
    handle.remember();
    expect([memory.has(draft), handle.kept.has(draft)]).toEqual([false, false]);
  });

  it('says what was refused only until the page shows something else', async () => {
    const { user, desk } = await renderLibrary({ Acme: TEXT });
    await desk.take([{ name: 'empty.md', size: 0, read: async () => new Uint8Array() }], false);
    await screen.findByText(/“empty.md” is empty/);
    await user.click(await button(/^Acme/));
    await screen.findByRole('heading', { name: 'Acme', level: 1 });
    await user.click(await button('Bring in or write'));
    await screen.findByRole('heading', { name: 'Bring in a guide' });
    expect(screen.queryByText(/“empty.md” is empty/)).toBeNull();
  });
});

describe('backup', () => {
  it('reminds after a week of changes, once', async () => {
    const { user, library, passWeek, downloads } = await renderLibrary({ Acme: TEXT });
    expect(screen.queryByText(/A week of changes/)).toBeNull();
    passWeek();
    await library.refresh();
    await screen.findByText(/A week of changes/);
    await user.click(await button('Not now'));
    await waitFor(() => expect(screen.queryByText(/A week of changes/)).toBeNull());
    await user.click(screen.getByText('Backup'));
    await user.click(await button('Export everything'));
    await waitFor(() => expect(downloads).toHaveLength(1));
    expect(downloads[0]?.name).toMatch(/^hookline-\d{4}-\d\d-\d\d\.json$/);
    await screen.findByText(/went to the browser’s downloads/);
    expect(library.list.value.unexportedSince).toBeNull();
    await user.click(await button('It is not there'));
    await waitFor(() => expect(library.list.value.unexportedSince).not.toBeNull());
    expect(screen.queryByText(/went to the browser’s downloads/)).toBeNull();
  });

  it('has the last letter that was typed, and is none when the browser did not take it', async () => {
    const { user, library, downloads } = await renderLibrary({ Acme: TEXT });
    await user.click(screen.getByText('Backup'));
    library.edit(`${TEXT}FINAL`);
    await user.click(await button('Export everything'));
    await waitFor(() => expect(downloads[0]?.text).toContain('FINAL'));
    await waitFor(() => expect(library.list.value.unexportedSince).toBeNull());
    library.edit(`${TEXT}FINAL and more`);
    await library.settled();
    downloads.push = () => {
      throw new Error('no downloads here');
    };
    await user.click(await button('Export everything'));
    await screen.findByText(/The browser did not take “hookline-/);
    expect(library.list.value.unexportedSince).not.toBeNull();
  });

  it('of everything is still handed out when the storage is full, with what could not be saved', async () => {
    const { user, library, breakStorage, downloads } = await renderLibrary({ Acme: TEXT });
    await user.click(screen.getByText('Backup'));
    breakStorage(new Error('QuotaExceededError: quota'));
    library.edit(`${TEXT}no room for this`);
    await screen.findByText(/Not saved: There is no room left/);
    await user.click(await button('Export everything'));
    await screen.findByText(/went to the browser’s downloads, but it could not be noted as your backup/);
    expect(downloads[0]?.text).toContain('no room for this');
    expect(library.list.value.exportedAt).toBeNull();
  });

  it('says what replacing takes away, and brings it back', async () => {
    const { user, library, desk } = await renderLibrary({ Acme: TEXT });
    const file = {
      hookline: 'everything',
      version: 1,
      guides: [
        { entry: { id: 'x', name: 'Theirs' }, text: 'theirs' },
        { entry: { id: 'y', name: 'Broken' } },
      ],
    };
    const bytes = new TextEncoder().encode(JSON.stringify(file));
    await user.click(screen.getByText('Backup'));
    await user.click(await button('Import everything'));
    await desk.takeOver.look({ name: 'x.json', size: bytes.length, read: async () => bytes });
    await screen.findByText(/Replacing takes away: “Acme”\. It can be had back here for a week/);
    await screen.findByText(/Guide 2, “Broken”, is damaged and left out/);
    await screen.findByText('Exported at a time that the file does not say');
    await user.click(await button('Replace what is here'));
    await screen.findByText('What was here before is kept for a week: “Acme”.');
    await user.click(await button('Bring it back'));
    await screen.findByText('What was replaced is back.');
    expect(library.entries.value.map((entry) => entry.name)).toEqual(['Acme']);
  });

  it('says why a file is no export', async () => {
    const { user, desk } = await renderLibrary();
    await user.click(screen.getByText('Backup'));
    await user.click(await button('Import everything'));
    await desk.takeOver.look({
      name: 'x.json',
      size: 2,
      read: async () => new TextEncoder().encode('{}'),
    });
    expect((await screen.findByRole('alert')).textContent).toContain(
      'Choose the .json file that “Export everything”',
    );
    expect(desk.takeOver.isBusy.value).toBe(false);
    const bytes = new Uint8Array([0x7b, 0x22, 0xe9, 0x22, 0x7d]);
    await desk.takeOver.look({ name: 'y.json', size: 5, read: async () => bytes });
    expect((await screen.findByRole('alert')).textContent).toContain(
      '“y.json” is no export of Hookline, or is damaged',
    );
  });
});
