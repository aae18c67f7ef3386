import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseGuide } from '../../../guide/parse.ts';
import type { Guide, Item, Story } from '../../../guide/types.ts';

const root = resolve(import.meta.dirname, '../../..');

/** @param path from the root of the project; @returns the file's text */
export function readText(path: string): string {
  return readFileSync(resolve(root, path), 'utf8');
}

export function texts(items: readonly Item[]): string[] {
  return items.map((item) => item.text);
}

/** The only story of a text, for tests that are about one part of it. */
export function onlyStory(text: string): Story {
  const { stories } = parseGuide(text);
  const [story] = stories;
  if (!story || stories.length > 1) throw new Error(`expected one story, found ${stories.length}`);
  return story;
}

/** A story section with these lines below its heading. */
export function storyWith(...lines: string[]): Story {
  return onlyStory(['## Story 1: Lamp', ...lines].join('\n'));
}

/** Label and text of each key point. */
export function pointsOf(story: Story): [string, string][] {
  return story.points.map(({ label, text }) => [label, text]);
}

/** Heading and texts of each note. */
export function notesOf(guide: Guide): [string, string[]][] {
  return guide.notes.map(({ heading, items }) => [heading, texts(items)]);
}

/** The same value without any `lines`, so that a test can state it whole. */
export function withoutLines(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutLines);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'lines')
      .map(([key, inner]) => [key, withoutLines(inner)]),
  );
}
