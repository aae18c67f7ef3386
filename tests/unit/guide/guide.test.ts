import { describe, expect, it } from 'vitest';
import { parseGuide } from '../../../guide/parse.ts';
import { notesOf, pointsOf, readText, texts, withoutLines } from './read.ts';

const lighthouse = parseGuide(readText('tests/fixtures/guide/lighthouse.md'));
const star = parseGuide(readText('tests/fixtures/guide/star.md'));

describe('a guide with every section', () => {
  it('has no problems, and no line without a place', () => {
    expect([lighthouse.problems, lighthouse.unplaced]).toEqual([[], []]);
  });

  it('joins card and section', () => {
    expect(withoutLines(lighthouse.stories[0])).toEqual({
      id: 'fog-the-silent-horn',
      theme: 'FOG',
      title: 'The Silent Horn',
      values: [{ text: 'Courage' }, { text: 'Care & Craft' }],
      tags: [],
      answers: [],
      target: { from: 45, to: 45 },
      metrics: [
        { value: '40%', label: 'fewer false alarms', story: 'fog-the-silent-horn' },
        { value: '3AM', label: 'calls → none', story: 'fog-the-silent-horn' },
        { value: '1,200', label: 'ships', story: 'fog-the-silent-horn' },
      ],
      people: [{ name: 'Ines', role: 'now harbour master', story: 'fog-the-silent-horn' }],
      hooks: [
        { text: 'The horn had been silent for a week...' },
        { text: 'Nobody calls at 3AM with good news.' },
      ],
      script:
        "The horn failed in March. I said 'let me listen first' and stayed up.\n\nIt never failed again.",
      points: [
        { label: 'Problem', text: 'Horn silent, nobody knew why' },
        { label: 'Action', text: 'Slept beside it for a week' },
        { label: '', text: 'It was the salt' },
        { label: 'Harbour connection', text: 'Listen before you repair' },
      ],
      connection: { text: 'Listen before you repair' },
      notes: [],
      toFill: [],
    });
  });

  it('says where the story stands', () => {
    expect(lighthouse.stories[0]?.lines).toEqual([
      { start: 7, end: 11 },
      { start: 19, end: 34 },
    ]);
  });

  it('reads the rest', () => {
    const { stories, problems, unplaced, ...rest } = lighthouse;
    expect(withoutLines(rest)).toEqual({
      title: 'Lighthouse interviews',
      phrases: [
        {
          situation: 'unprepared',
          heading: "If asked something you haven't prepared for",
          phrases: [{ text: 'It is like the night when...' }],
        },
        {
          situation: 'thinking',
          heading: 'If you need thinking time',
          phrases: [{ text: 'Let me look through the log...' }],
        },
      ],
      recovery: [{ text: 'Look at the sea' }, { text: '"What mattered was..." (jump to the lamp)' }],
      names: [
        { name: 'Ines', role: 'Engineer → now harbour master', story: 'fog-the-silent-horn' },
        { name: 'Odd', role: 'Second keeper', story: '' },
      ],
      metrics: [
        { value: '40%', label: 'Fewer false alarms', story: 'fog-the-silent-horn' },
        { value: '2 lamps', label: 'Compared in one night', story: 'storm-two-keepers-one-lamp' },
      ],
      connections: [{ text: 'That is how I would keep your lights on' }],
      checklist: [
        { text: 'Say both stories aloud', done: false, group: 'Before Friday' },
        { text: 'Know the numbers', done: true, group: 'Before Friday' },
      ],
      reminder: { text: 'Lamps > speeches.' },
      notes: [{ heading: 'Lighthouse interviews', items: [{ text: 'Read this on the train.' }] }],
    });
  });

  it('is the same whatever its line ends', () => {
    const text = readText('tests/fixtures/guide/lighthouse.md');
    expect(parseGuide(text.replaceAll('\n', '\r\n'))).toEqual(lighthouse);
    expect(parseGuide(text.replaceAll('\n', '\r'))).toEqual(lighthouse);
    expect(parseGuide(`\uFEFF${text}`)).toEqual(lighthouse);
  });
});

