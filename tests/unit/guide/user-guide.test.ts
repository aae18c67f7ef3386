import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseGuide } from '../../../guide/parse.ts';
import type { Guide } from '../../../guide/types.ts';
import { readText, texts } from './read.ts';
import { lostWords } from './words.ts';

// The guide that Hookline was made for. It is a person's own and no part of the project.
const path = '../shared/user-guide/four-power-stories.md';
const isHere = existsSync(resolve(import.meta.dirname, '../../..', path));
const text = isHere ? readText(path) : '';
const guide: Guide = parseGuide(text);

/** The source's own words, so that none need to be repeated here. */
const linesOf = (from: number, to: number) => text.split('\n').slice(from - 1, to);
const inQuotes = (line: string) => line.slice(line.indexOf('"') + 1, line.lastIndexOf('"'));

describe.skipIf(!isHere)('the guide it was made for (skipped where ../shared is missing)', () => {
  it('has a place for every line and no problem', () => {
    expect([guide.unplaced, guide.problems, guide.notes, lostWords(text, guide)]).toEqual([[], [], [], []]);
  });

  it('has its title', () => {
    expect(`# ${guide.title}`).toBe(linesOf(1, 1)[0]);
  });

  it('has four stories with theme, title and time', () => {
    expect(guide.stories.map(({ theme, title, target }) => [theme, title, target?.from, target?.to])).toEqual(
      [
        ['RISK', 'On-Call Documentation', 45, 45],
        ['CONFLICT', 'DFS Algorithm Debate', 60, 60],
        ['LEARNING', 'AWS/Spark/Scala Mastery', 45, 45],
        ['TEAM', 'Scrum Lead Sacrifice', 60, 60],
      ],
    );
  });

  it('has their values', () => {
    expect(guide.stories.map(({ values }) => texts(values))).toEqual([
      ['Courage', 'Innovation', 'Impact'],
      ['Candor', 'Dream Team', 'Disagree & Commit'],
      ['Curiosity', 'Great and Always Better', 'Resilience'],
      ['Selflessness', 'Dream Team', 'Inclusion'],
    ]);
  });

  it('has their numbers and people', () => {
    expect(guide.stories.map(({ metrics }) => metrics.map(({ value, label }) => [value, label]))).toEqual([
      [
        ['50%', 'tech debt reduction'],
        ['2AM', 'wake-ups → rare events'],
      ],
      [],
      [
        ['3', 'technologies'],
        ['2 weeks', ''],
        ['zero', 'experience'],
      ],
      [
        ['2.5 years', ''],
        ['30%', 'velocity increase'],
      ],
    ]);
    expect(guide.stories.map(({ people }) => people.map(({ name, role }) => [name, role]))).toEqual([
      [],
      [['Steve', 'now Principal Engineer']],
      [],
      [],
    ]);
  });

  it('has three hooks to each story, without their quotation marks', () => {
    expect(guide.stories.map(({ hooks }) => texts(hooks))).toEqual(
      [30, 51, 72, 93].map((line) => linesOf(line, line + 2).map(inQuotes)),
    );
  });

  it('has each script, without the quotation marks around it', () => {
    expect(guide.stories.map(({ script }) => script)).toEqual(
      [35, 56, 77, 98].map((line) => linesOf(line, line).map(inQuotes)[0]),
    );
  });

  it('has seven key points to each story, the last one its connection', () => {
    expect(
      guide.stories.map(({ points }) => points.map(({ label, text: said }) => `- ${label}: ${said}`)),
    ).toEqual([38, 59, 80, 101].map((line) => linesOf(line, line + 6)));
    expect(guide.stories.map(({ connection }) => connection?.text)).toEqual(
      guide.stories.map(({ points }) => points.at(-1)?.text),
    );
  });

  it('has the backup phrases by situation', () => {
    expect(
      guide.phrases.map(({ situation, heading, phrases }) => [situation, heading, texts(phrases)]),
    ).toEqual([
      ['unprepared', linesOf(147, 147)[0]?.slice(0, -1), linesOf(148, 150).map(inQuotes)],
      ['thinking', linesOf(152, 152)[0]?.slice(0, -1), linesOf(153, 154).map(inQuotes)],
    ]);
  });

  it('has the checklist, all open', () => {
    expect(guide.checklist.map(({ text: task, done, group }) => [`- [ ] ${task}`, done, group])).toEqual(
      linesOf(114, 118).map((line) => [line, false, 'Before Wednesday']),
    );
  });

  it('has the names, and whose story they belong to', () => {
    expect(guide.names.map(({ name, role, story }) => [name, role, story])).toEqual([
      ['Steve', 'Lead engineer → now Principal Engineer', 'conflict-dfs-algorithm-debate'],
      ['Leo', 'Senior engineer whose approach you initially used', ''],
    ]);
  });

  it('has the numbers, and whose story they belong to', () => {
    expect(guide.metrics.map(({ value, story }) => [value, story.split('-')[0]])).toEqual([
      ['50%', 'risk'],
      ['2 weeks', 'learning'],
      ['2.5 years', 'team'],
      ['30%', 'team'],
      ['14-hour days', 'learning'],
      ['16 weeks', 'learning'],
    ]);
    expect(guide.metrics.map(({ value, label }) => `- **${value}** - ${label}`)).toEqual(
      linesOf(125, 130).map((line) => line.replace(/ \([A-Z][a-z]+\)$/, '')),
    );
  });

  it('has the lines for any story', () => {
    expect(texts(guide.connections)).toEqual(linesOf(133, 136).map(inQuotes));
  });

  it('has the recovery and the reminder', () => {
    expect(texts(guide.recovery).map((line) => `- ${line}`)).toEqual(linesOf(139, 141));
    expect(`Remember: ${guide.reminder?.text}`).toBe(linesOf(156, 156)[0]);
  });
});
