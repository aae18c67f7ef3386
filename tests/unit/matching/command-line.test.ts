import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

const script = new URL('../../../scripts/match.ts', import.meta.url).pathname;
const run = (args: readonly string[], input = '') =>
  spawnSync(process.execPath, [script, ...args], { input, encoding: 'utf8' });

describe('npm run match', () => {
  it('answers one JSON object a line, in order', () => {
    const { stdout, status } = run(['--json'], 'conflct\nwhat is your greatest weakness\n');
    const rows = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(status).toBe(0);
    expect(rows.map((row) => [row.query, row.outcome])).toEqual([
      ['conflct', 'story'],
      ['what is your greatest weakness', 'none'],
    ]);
    expect(rows[0].stories).toHaveLength(4);
    expect(rows[0].stories[0].title).toMatch(/CONFLICT/);
  });
  it('says in one line which guide it cannot read', () => {
    const { stderr, status } = run(['--guide', 'no-such-file.md', 'x']);
    expect(status).toBe(2);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});