describe('a guide of STAR stories', () => {
  it('finds them under numbered headings', () => {
    expect(star.stories.map(({ theme, title }) => [theme, title])).toEqual([
      ['Cold Ovens', 'Opening Day Without Gas (2021–2022)'],
      ['', 'The Burnt Order'],
    ]);
  });

  it('reads their points', () => {
    expect(star.stories.map(pointsOf)).toEqual([
      [
        ['Situation', 'The gas was cut off on opening day and the queue was already long.'],
        ['Action', 'Borrowed three ovens. From the school next door'],
        ['Action', 'Sold cold cakes first'],
        ['Result', 'Sold out by noon.'],
      ],
      [
        ['Situation', 'A wedding cake burnt.'],
        ['Task', 'Bake another by five'],
      ],
    ]);
  });

  it('reads tags, and the questions that a table sends to each', () => {
    expect(star.stories.map(({ tags, answers }) => [texts(tags), texts(answers)])).toEqual([
      [
        ['Planning', 'Calm'],
        ['A time something broke', 'A time you improvised', 'Working under pressure'],
      ],
      [
        ['Failure', 'Honesty'],
        ['A mistake of yours', 'Working under pressure'],
      ],
    ]);
  });

  it('keeps explanation and table as notes', () => {
    expect(notesOf(star)).toEqual([
      ['How each story works', ['Situation: where and when', 'Result: what came of it']],
      [
        'Question guide',
        ['Question | Story', 'A mistake of yours | Story 2', 'Working under pressure | 1 (ovens), Story 2'],
      ],
    ]);
  });
});

describe('cards', () => {
  const card = '## Quick Reference\n### RISK - Lamp\n**Time:** 30 seconds\n\n';

  it('meet their section by theme', () => {
    const { stories } = parseGuide(`${card}## The Risk Story\n### Hooks\n- Dark.`);
    expect(stories.map(({ title, hooks }) => [title, texts(hooks)])).toEqual([['Lamp', ['Dark.']]]);
  });

  it('meet their section by title', () => {
    const { stories } = parseGuide(`${card}## Story: Lamp\n### Hooks\n- Dark.`);
    expect(stories.map(({ theme, hooks }) => [theme, texts(hooks)])).toEqual([['RISK', ['Dark.']]]);
  });

  it('are stories where no section follows', () => {
    expect(parseGuide(card).stories.map(({ theme, title, target }) => [theme, title, target?.to])).toEqual([
      ['RISK', 'Lamp', 30],
    ]);
  });

  it('may be the rows of a table', () => {
    const table =
      '| # | Story | Theme | Values | Time |\n|---|---|---|---|---|\n| 1 | Lamp | Risk | Care, Nerve | 45s |';
    const { stories } = parseGuide(`## Quick Reference\n${table}\n\n## Story 1: The lamp that went out`);
    expect(
      stories.map(({ theme, title, values, target }) => [theme, title, texts(values), target?.to]),
    ).toEqual([['Risk', 'Lamp', ['Care', 'Nerve'], 45]]);
  });

  it('leave sections that describe no story as they are', () => {
    const guide = parseGuide('## Overview\n### The company\nThey sell lamps.');
    expect([guide.stories, notesOf(guide)]).toEqual([[], [['The company', ['They sell lamps.']]]]);
  });
});

describe('a guide without cards', () => {
  it('takes theme and title from the heading', () => {
    const { stories } = parseGuide('## Story 1: The Risk Story (45 seconds)');
    expect(stories.map(({ theme, title, target }) => [theme, title, target?.to])).toEqual([
      ['Risk', 'The Risk Story', 45],
    ]);
  });
});

