import { describe, expect, it } from 'vitest';
import { Follow, type FollowedFile, type FollowedFiles } from '../../../state/follow.ts';
import type { Failed } from '../../../state/library-ports.ts';

/** One guide, one file whose text the test sets. */
function following(isSupported = true, choice?: () => ReturnType<FollowedFiles['choose']>) {
  const disk = { text: 'old', isAllowed: true, isThere: true, seen: undefined as string | undefined };
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
      return disk.isAllowed ? new TextEncoder().encode(disk.text) : 'not-allowed';
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
    expect(model.state.value).toEqual({ kind: 'following', name: 'g.md' });
    disk.text = 'new';
    await model.look();
    expect(model.state.value).toEqual({ kind: 'changed', name: 'g.md', text: 'new' });
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
    expect(model.state.value).toMatchObject({ kind: 'failed', reason: 'It is gone.' });
    await model.stop();
    expect([model.state.value.kind, disk.seen]).toEqual(['none', undefined]);
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
    expect(model.state.value).toEqual({ kind: 'following', name: 'other.md' });
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
