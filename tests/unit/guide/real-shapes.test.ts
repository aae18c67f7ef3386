import { describe, expect, it } from 'vitest';
import { foundMetrics } from '../../../guide/found-metrics.ts';
import { parseGuide } from '../../../guide/parse.ts';
import { gapsIn, isGap } from '../../../guide/placeholders.ts';
import { firstSentence, isBehaviouralQuestion, isNarrative } from '../../../guide/prose.ts';
import { notesOf, onlyStory, pointsOf, storyWith, texts } from './read.ts';

const titles = (...lines: string[]) => parseGuide(lines.join('\n')).stories.map(({ title }) => title);
const ACCOUNT =
  'I drove to the bakery at night, and the baker shouted at me. I listened, fixed the oven with my own hands and stayed until the first loaves were out. We changed our rota so that nobody is alone, and he still sends us bread.';

describe('headings over stories', () => {
  const parts = ['**Situation:** Dark.', '', '**Task:** Light it.', '', '**Result:** Light.', ''];
  const cases: [string, string, string][] = [
    ['## Story 3: The Learning Story (45 seconds)', 'Learning', 'The Learning Story'],
    ['### [Fog + Night] The lamp', 'Fog + Night', 'The lamp'],
    ['## 1 · The lamp', '', 'The lamp'],
    ['### STAR 1. Most challenging — **The lamp**', 'Most challenging', 'The lamp'],
    ['## Example 2: The lamp', '', 'The lamp'],
    ['## 🔦 Story 4: The lamp', '', 'The lamp'],
    ['# Q1 — Tell me about a time you were in the dark', '', 'Tell me about a time you were in the dark'],
    ['## "Describe a conflict with a keeper"', '', 'Describe a conflict with a keeper'],
    ['# The lamp', '', 'The lamp'],
    ['## Conflict', '', 'Conflict'],
  ];
  for (const [heading, theme, title] of cases) {
    it(`are read: ${heading}`, () => {
      const story = onlyStory([heading, '', ...parts].join('\n'));
      expect([story.theme, story.title, story.points.length]).toEqual([theme, title, 3]);
    });
  }

  it('may hold two, each with its own name', () => {
    const lines = ['## Story 4: Two mistakes', '**The lamp**', '', ...parts, '**The horn**', '', ...parts];
    expect(titles(...lines)).toEqual(['The lamp', 'The horn']);
  });

  it('may stand over a story that a line names', () => {
    const lines = ['## Day 3 (30 min)', '**Values:** Care', '', '**STAR Story: The lamp**', '', ...parts];
    expect(titles(...lines)).toEqual(['The lamp']);
  });
});

describe('a heading for each principle', () => {
  it('gives its name to the stories below', () => {
    const { stories } = parseGuide(`## 2. Earn Trust\n### The baker\n${ACCOUNT}`);
    expect(stories.map(({ theme, title, script }) => [theme, title, script])).toEqual([
      ['Earn Trust', 'The baker', ACCOUNT],
    ]);
  });

  it('may be a story itself', () => {
    expect(titles('## Ownership', ACCOUNT)).toEqual(['Ownership']);
  });

  it('may hold a list of questions, and stories where one is answered', () => {
    const lines = [
      '## 3. Think Big',
      '* Tell me about a time you dared.',
      '* Describe a time you saw further.',
    ];
    const { stories, unplaced } = parseGuide(
      [...lines, `  ${ACCOUNT}`, '* Give me an example of a plan.'].join('\n'),
    );
    expect(stories.map(({ theme, title, answers }) => [theme, title, texts(answers)])).toEqual([
      ['Think Big', 'Describe a time you saw further.', ['Describe a time you saw further.']],
    ]);
    expect([stories[0]?.script, stories[0]?.lines, unplaced]).toEqual([ACCOUNT, [{ start: 3, end: 4 }], []]);
  });

  it('may hold its story in a fence', () => {
    const fence = [
      '```',
      'situation: nobody lit the lamp for a week',
      ' task: find out why',
      ' result: it burns',
      '```',
    ];
    const story = onlyStory(
      ['## 1: Customer Obsession', '* Give me an example of care.', ...fence].join('\n'),
    );
    expect([story.theme, story.title, pointsOf(story).map(([label]) => label)]).toEqual([
      'Customer Obsession',
      'Give me an example of care.',
      ['Situation', 'Task', 'Result'],
    ]);
  });
});