describe('sections of the guide', () => {
  it('may be inside the last story', () => {
    const guide = parseGuide(
      '# Story 1: Lamp\n## If you forget mid-story\n- Breathe\n\n---\n\nRemember: Light.',
    );
    expect([texts(guide.recovery), guide.reminder?.text, guide.stories[0]?.notes]).toEqual([
      ['Breathe'],
      'Light.',
      [],
    ]);
  });

  it('may be headings of their own for each situation', () => {
    const { phrases } = parseGuide('## Backup Phrases\n### Thinking time\n- "Hm."\n### Other\n- "Ah."');
    expect(phrases.map(({ situation, heading }) => [situation, heading])).toEqual([
      ['thinking', 'Thinking time'],
      ['other', 'Other'],
    ]);
  });

  it('tell whose a number is by number, theme or a word of the title', () => {
    const text =
      '## Story 1: FOG - The Silent Horn\n## Key Metrics\n- 1 - a (Story 1)\n- 2 - b (fog)\n- 3 - c (horn)';
    expect(withoutLines(parseGuide(`${text}\n- 4 - d (cold)`).metrics)).toEqual([
      { value: '1', label: 'a', story: 'fog-the-silent-horn' },
      { value: '2', label: 'b', story: 'fog-the-silent-horn' },
      { value: '3', label: 'c', story: 'fog-the-silent-horn' },
      { value: '4', label: 'd (cold)', story: '' },
    ]);
  });

  it('take no role for a story', () => {
    expect(
      withoutLines(parseGuide('## Story 1: The Scrum Lead\n## Key Names\n- Ines - engineer (lead)').names),
    ).toEqual([{ name: 'Ines', role: 'engineer (lead)', story: '' }]);
  });

  it('take the story from the label above a list', () => {
    expect(
      withoutLines(parseGuide('## Story 1: FOG - Horn\n## Key Metrics\n**Fog:**\n- 40% fewer').metrics),
    ).toEqual([{ value: '40%', label: 'fewer', story: 'fog-horn' }]);
  });

  it('read names and numbers from tables', () => {
    const text =
      '## Key Names\n| Name | Role |\n|---|---|\n| Ines | engineer |\n## Key Metrics\n| N | What |\n|---|---|\n| 40% | fewer |';
    const { names, metrics } = parseGuide(text);
    expect(withoutLines([names, metrics])).toEqual([
      [{ name: 'Ines', role: 'engineer', story: '' }],
      [{ value: '40%', label: 'fewer', story: '' }],
    ]);
  });

  it('count tasks anywhere as a checklist', () => {
    expect(withoutLines(parseGuide('## This week\n- [ ] Sleep\n- Eat'))).toMatchObject({
      checklist: [{ text: 'Sleep', done: false, group: 'This week' }],
      notes: [{ heading: 'This week', items: [{ text: 'Eat' }] }],
    });
  });

  it('keep an earlier reminder as a note', () => {
    const guide = parseGuide('Remember: One.\n\nRemember: Two.');
    expect([guide.reminder?.text, notesOf(guide)]).toEqual(['Two.', [['Remember', ['One.']]]]);
  });

  it('that are unknown become notes, even when empty', () => {
    expect(notesOf(parseGuide('## The company\nSells lamps.\n### Founders\n## Empty'))).toEqual([
      ['The company', ['Sells lamps.']],
      ['Founders', []],
      ['Empty', []],
    ]);
  });

  it('end at a rule right below their text', () => {
    const guide = parseGuide('## Story 1: Lamp\n**Values:** Care\n---\n## Story 2: Horn');
    expect(guide.stories.map(({ title, values }) => [title, texts(values)])).toEqual([
      ['Lamp', ['Care']],
      ['Horn', []],
    ]);
  });

  it('keep frontmatter as a note', () => {
    expect(notesOf(parseGuide('---\ntags: lamp\n---\n# Lamps'))[0]).toEqual(['Lamps', ['tags: lamp']]);
  });
});
