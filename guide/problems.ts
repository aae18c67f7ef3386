import type { StoryDraft } from './drafts.ts';
import { ASSUMED_SECONDS } from './story.ts';
import type { Item, Problem } from './types.ts';

/** Unplaced lines that get a sentence of their own; the rest is counted. */
const MAX_SHOWN = 20;

/**
 * @param stories as read, in order; @param unplaced lines without a place
 * @returns what the user should know, by line
 */
export function problemsOf(stories: readonly StoryDraft[], unplaced: readonly Item[]): Problem[] {
  const problems = [...stories.flatMap(storyProblems), ...duplicates(stories), ...unplacedProblems(unplaced)];
  if (stories.length === 0) {
    const message = 'No story was found. Start each story with a heading such as "## Story 1: Title".';
    problems.push({ line: 1, code: 'no-stories', message });
  }
  return problems.sort((one, other) => one.line - other.line);
}

function storyProblems(story: StoryDraft): Problem[] {
  const problems: Problem[] = [];
  const line = story.headingLine;
  const name = `Story "${short(story.title)}"`;
  if (!story.target && story.badTarget) {
    const { text, lines } = story.badTarget;
    const message = `${name} has a time that cannot be read: "${short(text)}". Write it as "45 seconds", "1:30" or "45-60 seconds".`;
    problems.push({ line: lines.start, code: 'bad-target', message });
  } else if (!story.target) {
    const message = `${name} has no target time; ${ASSUMED_SECONDS} seconds are assumed. Add "**Time:** 45 seconds" under its heading.`;
    problems.push({ line, code: 'no-target', message });
  }
  if (story.hooks[0]?.offered) {
    const message = `${name} has no opening hook; the first sentence of its script is offered. Write your own under "### Opening Hooks".`;
    problems.push({ line, code: 'no-hooks', message });
  } else if (story.hooks.length === 0) {
    const message = `${name} has no opening hook. Add a list under a heading "### Opening Hooks".`;
    problems.push({ line, code: 'no-hooks', message });
  }
  if (story.points[0]?.offered) {
    const message = `${name} has no key points; sentences of its script are offered. Write your own as "- Label: text" under "### Key Points".`;
    problems.push({ line, code: 'no-points', message });
  } else if (story.points.length === 0) {
    const message = `${name} has no key points. Add a list of "- Label: text" under a heading "### Key Points".`;
    problems.push({ line, code: 'no-points', message });
  }
  const [gap, ...more] = story.toFill;
  if (gap) {
    const others = more.length === 0 ? '' : `, and ${more.length} more`;
    const message = `${name} is still to be filled in at line ${gap.lines.start}: "${short(gap.text)}"${others}.`;
    problems.push({ line: gap.lines.start, code: 'placeholder', message });
  }
  return problems;
}

function duplicates(stories: readonly StoryDraft[]): Problem[] {
  const problems: Problem[] = [];
  const first = new Map<string, StoryDraft>();
  for (const story of stories) {
    const key = `${story.theme}\n${story.title}`.toLowerCase();
    const other = first.get(key);
    if (!other) first.set(key, story);
    else {
      const message = `Two stories are called "${short(story.title)}" (lines ${other.headingLine} and ${story.headingLine}). Give one another title.`;
      problems.push({ line: story.headingLine, code: 'duplicate-title', message });
    }
  }
  return problems;
}

function unplacedProblems(unplaced: readonly Item[]): Problem[] {
  const problems = unplaced.slice(0, MAX_SHOWN).map(({ text, lines }): Problem => {
    const message = `Line ${lines.start} found no place: "${short(text)}". It is kept; move it under a heading to have it shown.`;
    return { line: lines.start, code: 'unplaced', message };
  });
  const next = unplaced[MAX_SHOWN];
  if (next) {
    const message = `${unplaced.length - MAX_SHOWN} more lines found no place, from line ${next.lines.start} on. They are kept.`;
    problems.push({ line: next.lines.start, code: 'unplaced', message });
  }
  return problems;
}

function short(text: string): string {
  const letters = Array.from(text.slice(0, 200));
  return letters.length > 60 ? `${letters.slice(0, 59).join('')}…` : text;
}
