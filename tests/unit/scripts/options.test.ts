import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readOptions } from '../../../scripts/options.ts';

const dir = mkdtempSync(join(tmpdir(), 'hookline-options-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const env = { INIT_CWD: dir };

test('the guide is read from where the command was typed, to the letter', () => {
  const text = '\uFEFF# Guide\r\n\r\n– “é” 😀\r\n';
  writeFileSync(join(dir, 'guide.md'), text);
  expect(readOptions(['--guide', 'guide.md'], env, 'linux').guide).toEqual({
    path: join(dir, 'guide.md'),
    text,
  });
});

test('what cannot be read is one sentence and exit status 2', () => {
  writeFileSync(join(dir, 'picture.md'), Buffer.from([0xff, 0xd8, 0xff, 0xe0]));
  const cases = [
    ['absent.md', 'there is no such file'],
    ['.', 'it is a folder'],
    ['picture.md', 'it is not UTF-8 text'],
  ] as const;
  for (const [file, reason] of cases) {
    const expected = { status: 2, message: `The guide ${join(dir, file)} can't be read: ${reason}.` };
    expect(() => readOptions(['--guide', file], env, 'linux')).toThrow(expect.objectContaining(expected));
  }
  expect(() => readOptions(['--gide', 'x'], env, 'linux')).toThrow(expect.objectContaining({ status: 2 }));
});

test('it is headless where there is no display, or when told so', () => {
  const headless = (args: string[], more: NodeJS.ProcessEnv, platform: NodeJS.Platform) =>
    readOptions(args, { ...env, ...more }, platform).headless;
  expect(headless([], {}, 'linux')).toBe(true);
  expect(headless([], { DISPLAY: ':0' }, 'linux')).toBe(false);
  expect(headless([], { WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(false);
  expect(headless([], {}, 'darwin')).toBe(false);
  expect(headless(['--headless'], { DISPLAY: ':0' }, 'linux')).toBe(true);
});
