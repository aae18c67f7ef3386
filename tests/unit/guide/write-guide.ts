import fc from 'fast-check';

/** A story as a person has it in mind, to be written out in many shapes. */
export interface StoryModel {
  readonly title: string;
  readonly principle: string;
  readonly question: string;
  readonly values: readonly string[];
  readonly questions: readonly string[];
  readonly seconds: number;
  /** One sentence each. */
  readonly situation: string;
  readonly task: string;
  readonly action: readonly string[];
  readonly result: string;
}

const WORDS =
  'amber barrel copper dune ember fjord gravel harbour island juniper kettle lantern marble nickel orchard pebble quarry raft saddle timber umbrella velvet willow yarn'.split(
    ' ',
  );
const VALUES = ['Courage', 'Care & Craft', 'Candour', 'Ownership', 'Dive Deep'];
const PRINCIPLES = ['Customer Obsession', 'Bias for Action', 'Earn Trust', 'Think Big', 'Frugality'];

const word = fc.constantFrom(...WORDS);
const phrase = (least: number, most: number) =>
  fc.array(word, { minLength: least, maxLength: most }).map((words) => words.join(' '));
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const sentence = phrase(4, 9).map((text) => `I carried the ${text}.`);

const story = fc.record({
  title: phrase(2, 4).map(capital),
  principle: fc.constantFrom(...PRINCIPLES),
  question: phrase(2, 4).map((text) => `Tell me about a time when you lost the ${text}`),
  values: fc.uniqueArray(fc.constantFrom(...VALUES), { minLength: 1, maxLength: 3 }),
  questions: fc.uniqueArray(
    phrase(2, 4).map((text) => `Describe a ${text}`),
    { minLength: 1, maxLength: 3 },
  ),
  seconds: fc.integer({ min: 20, max: 180 }),
  situation: sentence,
  task: sentence,
  action: fc.uniqueArray(sentence, { minLength: 1, maxLength: 4 }),
  result: sentence,
});

/** A few stories, no two of a title. */
export const stories: fc.Arbitrary<readonly StoryModel[]> = fc.uniqueArray(story, {
  minLength: 1,
  maxLength: 5,
  selector: ({ title }) => title,
});

/** Writes a guide out; what a shape can carry is said beside it in {@link SHAPES}. */
type Write = (story: StoryModel, number: number) => string[];

export interface Shape {
  readonly name: string;
  readonly write: Write;
  /** Lines before all stories. */
  readonly before?: readonly string[];
  /** Fields that a guide of this shape says outright. */
  readonly carries: readonly ('title' | 'question' | 'values' | 'questions' | 'seconds')[];
}

/** The four parts with their names. */
export const parts = ({ situation, task, action, result }: StoryModel): [string, string][] => [
  ['Situation', situation],
  ['Task', task],
  ['Action', action.join(' ')],
  ['Result', result],
];
/** A list. */
export const bullets = (lines: readonly string[], mark = '-') => lines.map((line) => `${mark} ${line}`);
const quoted = (lines: readonly string[]) => lines.map((line) => (line === '' ? '>' : `> ${line}`));
const blank = (lines: readonly string[]) => lines.flatMap((line) => [line, '']);
const facts = ({ values, questions, seconds }: StoryModel) => [
  `**Values:** ${values.join(', ')}`,
  `**Time:** ${seconds} seconds`,
  `**Best for questions about:** ${questions.map((each) => `"${each}"`).join(' / ')}`,
];

