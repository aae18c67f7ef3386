import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'hookline-'));
afterAll(() => rmSync(folder, { recursive: true }));

function parse(...args: string[]): { status: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/parse.ts', ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  return { status, out: stdout, err: stderr };
}

describe('npm run parse', () => {
  it('tells a person what was read', () => {
    const { status, out } = parse('tests/fixtures/guide/lighthouse.md');
    expect([status, out]).toEqual([
      0,
      `Lighthouse interviews: 2 stories

1. FOG - The Silent Horn
   time    45 s
   holds   2 hooks, 4 key points, script of 18 words, 0 notes
   values  Courage, Care & Craft
   facts   40% fewer false alarms; 3AM calls → none; 1,200 ships; Ines

2. STORM - Two Keepers, One Lamp
   time    45-60 s
   holds   1 hook, 1 key point, script of 4 words, 0 notes
   values  Candour

2 backup phrases, 2 recovery lines, 2 names, 2 numbers, 1 connection, 2 checklist items, 1 other section
Remember: Lamps > speeches.
`,
    ]);
  });

  it('lists problems by line', () => {
    const file = join(folder, 'short.md');
    writeFileSync(file, '## Story 1: Lamp\n');
    const { out } = parse(file);
    expect(out).toContain('\nProblems\n  line 1: Story "Lamp" has no target time; 60 seconds are assumed.');
  });

  it('gives one JSON object', () => {
    const file = join(folder, 'bom.md');
    writeFileSync(
      file,
      '\uFEFF## Story 1: FOG - Lamp\n**Time:** 45-60 s\n- "Dark"\n\n## Key Numbers\n- 5 lamps (Fog)\n',
    );
    const { status, out } = parse('--json', file);
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      title: '',
      stories: [
        { title: 'Lamp', theme: 'FOG', target: 60, targetFrom: 45, connection: null, notes: ['"Dark"'] },
      ],
      metrics: [{ value: '5', label: 'lamps', story: 'FOG - Lamp' }],
      reminder: null,
      unplaced: [],
    });
  });

  it('gives null for a time that is not there', () => {
    const file = join(folder, 'none.md');
    writeFileSync(file, '## Story 1: Lamp\n');
    expect(JSON.parse(parse(file, '--json').out).stories[0]).toMatchObject({
      target: null,
      targetFrom: null,
    });
  });

  for (const [name, args] of [
    ['a file that is missing', ['missing.md']],
    ['a folder', ['guide']],
    ['no file', []],
  ] as const) {
    it(`ends with 2 and one line for ${name}`, () => {
      const { status, out, err } = parse(...args);
      expect([status, out, err.trim().split('\n').length]).toEqual([2, '', 1]);
    });
  }
});
