import { readFileSync } from 'node:fs';
import { parseGuide } from '../guide/parse.ts';
import { storyName, targetOf } from '../guide/story.ts';
import type { Guide, Item, Metric, Story } from '../guide/types.ts';

/**
 * Shows what Hookline reads in a guide: `npm run parse -- [--json] FILE`.
 * Exits with 0, or with 2 and one line on standard error where the file cannot be read.
 */
function main(args: readonly string[]): number {
  const json = args.includes('--json');
  const file = args.find((arg) => !arg.startsWith('--'));
  if (file === undefined) {
    console.error('usage: npm run parse -- [--json] FILE');
    return 2;
  }
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    console.error(`cannot read ${file}: ${reasonOf(error)}`);
    return 2;
  }
  const guide = parseGuide(text);
  console.log(json ? JSON.stringify(plainGuide(guide), null, 2) : summary(guide));
  return 0;
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EISDIR') return 'it is a folder';
  if (code === 'EACCES') return 'it may not be opened';
  return error instanceof Error ? (error.message.split('\n')[0] ?? 'unknown error') : 'unknown error';
}

/** The guide as plain values: texts without their lines, times in seconds, stories by name. */
function plainGuide(guide: Guide): object {
  const names = new Map(guide.stories.map((story) => [story.id, storyName(story)]));
  const nameOf = (id: string) => names.get(id) ?? '';
  return {
    title: guide.title,
    stories: guide.stories.map(plainStory),
    phrases: guide.phrases.map(({ situation, heading, phrases }) => ({
      situation,
      heading,
      phrases: texts(phrases),
    })),
    recovery: texts(guide.recovery),
    names: guide.names.map(({ name, role, story }) => ({ name, role, story: nameOf(story) })),
    metrics: guide.metrics.map((metric) => ({ ...plainMetric(metric), story: nameOf(metric.story) })),
    connections: texts(guide.connections),
    checklist: guide.checklist.map(({ text, done, group }) => ({ text, done, group })),
    reminder: guide.reminder?.text ?? null,
    notes: guide.notes.map(({ heading, items }) => ({ heading, items: texts(items) })),
    unplaced: guide.unplaced.map(({ text, lines }) => ({ line: lines.start, text })),
    problems: guide.problems,
  };
}

function plainStory(story: Story): object {
  return {
    id: story.id,
    title: story.title,
    theme: story.theme,
    values: texts(story.values),
    target: story.target?.to ?? null,
    targetFrom: story.target?.from ?? null,
    metrics: story.metrics.map(plainMetric),
    people: story.people.map(({ name, role }) => ({ name, role })),
    hooks: texts(story.hooks),
    hooksOffered: story.hooks.some((hook) => hook.offered === true),
    script: story.script,
    points: story.points.map(({ label, text }) => ({ label, text })),
    connection: story.connection?.text ?? null,
    tags: texts(story.tags),
    answers: texts(story.answers),
    notes: texts(story.notes),
    toFill: (story.toFill ?? []).map(({ text, lines }) => ({ line: lines.start, text })),
  };
}

function plainMetric({ value, label }: Metric): { value: string; label: string } {
  return { value, label };
}

function texts(items: readonly Item[]): string[] {
  return items.map((item) => item.text);
}

function summary(guide: Guide): string {
  const lines = [
    `${guide.title || 'A guide without a title'}: ${count(guide.stories.length, 'story', 'stories')}`,
  ];
  guide.stories.forEach((story, index) => {
    lines.push('', `${index + 1}. ${storyName(story)}`, ...storySummary(story).map((line) => `   ${line}`));
  });
  lines.push('', ...guideSummary(guide));
  if (guide.problems.length > 0) lines.push('', 'Problems');
  for (const { line, message } of guide.problems) lines.push(`  line ${line}: ${message}`);
  if (guide.unplaced.length > 0) lines.push('', 'Lines without a place');
  for (const { text, lines: at } of guide.unplaced) lines.push(`  line ${at.start}: ${text.slice(0, 100)}`);
  return lines.join('\n');
}

function storySummary(story: Story): string[] {
  const { from, to, assumed } = targetOf(story);
  const range = from === to ? `${to} s` : `${from}-${to} s`;
  const words = story.script === '' ? 0 : story.script.split(/\s+/).length;
  const facts = [
    ...story.metrics.map(({ value, label }) => `${value} ${label}`.trim()),
    ...story.people.map(({ name }) => name),
  ];
  const lines = [
    `time    ${range}${assumed ? ' (assumed)' : ''}`,
    `holds   ${story.hooks[0]?.offered ? 'a hook from the script' : count(story.hooks.length, 'hook')}, ${count(story.points.length, story.points[0]?.offered ? 'offered point' : 'key point')}, script of ${count(words, 'word')}, ${count(story.notes.length, 'note')}`,
  ];
  const gaps = story.toFill?.length ?? 0;
  if (gaps > 0) lines.push(`to fill ${count(gaps, 'place')}`);
  if (story.values.length > 0) lines.push(`values  ${texts(story.values).join(', ')}`);
  if (facts.length > 0) lines.push(`facts   ${facts.join('; ')}`);
  if (story.answers.length > 0) lines.push(`answers ${count(story.answers.length, 'question')}`);
  return lines;
}

function guideSummary(guide: Guide): string[] {
  const phrases = guide.phrases.reduce((sum, group) => sum + group.phrases.length, 0);
  return [
    [
      count(phrases, 'backup phrase'),
      count(guide.recovery.length, 'recovery line'),
      count(guide.names.length, 'name'),
      count(guide.metrics.length, 'number'),
      count(guide.connections.length, 'connection'),
      count(guide.checklist.length, 'checklist item'),
      count(guide.notes.length, 'other section'),
    ].join(', '),
    guide.reminder ? `Remember: ${guide.reminder.text}` : 'No closing reminder',
  ];
}

function count(amount: number, one: string, many = `${one}s`): string {
  return `${amount} ${amount === 1 ? one : many}`;
}

process.exitCode = main(process.argv.slice(2));
