import { clockText } from '../practice/countdown.ts';
import type { AskedEntry } from './asked.ts';

/** What stands for a question where a story was told without one. */
export const NO_QUESTION = '(no question typed)';
/** What stands for a story where none answered. */
export const GAP = 'No story: a gap to write for';

/** How times of day are written: `10:42` of `Tuesday, 24 November 2026`, in the reader's own way. */
export interface TimeWords {
  /** @param at epoch milliseconds */
  readonly day: (at: number) => string;
  readonly time: (at: number) => string;
}

/** A question may hold what Markdown would read as its own: brackets, stars, a line break. */
const escaped = (text: string) => text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>#|~]/g, '\\$&');

/** `told 0:52`; empty where no clock ran. */
export const spokenText = ({ spoken }: Pick<AskedEntry, 'spoken'>): string =>
  spoken > 0 ? `told ${clockText(spoken)}` : '';

function line(entry: AskedEntry, words: TimeWords): string {
  const question = entry.question === '' ? NO_QUESTION : escaped(entry.question);
  const answer = entry.storyId === null ? `**${GAP}**` : escaped(entry.storyName);
  const parts = [answer, spokenText(entry)].filter((part) => part !== '');
  return `- ${words.time(entry.at)} ${question}\n  ${parts.join(', ')}`;
}

/** The list as Markdown, oldest first, a heading for each day. */
export function askedMarkdown(entries: readonly AskedEntry[], words: TimeWords): string {
  const days = new Map<string, string[]>();
  for (const entry of [...entries].sort((a, b) => a.at - b.at)) {
    const day = words.day(entry.at);
    days.set(day, [...(days.get(day) ?? []), line(entry, words)]);
  }
  return [...days].map(([day, lines]) => `## What was asked, ${day}\n\n${lines.join('\n')}\n`).join('\n');
}