describe('what is no story', () => {
  const cases: [string, string][] = [
    ['an introduction', `## Introduction\n${ACCOUNT}`],
    ['a plain question with its answer', `## Why do you want to work here?\n${ACCOUNT}`],
    ['a question about oneself', `## Tell me about yourself\n${ACCOUNT}`],
    ['a weakness', `### What is your biggest weakness?\n${ACCOUNT}`],
    [
      'questions without answers',
      '## Ownership\n- Tell me about a time you owned it.\n- Describe a failure.',
    ],
    [
      'the STAR method',
      '## How to use this\n**Situation:** where\n\n**Task:** what\n\n**Result:** how it ended',
    ],
    [
      'how each part is written',
      '## The parts\n- **Situation:** say where you were\n- **Task:** what you had to do\n- **Result:** your numbers',
    ],
    [
      'a rubric',
      '## Scores\n| Score | Situation | Task | Action | Result |\n|---|---|---|---|---|\n| 1 | vague | - | - | - |',
    ],
    ['tips', '## Tips for delivery\n- Use "I", not "we"\n- Pause after the result'],
    ['company notes', '## Company notes\n- **Mission:** light\n- **Challenge:** fog'],
    ['a template in a comment', '## Stories\n<!-- Format:\n### [Theme] Title\n**S:** ...\n**T:** ...\n-->'],
    ['code', '## Setup\n```\nconst situation = { task: 1 };\nrun(situation);\n```'],
    ['a table of contents', '## Contents\n- [Story 1](#story-1)\n- [Story 2](#story-2)'],
  ];
  for (const [name, text] of cases) {
    it(`is ${name}`, () => {
      const guide = parseGuide(`# My guide\n\n${text}`);
      expect([guide.stories.map(({ title }) => title), guide.unplaced]).toEqual([[], []]);
      expect(notesOf(guide).length).toBeGreaterThan(0);
    });
  }

  it('is a question that may follow a story', () => {
    const story = '## "Describe a conflict"\n#### Situation\nFog.\n#### Result\nSun.';
    expect(titles(`${story}\n### How did you decide?\n${ACCOUNT}`)).toEqual(['Describe a conflict']);
  });
});

describe('long parts', () => {
  const long =
    'The lamp had been dark for a week before anybody on the island took the trouble to tell us. '.repeat(2);
  const many = (count: number) => Array.from({ length: count }, (_, n) => `- Step ${n + 1}`);

  it('are shown by their first sentence, and told in the script', () => {
    const story = storyWith('### Situation', `${long}It was cold.`, '### Result', 'Light.');
    expect(pointsOf(story)).toEqual([
      ['Situation', long.slice(0, long.length / 2).trim()],
      ['Result', 'Light.'],
    ]);
    expect(story.script).toBe(`${long}It was cold.\n\nLight.`);
  });

  it('are opened up as long as nine points hold them', () => {
    const story = storyWith('### Situation', 'Dark.', '### Action', ...many(7), '### Result', 'Light.');
    expect(story.points.map(({ label }) => label)).toEqual([
      'Situation',
      ...Array(7).fill('Action'),
      'Result',
    ]);
  });

  it('else give one point each, results first opened', () => {
    const story = storyWith(
      '### Situation',
      'Dark.',
      '### Action',
      ...many(8),
      '### Result',
      '- Light',
      '- Sleep',
    );
    expect(pointsOf(story)).toEqual([
      ['Situation', 'Dark.'],
      ['Action', 'Step 1'],
      ['Result', 'Light'],
      ['Result', 'Sleep'],
    ]);
    expect(story.script.split('\n\n').length).toBe(11);
  });

  it('keep their words where the script is written, too', () => {
    const story = storyWith('### Script', 'Dark, then light.', '### Situation', `${long}It was cold.`);
    expect([story.script, pointsOf(story)]).toEqual([
      'Dark, then light.',
      [['Situation', `${long}It was cold.`]],
    ]);
  });

  it('stay beside key points that are written', () => {
    const story = storyWith('### Script', 'Dark.', '### Key Points', '- One: two', '', '**Situation:** Fog.');
    expect([pointsOf(story), texts(story.notes)]).toEqual([[['One', 'two']], ['Situation: Fog.']]);
  });
});

