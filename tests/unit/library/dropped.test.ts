import { expect, it } from 'vitest';
import { droppedFiles } from '../../../components/library/dropped.ts';

type Tree = { readonly [name: string]: Tree | string };

/** Entries as a browser gives them, all of a folder's at once. */
function entry(name: string, content: Tree | string, above = ''): object {
  const fullPath = `${above}/${name}`;
  if (typeof content === 'string') {
    const file = (done: (file: File) => void) => done(new File([content], name));
    return { isFile: true, isDirectory: false, fullPath, file };
  }
  const createReader = () => {
    let inner = Object.entries(content).map(([each, below]) => entry(each, below, fullPath));
    return {
      readEntries(done: (entries: object[]) => void) {
        const some = inner;
        inner = [];
        done(some);
      },
    };
  };
  return { isFile: false, isDirectory: true, fullPath, createReader };
}

const drop = (tree: Tree) => {
  const items = Object.entries(tree).map(([name, content]) => ({
    kind: 'file',
    webkitGetAsEntry: () => entry(name, content),
  }));
  return droppedFiles({ items, files: [] } as unknown as DataTransfer);
};

/** `depth` folders, one in the other, the file in the last. */
const nested = (depth: number): Tree => (depth === 0 ? { 'a.md': '# A' } : { d: nested(depth - 1) });

it('finds a file many folders deep', async () => {
  const { files, isFolder, notes } = await drop(nested(20));
  expect([files.map(({ name }) => name), isFolder, notes]).toEqual([[`${'d/'.repeat(20)}a.md`], true, []]);
});

it('says what lies too deep, and from where on there were too many', async () => {
  const deep = await drop({ top: { ...nested(60), 'b.md': '# B' } });
  expect(deep.files.map(({ name }) => name)).toEqual(['top/b.md']);
  expect(deep.notes).toEqual([expect.stringMatching(/^What lies more than 40 folders deep was left out/)]);
  const many = Object.fromEntries(Array.from({ length: 2100 }, (_, n) => [`${n + 1}.md`, '#']));
  const full = await drop({ many });
  expect([full.files.length, full.notes]).toEqual([
    2000,
    [expect.stringContaining('those from “many/2001.md” on were left out')],
  ]);
});