export const SHAPES: readonly Shape[] = [
  {
    name: 'parts as sections',
    carries: ['title', 'values', 'questions', 'seconds'],
    write: (model, number) => [
      `## Story ${number}: ${model.title}`,
      ...facts(model),
      ...['Situation', 'Task'].flatMap((name, at) => [
        '',
        `### ${name}`,
        [model.situation, model.task][at] ?? '',
      ]),
      '',
      '### Action',
      ...bullets(model.action),
      '',
      '### Result',
      model.result,
    ],
  },
  ...(
    [
      ['bold, colon inside', (name, text) => `**${name}:** ${text}`],
      ['bold, colon outside', (name, text) => `**${name}**: ${text}`],
      ['bold, full stop', (name, text) => `**${name}.** ${text}`],
      ['bold, dash', (name, text) => `**${name}** - ${text}`],
      ['letter and name', (name, text) => `**${name.charAt(0)} (${name}):** ${text}`],
      ['letter', (name, text) => `**${name.charAt(0)}:** ${text}`],
      ['plain', (name, text) => `${name}: ${text}`],
    ] as [string, (name: string, text: string) => string][]
  ).flatMap(([name, line]): Shape[] => [
    {
      name: `labels in paragraphs: ${name}`,
      carries: ['title', 'values'],
      write: (model) => [
        `### [Theme] ${model.title}`,
        '',
        `**Leadership Principles:** ${model.values.join(' · ')}`,
        '',
        ...blank(parts(model).map(([label, text]) => line(label, text))),
      ],
    },
    {
      name: `labels on lines: ${name}`,
      carries: ['title', 'seconds'],
      write: (model, number) => [
        `## ${number} · ${model.title} (${model.seconds} seconds)`,
        ...parts(model).map(([label, text]) => `${line(label, text)}  `),
      ],
    },
    {
      name: `labels in bullets: ${name}`,
      carries: ['title'],
      write: (model, number) => [
        `### STAR ${number}. ${model.title}`,
        ...bullets(parts(model).map(([label, text]) => line(label, text))),
      ],
    },
    {
      name: `labels in a quote: ${name}`,
      carries: ['question'],
      write: (model, number) => [
        `# Q${number} — ${model.question}`,
        '',
        ...quoted(blank(parts(model).map(([label, text]) => line(label, text)))),
      ],
    },
    {
      name: `labels in a fence: ${name}`,
      carries: ['title'],
      write: (model) => [
        `## ${model.title}`,
        '```',
        ...parts(model).map(([label, text]) => line(label, text)),
        '```',
      ],
    },
  ]),
  {
    name: 'labels alone on their lines',
    carries: ['title', 'questions'],
    write: (model) => [
      `## ${model.title}`,
      '',
      '**Question Variants:**',
      ...bullets(model.questions.map((each) => `"${each}"`)),
      '',
      ...parts(model).flatMap(([label, text]) =>
        label === 'Action'
          ? [`**${label}**`, '', ...bullets(model.action), '']
          : [`**${label}**`, '', text, ''],
      ),
    ],
  },
  {
    name: 'cards of letters and numbers',
    carries: ['title'],
    write: (model) => [
      `**${model.title}**`,
      '',
      `* **S:** ${model.situation}`,
      `* **T:** ${model.task}`,
      ...model.action.map((each, at) => `* **A${at + 1}:** ${each}`),
      `* **R:** ${model.result}`,
    ],
  },
  {
    name: 'a table to each story',
    carries: ['title', 'values'],
    write: (model) => [
      `## ${model.title}`,
      '',
      '| Part | Text |',
      '|---|---|',
      ...parts(model).map(([label, text]) => `| **${label}** | ${text} |`),
      `| Values | ${model.values.join(', ')} |`,
    ],
  },
  {
    name: 'a row to each story',
    carries: ['title'],
    before: ['# Stories', '', '| Story | Situation | Task | Action | Result |', '|---|---|---|---|---|'],
    write: (model) => [
      `| ${model.title} | ${parts(model)
        .map(([, text]) => text)
        .join(' | ')} |`,
    ],
  },
  {
    name: 'folded away',
    carries: ['title'],
    before: ['# Stories', ''],
    write: (model) => [
      '<details>',
      `<summary>${model.title}</summary>`,
      '',
      ...blank(parts(model).map(([label, text]) => `**${label}:** ${text}`)),
      '</details>',
    ],
  },
  {
    name: 'one to a file, with front matter',
    carries: ['title', 'values', 'seconds'],
    write: (model) => [
      '---',
      `title: ${model.title}`,
      `values: [${model.values.join(', ')}]`,
      `time: ${model.seconds} seconds`,
      '---',
      '',
      `# ${model.title}`,
      '',
      ...parts(model).flatMap(([label, text]) => [`## ${label}`, text, '']),
    ],
  },
  {
    name: 'one to a file, parts beside the title',
    carries: ['title'],
    write: (model) => [
      `# ${model.title}`,
      '',
      ...parts(model).flatMap(([label, text]) => [`# ${label}`, text, '']),
    ],
  },
  {
    name: 'text without Markdown',
    carries: ['title'],
    write: (model, number) => [
      `Story ${number}: ${model.title}`,
      ...parts(model).map(([label, text]) => `${label}: ${text}`),
    ],
  },
];

/** @returns the guide in this shape */
export function writeGuide(models: readonly StoryModel[], { write, before = [] }: Shape): string {
  const inRows = before.at(-1)?.startsWith('|');
  const gap = inRows ? [] : [''];
  return [...before, ...models.flatMap((model, index) => [...write(model, index + 1), ...gap])].join('\n');
}
