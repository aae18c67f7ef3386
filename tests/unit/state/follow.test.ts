import { describe, expect, it } from 'vitest';
import { Follow, type FollowedFile, type FollowedFiles } from '../../../state/follow.ts';
import type { Failed } from '../../../state/library-ports.ts';

/** One guide, one file whose text the test sets. */
function following(isSupported = true, choice?: () => ReturnType<FollowedFiles['choose']>) {
  const disk = {
    text: 'old' as string | Uint8Array,
    isAllowed: true,
    isThere: true,
    seen: undefined as string | undefined,
  };
  let text = 'old';
  const files: FollowedFiles = {
    isSupported,
    choose: async () => {
      if (choice !== undefined && disk.seen !== undefined) return choice();
      disk.seen = '';
      return { name: 'g.md', seen: '' };
    },
    find: async () => (disk.seen === undefined ? undefined : { name: 'g.md', seen: disk.seen }),
    read: async () => {
      if (!disk.isThere) return { outcome: 'failed', reason: 'It is gone.' };
      if (!disk.isAllowed) return 'not-allowed';
      return typeof disk.text === 'string' ? new TextEncoder().encode(disk.text) : disk.text;
    },
    allow: async () => {
      disk.isAllowed = true;
      return true;
    },
    see: async (_, seen) => {
      disk.seen = seen;
    },
    forget: async () => {
      disk.seen = undefined;
    },
  };
  const model = new Follow({
    files,
    clock: { after: () => () => {} },
    text: () => text,
    edit: (next) => {
      text = next;
    },
  });
  return { model, disk, text: () => text };
}

describe('following a file', () => {
  it('offers what changed in the file, and takes it only when told to', async () => {
    const { model, disk, text } = following();
    await model.open('g');
    expect(model.state.value).toEqual({ kind: 'none' });
    await model.choose();
    expect(model.state.value).toEqual({ kind: 'following', name: 'g.md', remark: '' });
    disk.text = 'new';
    await model.look();
    expect(model.state.value).toEqual({ kind: 'changed', name: 'g.md', text: 'new', remark: '' });
    expect(text()).toBe('old');
    await model.take();
    expect([text(), disk.seen, model.state.value.kind]).toEqual(['new', 'new', 'following']);
  });

  it('does not offer again what was turned down, also after the page was closed', async () => {
    const { model, disk, text } = following();
    await model.open('g');
    await model.choose();
    disk.text = 'new';
    await model.look();
    await model.pass();
    await model.open('g');
    expect([text(), model.state.value.kind]).toEqual(['old', 'following']);
    disk.text = 'newer';
    await model.look();
    expect(model.state.value.kind).toBe('changed');
  });

  it('says when the file may not be read, or is gone', async () => {
    const { model, disk } = following();
    await model.open('g');
    await model.choose();
    disk.isAllowed = false;
    await model.look();
    expect(model.state.value.kind).toBe('not-allowed');
    await model.allow();
    expect(model.state.value.kind).toBe('following');
    disk.isThere = false;
    await model.look();
    expect(model.state.value).toMatchObject({ kind: 'failed', reason: '“g.md”: It is gone.' });
    await model.stop();
    expect([model.state.value.kind, disk.seen]).toEqual(['none', undefined]);
  });

  it('says how it read a file that is not UTF-8, and once what is wrong with one that is no text', async () => {
    const { model, disk } = following();
    await model.open('g');
    await model.choose();
    disk.text = new Uint8Array([0x43, 0x61, 0x66, 0xe9]);
    await model.look();
    expect(model.state.value).toMatchObject({
      kind: 'changed',
      text: 'Café',
      remark: expect.stringContaining('“g.md” is not UTF-8 and was read as Windows-1252'),
    });
    await model.take();
    expect(model.state.value).toMatchObject({ remark: expect.stringContaining('Windows-1252') });
    disk.text = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]);
    await model.look();
    const now = model.state.value;
    const reason = now.kind === 'failed' ? now.reason : '';
    expect(reason).toMatch(/^“g\.md” is not a text file, so its changes can’t be shown\. Save your guide/);
    expect(reason.split('g.md')).toHaveLength(2);
    disk.text = 'Café';
    await model.look();
    expect(model.state.value).toEqual({ kind: 'following', name: 'g.md', remark: '' });
  });

  it('does not take a byte order mark alone for a change', async () => {
    const { model, disk } = following();
    await model.open('g');
    await model.choose();
    disk.text = '\ufeffold';
    await model.look();
    expect(model.state.value.kind).toBe('following');
  });

  it('follows another file from when it is chosen, though the old one is looked at meanwhile', async () => {
    const chosen = Promise.withResolvers<FollowedFile>();
    const { model } = following(true, () => chosen.promise);
    await model.open('g');
    await model.choose();
    const choosing = model.choose();
    await model.look();
    chosen.resolve({ name: 'other.md', seen: 'old' });
    await choosing;
    expect(model.state.value).toEqual({ kind: 'following', name: 'other.md', remark: '' });
  });

  it('says why a choice failed, though the old file is looked at meanwhile', async () => {
    const chosen = Promise.withResolvers<Failed>();
    const { model } = following(true, () => chosen.promise);
    await model.open('g');
    await model.choose();
    const choosing = model.choose();
    await model.look();
    chosen.resolve({ outcome: 'failed', reason: 'No.' });
    await choosing;
    expect(model.state.value).toEqual({ kind: 'failed', name: '', reason: 'No.' });
  });

  it('says where a browser can not', async () => {
    const { model } = following(false);
    await model.open('g');
    expect(model.state.value).toEqual({ kind: 'unsupported' });
  });
});
