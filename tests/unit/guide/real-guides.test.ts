import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseGuide } from '../../../guide/parse.ts';
import { readText } from './read.ts';
import { lostWords } from './words.ts';

// Guides of other people, which are not part of the project.
const folder = '../shared/eval/guides';
const path = resolve(import.meta.dirname, '../../..', folder);
const names = existsSync(path) ? readdirSync(path).filter((name) => name.endsWith('.md')) : [];

describe.skipIf(names.length === 0)('guides of other people (skipped where ../shared is missing)', () => {
  for (const name of names) {
    describe(name, () => {
      const text = readText(`${folder}/${name}`);
      const guide = parseGuide(text);

      it('leaves no line without a place', () => {
        expect(guide.unplaced).toEqual([]);
      });

      it('loses no word', () => {
        expect(lostWords(text, guide)).toEqual([]);
      });
    });
  }
});