describe('hooks that nobody wrote', () => {
  it('are offered from the script', () => {
    const story = storyWith('**Situation:** The lamp was dark. Nobody knew.', '', '**Result:** Light.');
    expect(story.hooks).toEqual([{ text: 'The lamp was dark.', lines: { start: 2, end: 2 }, offered: true }]);
  });

  it('are not marked where they are written', () => {
    expect(storyWith('### Hooks', '- Dark.', '### Script', 'Fog.').hooks).toEqual([
      { text: 'Dark.', lines: { start: 3, end: 3 } },
    ]);
  });

  it('are told apart in the list of problems', () => {
    const { problems } = parseGuide('## Story 1: Lamp (45 s)\n**Situation:** Dark.\n\n**Result:** Light.');
    expect(problems.map(({ code, message }) => [code, message.includes('is offered')])).toEqual([
      ['no-hooks', true],
    ]);
  });
});

describe('what is still to be filled in', () => {
  const whole = [
    '[YOUR METRICS]',
    '[?]',
    '[Describe the context - industry, size]',
    '<title>',
    'TODO: numbers',
    'TBD',
    '...',
    '___',
    '[X]%',
    'Saved $[amount]',
  ];
  for (const text of whole) it(`is ${text}`, () => expect(isGap(text)).toBe(true));

  const content = [
    '[ ] a task',
    '[[a link]]',
    'See [1]',
    'We grew by 5% [laughs]',
    'I saved <5 minutes',
    'a_b',
    'At [Company], I built the lamp that all the ships could see',
  ];
  for (const text of content) it(`is not ${text}`, () => expect(isGap(text)).toBe(false));

  it('is found inside a sentence', () => {
    expect(gapsIn('At [Company], I cut [metric] by [X]% in <month> and {{name}} [quietly]')).toEqual([
      '[Company]',
      '[metric]',
      '[X]',
      '<month>',
      '{{name}}',
    ]);
  });

  it('may be a whole story', () => {
    const story = onlyStory(
      '### 2. The fog\n\n**Situation:**\n[Describe where you were]\n\n**Result:**\n- [Your numbers]',
    );
    expect([story.points, story.script, story.toFill?.length]).toEqual([[], '', 2]);
  });

  it('is no content of a story, and one problem', () => {
    const lines = [
      '**Situation:** [Describe the fog]',
      '',
      '**Task:** Light it by [date].',
      '',
      '**Action:** TODO',
    ];
    const { stories, problems } = parseGuide(['## Story 1: Lamp (45 s)', ...lines].join('\n'));
    expect(stories.map((story) => [pointsOf(story), story.script, texts(story.toFill ?? [])])).toEqual([
      [
        [['Task', 'Light it by [date].']],
        'Light it by [date].',
        ['Situation: [Describe the fog]', '[date]', 'Action: TODO'],
      ],
    ]);
    expect(problems.filter(({ code }) => code === 'placeholder')).toEqual([
      {
        line: 2,
        code: 'placeholder',
        message:
          'Story "Lamp" is still to be filled in at line 2: "Situation: [Describe the fog]", and 2 more.',
      },
    ]);
  });
});

describe('numbers in the text', () => {
  const found = (text: string) =>
    foundMetrics([{ text, lines: { start: 1, end: 1 } }]).map(({ value, label }) => [value, label]);

  it('are the telling ones', () => {
    expect(found('We cut waiting by 30% and saved $2.5M in 2019.')).toEqual([
      ['30%', 'cut waiting'],
      ['$2.5M', 'saved'],
    ]);
    expect(found('Kept 99.99% uptime for 2.5 years of 14-hour days.')).toEqual([
      ['99.99%', 'uptime'],
      ['2.5 years', 'uptime'],
      ['14-hour', 'days'],
    ]);
    expect(found('It got 3x faster for 10,000 ships.')).toEqual([
      ['3x', 'faster'],
      ['10,000', 'ships'],
    ]);
  });

  it('are no years, versions or counts', () => {
    expect(found('In 2019, 5 of us moved to v2.3 at 10:30 on 1-1.')).toEqual([]);
  });

  it('are left alone where the guide lists them', () => {
    expect(
      texts(
        storyWith('**Key Numbers:** 5 ships', '### Script', 'Up by 30%.').metrics.map((metric) => ({
          text: metric.value,
          lines: metric.lines,
        })),
      ),
    ).toEqual(['5']);
    const { stories } = parseGuide(
      '## Story 1: FOG - Lamp\n### Script\nUp by 30%.\n\n## Key Metrics\n- **30%** - Up (Fog)',
    );
    expect(stories[0]?.metrics).toEqual([]);
  });
});

