/** How numbers, sizes and times are written on the page. */
import type { Guide, Story, Target } from '../../guide/types.ts';

/** `1 story`, `3 stories`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en')} ${number === 1 ? one : many}`;
}

export function secondsInWords({ from, to }: Pick<Target, 'from' | 'to'>): string {
  return from === to ? `${to} s` : `${from} to ${to} s`;
}

export function sizeInWords(bytes: number): string {
  if (bytes < 1000) return count(bytes, 'byte');
  if (bytes < 1_000_000) return `${(bytes / 1000).toFixed(1)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** A moment in the user's own way of writing it. */
export function timeInWords(at: number): string {
  if (Number.isNaN(new Date(at).getTime())) return 'at an unknown time';
  return new Date(at).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'medium' });
}

/** With a capital at its beginning. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What a story has: `3 hooks · script · 7 key points · 45 s`. */
export function partsOf(story: Story): string[] {
  return [
    story.target === undefined ? '' : secondsInWords(story.target),
    story.hooks.length > 0 && !story.hooks[0]?.offered ? count(story.hooks.length, 'hook') : '',
    story.script === '' ? '' : 'script',
    story.points.length > 0 && !story.points[0]?.offered ? count(story.points.length, 'key point') : '',
    story.metrics.length > 0 ? count(story.metrics.length, 'number') : '',
    story.people.length > 0 ? count(story.people.length, 'name') : '',
    story.values.length + story.tags.length > 0
      ? count(story.values.length + story.tags.length, 'value or tag', 'values and tags')
      : '',
    story.answers.length > 0 ? count(story.answers.length, 'question') : '',
    story.connection === undefined ? '' : 'connection',
    story.notes.length > 0 ? count(story.notes.length, 'note') : '',
  ].filter((part) => part !== '');
}

/** What a story lacks, for the list of what was understood. */
export function missingOf(story: Story): string[] {
  return [
    story.target === undefined ? 'no target time: 60 s assumed' : '',
    story.hooks.length === 0
      ? 'no opening hook'
      : story.hooks[0]?.offered
        ? 'no opening hook (the first sentence is offered)'
        : '',
    story.points.length === 0
      ? 'no key points'
      : story.points[0]?.offered
        ? 'no key points (sentences of the script are offered)'
        : '',
    story.toFill !== undefined && story.toFill.length > 0
      ? `${count(story.toFill.length, 'place')} to fill in`
      : '',
  ].filter((part) => part !== '');
}

/** The rest of the guide, by what it is, with the line to find it on. */
export function otherParts(guide: Guide): { readonly name: string; readonly line: number }[] {
  const parts: { name: string; lines: readonly { start: number }[] }[] = [
    {
      name: count(guide.phrases.flatMap((group) => group.phrases).length, 'backup phrase'),
      lines: guide.phrases.flatMap((group) => group.phrases.map((phrase) => phrase.lines)),
    },
    { name: count(guide.recovery.length, 'recovery line'), lines: guide.recovery.map((each) => each.lines) },
    { name: count(guide.names.length, 'name'), lines: guide.names.map((each) => each.lines) },
    { name: count(guide.metrics.length, 'number'), lines: guide.metrics.map((each) => each.lines) },
    {
      name: count(guide.connections.length, 'connection'),
      lines: guide.connections.map((each) => each.lines),
    },
    {
      name: count(guide.checklist.length, 'checklist item'),
      lines: guide.checklist.map((each) => each.lines),
    },
    { name: count(guide.notes.length, 'note'), lines: guide.notes.map((each) => each.lines) },
    { name: 'a closing reminder', lines: guide.reminder === undefined ? [] : [guide.reminder.lines] },
  ];
  return parts.flatMap(({ name, lines: [first] }) =>
    first === undefined ? [] : [{ name, line: first.start }],
  );
}
