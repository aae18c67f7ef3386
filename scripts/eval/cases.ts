/** The project's own cases: fictional guides of other trades, and questions and keywords for them. */
import { readFileSync } from 'node:fs';
import { parseGuide } from '../../guide/parse.ts';
import type { Guide } from '../../guide/types.ts';

const folder = new URL('../../tests/fixtures/matching/', import.meta.url);

export const GUIDES = [
  'nurse',
  'teacher',
  'hotel',
  'site',
  'logistics',
  'charity',
  'developer',
  'student',
  'default',
] as const;
export type GuideName = (typeof GUIDES)[number];

export interface Case {
  readonly guide: GuideName;
  readonly text: string;
  /** Names of the stories that answer it; empty: no story does. */
  readonly stories: readonly string[];
}

export function readGuide(name: GuideName): Guide {
  const file =
    name === 'default'
      ? new URL('../../stories-data/default-guide.md', import.meta.url)
      : new URL(`${name}.md`, folder);
  return parseGuide(readFileSync(file, 'utf8'));
}

export function readCases(file: 'questions' | 'keywords'): Case[] {
  const lines = readFileSync(new URL(`${file}.jsonl`, folder), 'utf8')
    .trim()
    .split('\n');
  // our own fixture, read in tests that would fail loudly on another shape
  return lines.map((line) => JSON.parse(line) as Case);
}