describe('labels of many spellings', () => {
  const fields: [string, (line: string) => readonly string[], string[]][] = [
    ['**LP:** Ownership, Dive Deep', (line) => texts(storyWith(line).values), ['Ownership', 'Dive Deep']],
    ['**Skills:** calm · planning', (line) => texts(storyWith(line).tags), ['calm', 'planning']],
    ['**Competencies:** #calm #planning', (line) => texts(storyWith(line).tags), ['calm', 'planning']],
    ['[[principles#Dive Deep]]', (line) => texts(storyWith(line).values), ['Dive Deep']],
    ['[[Calm|staying calm]]', (line) => texts(storyWith(line).tags), ['staying calm']],
    [
      '**Also answers:** "A fight" / "A fault"',
      (line) => texts(storyWith(line).answers),
      ['A fight', 'A fault'],
    ],
    ['**Maps to:** failure, calm', (line) => texts(storyWith(line).answers), ['failure', 'calm']],
  ];
  for (const [line, read, expected] of fields)
    it(`are read: ${line}`, () => expect(read(line)).toEqual(expected));
});

describe('front matter', () => {
  const matter = [
    '---',
    'title: The lamp',
    'tags: [calm, "night work"]',
    'competencies:',
    '  - planning',
    'time: 2 min',
    'status: draft',
    '---',
  ];
  const file = (title: string) => ['', `# ${title}`, '## Situation', 'Dark.', '## Result', 'Light.', ''];

  it('speaks of the story below', () => {
    const story = onlyStory([...matter, ...file('The lamp')].join('\n'));
    expect([texts(story.tags), story.target?.to, texts(story.notes)]).toEqual([
      ['calm', 'night work', 'planning'],
      120,
      ['status: draft'],
    ]);
  });

  it('does so in the middle of files that were joined', () => {
    const { stories, unplaced } = parseGuide(
      [...matter, ...file('The lamp'), ...matter, ...file('The horn')].join('\n'),
    );
    expect(stories.map(({ title, tags }) => [title, tags.length])).toEqual([
      ['The lamp', 3],
      ['The horn', 3],
    ]);
    expect(unplaced).toEqual([]);
  });

  it('leaves hashtags to the only story', () => {
    expect(texts(onlyStory(`#calm #night\n\n${file('The lamp').join('\n')}`).tags)).toEqual([
      'calm',
      'night',
    ]);
  });
});

describe('prose', () => {
  it('knows questions about what happened', () => {
    const asked = [
      'Tell me about a time you failed',
      'Q2: Describe a conflict',
      'What is your proudest moment?',
      'Have you ever quit?',
    ];
    const others = ['Why us?', 'Tell me about yourself', 'What is your biggest weakness?', 'The lamp'];
    expect([
      asked.filter((each) => !isBehaviouralQuestion(each)),
      others.filter(isBehaviouralQuestion),
    ]).toEqual([[], []]);
  });

  it('tells an account from advice', () => {
    expect([
      isNarrative(ACCOUNT),
      isNarrative(
        `You should say what you did, and how your team saw it. ${'Use your own words. '.repeat(6)}`,
      ),
    ]).toEqual([true, false]);
  });

  it('ends a sentence where it ends', () => {
    expect(
      ['At 2.5 a.m. it rained. We ran.', 'Mr. Fog came. He sat.', 'One only', 'No! Yes.'].map(firstSentence),
    ).toEqual(['At 2.5 a.m. it rained.', 'Mr. Fog came.', 'One only', 'No! Yes.']);
  });
});
