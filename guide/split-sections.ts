import { answered } from './answered-questions.ts';
import { competencyOf } from './competencies.ts';
import { numbered, repeated } from './repeated-stories.ts';
import { guideKind, storyKind } from './sections.ts';
import { storyHeadingKind } from './story-heading.ts';
import type { Section } from './tree.ts';

/**
 * Gives sections of their own to stories that have no heading of their own: several under one heading, each
 * with its parts; answers under the questions of a list; parts whose headings stand beside their story's.
 *
 * @param root the whole text; @returns the same lines, with more sections where stories were found
 */
export function splitSections(root: Section): Section {
  return split(root, false);
}

/** Sections that say what to do, with examples of it. */
const INSTRUCTS = /^\W*step\s+\d/i;

/** @param told whether a story with a heading of its own stands around it */
function split(section: Section, told: boolean): Section {
  const isTold = told || storyHeadingKind(section.heading) !== undefined;
  const children = adopt(section.children.map((each) => split(each, isTold)));
  const kind = guideKind(section.heading);
  if (section.body.length === 0 || (kind && kind !== 'cards')) return { ...section, children };
  const isPart = storyKind(section.heading) !== undefined && competencyOf(section.heading) === '';
  if (INSTRUCTS.test(section.heading)) return { ...section, children };
  const found =
    (isTold ? undefined : numbered(section)) ??
    repeated(section, isTold) ??
    (isTold || isPart ? undefined : answered(section));
  return found
    ? { ...section, body: found.body, children: [...found.children, ...children] }
    : { ...section, children };
}

/** `# Title`, `# Situation`, `# Task`: the parts belong below the title. */
function adopt(children: readonly Section[]): readonly Section[] {
  const isPart = (section: Section | undefined) =>
    section !== undefined && section.children.length === 0 && storyKind(section.heading) === 'star';
  const adopted: Section[] = [];
  for (let at = 0; at < children.length; at++) {
    const section = children[at];
    if (!section) continue;
    const parts: Section[] = [];
    while (isPart(children[at + 1 + parts.length])) {
      const part = children[at + 1 + parts.length];
      if (part) parts.push(part);
    }
    const takes =
      parts.length > 1 && !isPart(section) && section.heading !== '' && !guideKind(section.heading);
    if (!takes) {
      adopted.push(section);
      continue;
    }
    const lines = { start: section.lines.start, end: parts.at(-1)?.lines.end ?? section.lines.end };
    adopted.push({ ...section, lines, children: [...section.children, ...parts] });
    at += parts.length;
  }
  return adopted;
}
