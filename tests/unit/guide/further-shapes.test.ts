/** More shapes in which people write their stories down, each as small as it can be. */
import { describe, expect, it } from 'vitest';
import { parseGuide } from '../../../guide/parse.ts';

const guideOf = (...lines: readonly string[]) => parseGuide(lines.join('\n'));
const titles = (...lines: readonly string[]) => guideOf(...lines).stories.map(({ title }) => title);
const labels = (...lines: readonly string[]) =>
  guideOf(...lines).stories.map(({ points }) => points.map(({ label }) => label).join(' '));

const STAR = [
  '**Situation:** The lamp of the lighthouse failed in a storm.',
  '**Task:** I had to bring three ships in without it.',
  '**Action:** I lit a fire on the pier and called each captain.',
  '**Result:** All three ships came in within the hour.',
];
const ACCOUNT = `When the lamp failed in the storm I lit a fire on the pier, and then I called each captain over the radio
until all three had answered me. We kept the fire burning for five hours with whatever we found in the sheds. In the
end I counted every ship in, and my log of that night is what we still teach from.`;

describe('one story under a competency', () => {
  it('answers the questions that are listed above it', () => {
    const { stories } = guideOf(
      '### 1. **Ownership**',
      '**Example questions:**',
      '- "Tell me about a time you took charge"',
      '- "Describe a time you finished what others began"',
      '',
      '**Good story:**',
      '```',
      'S: The lamp of the lighthouse failed in a storm',
      'A:',
      '- Asked: did every captain answer?',
      'R: All three ships came in',
      '```',
    );
    expect(stories.map(({ title, answers }) => [title, answers.length])).toEqual([['Ownership', 2]]);
  });

  it('may have its parts below a heading of their own, and be told below another', () => {
    const { stories } = guideOf(
      '## 🔍 2. Dive Deep',
      '### Primary Interview Questions',
      '* *"Walk me through a problem that you took apart."*',
      '### 📐 Story Architecture Blueprint',
      '* **Situation:** The lamp went out every third night.',
      '* **Result:** It has burnt since.',
      '### 💬 Real-World Interview Example',
      `> "${ACCOUNT.replaceAll('\n', ' ')}"`,
    );
    expect(stories.map(({ title, points, answers }) => [title, points.length, answers.length])).toEqual([
      ['Dive Deep', 2, 1],
    ]);
    expect(stories[0]?.script).toContain('I counted every ship in');
  });
});

describe('a story under a line of its own', () => {
  it('has its question for a name, whatever stands between that and its parts', () => {
    const story = (question: string) => [
      `**Q1: ${question}**`,
      '',
      '**Strong Answer Framework:**',
      '',
      ...STAR,
      '',
    ];
    const first = 'Tell me about a harbour you rebuilt from scratch. What was hard?';
    const second = 'Describe a time a lamp failed.';
    expect(titles('### JD: "Guide and support the pilots"', ...story(first), ...story(second))).toEqual([
      first,
      second,
    ]);
    expect(titles('### JD: "Guide and support the pilots"', `**Q11: ${second}**`, '', ...STAR)).toEqual([
      second,
    ]);
  });

  it('is told from the next by `Story 1` and `Story 2` in bold', () => {
    const lines = (n: number) => [
      `**Story ${n}: The lamp**`,
      '- Prompt: Tell me about a night at sea.',
      '- Template:',
      '  - Situation: The harbour and its lamp',
      '  - Result: What became of the ships',
      '',
    ];
    const { stories } = guideOf('### Stories to build', ...lines(1), ...lines(2));
    expect(stories.map(({ points }) => points.map(({ label }) => label))).toEqual([
      ['Situation', 'Result'],
      ['Situation', 'Result'],
    ]);
  });

  it('may stand in a numbered list, line by line, in a text without any heading', () => {
    const { stories } = guideOf(
      '1. Calm in a storm',
      'Question: Please recall a time when everything happened at once...',
      '• Situation: The lamp failed.',
      '• Action: I lit a fire.',
      '• Result: The ships came in.',
      '2. A captain who shouted',
      'Question: Tell us about a situation with an angry person...',
      '• Situation: He had waited for five hours.',
      '• Action: I listened.',
      '• Result: He thanked me.',
    );
    expect(stories.map(({ title, answers, points }) => [title, answers.length, points.length])).toEqual([
      ['Calm in a storm', 1, 3],
      ['A captain who shouted', 1, 3],
    ]);
  });
});

describe('parts', () => {
  it('may have names of the writer’s own after a situation, in a table', () => {
    const row = (name: string) => `| **${name}** | What we did about the lamp that kept failing at night |`;
    const rows = ['| Stage | Content |', '|---|---|', ...['Situation', 'Bet', 'Coalition', 'Proof'].map(row)];
    expect(labels('## 1. The lamp — “Ships first”', '', ...rows)).toEqual(['Situation Bet Coalition Proof']);
  });

  it.each([
    ['Chinese', '## Story A · 灯', '**S：** 灯塔的灯坏了，三条船在外面。', '**R：** 三条船都回来了。'],
    [
      'Russian',
      '# История 1: Лампа',
      '**Ситуация:** Лампа погасла ночью.',
      '**Результат:** Корабли вернулись.',
    ],
    [
      'Portuguese',
      '## História 2: O farol',
      '**Situação:** A lâmpada apagou.',
      '**Resultado:** Os barcos voltaram.',
    ],
    [
      'French',
      '## Histoire 3 : Le phare',
      '**Contexte :** La lampe était éteinte.',
      '**Résultat :** Tous rentrés.',
    ],
  ])('and stories are known in %s', (_, heading, ...parts) => {
    expect(guideOf(heading, '', parts.join('\n\n')).stories).toHaveLength(1);
  });

  it('may each stand on the line after a plain label, or after a list', () => {
    const { stories } = guideOf(
      '## Story 1: The lamp',
      'S: It failed.',
      'A:',
      '- Lit a fire',
      '- Called them',
      'R:',
      '📊 All in',
      '📊 Nobody hurt',
    );
    expect(stories[0]?.points.map(({ label, text }) => [label, text])).toEqual([
      ['Situation', 'It failed.'],
      ['Action', 'Lit a fire'],
      ['Action', 'Called them'],
      ['Result', '📊 All in 📊 Nobody hurt'],
    ]);
  });

  it('of a letter’s story may be told twice below it', () => {
    expect(
      titles(
        '## Story B: The lamp',
        '### Example',
        ...STAR,
        '',
        '### Your version',
        '**S:**',
        '**T:**',
        '**A:**',
        '**R:**',
      ),
    ).toEqual(['The lamp']);
  });

  it('that are stubs are still a story', () => {
    const stub = [
      '**What happened:** Lit a fire.',
      '**Stub:**',
      '- Situation: *(which night was it?)*',
      '- Task:',
      '- Result:',
    ];
    const { stories } = guideOf('### The night of the fire', ...stub);
    expect(stories.map(({ toFill }) => toFill?.map(({ text }) => text))).toEqual([
      ['Situation: (which night was it?)'],
    ]);
  });
});

describe('a heading', () => {
  it('may name a part by its letter and its name', () => {
    const lines = ['### **S — Situation**', 'It failed.', '### **R — Result**', 'All in.'];
    expect(labels('## ⭐ STAR STORY 1 — The lamp', ...lines)).toEqual(['Situation Result']);
  });

  it('may have a word of notes in it over a story with its parts', () => {
    expect(titles('### 4. Pier and harbour guidance', ...STAR)).toEqual(['Pier and harbour guidance']);
  });

  it('leaves the theme to the principle above where it only says that a story follows', () => {
    const { stories } = guideOf('### 1. Ownership', '#### STAR Example: The lamp', ...STAR);
    expect(stories.map(({ theme, title }) => [theme, title])).toEqual([['Ownership', 'The lamp']]);
  });
});

describe('a short account', () => {
  it('among counted stories is one of them', () => {
    const short =
      '> We met the captains one by one. I improved the signals so that nobody had to guess, and our pier stayed calm when the lamp failed again in the autumn.';
    expect(
      titles('## 1) The lamp', ...STAR, '## 2) The pier', ...STAR, '## 3) The signals', short),
    ).toHaveLength(3);
    expect(titles('## 1) The lamp', ...STAR, '## The signals', short)).toHaveLength(1);
  });

  it('that speaks of what the writer owned is no advice', () => {
    const lines = ['- Situation: three ships outside', '- Your ownership: the pier', '- Result: all came in'];
    expect(titles('## Stories to deepen', '### The pier', ...lines)).toEqual(['The pier']);
  });
});

describe('what only looks like a story', () => {
  const cases: [string, ...string[]][] = [
    ['a file that tells the story', '### A README That Tells the Story', 'Say what it is.'],
    [
      'a template',
      '### Template 1: Failure Story',
      '```',
      'S: [Context - the night]',
      'R: [Metric improved by X%]',
      '```',
    ],
    [
      'how a part is written',
      '### **A - Action**',
      'What did YOU do? This is the most important part!',
      '- Use "I", not "we", and show your thought process, your decisions and your part in it',
    ],
    [
      'a list of questions with the stories to use',
      '### Customer Focus',
      '- "Tell me about a time you changed direction"',
      '',
      '**Stories to use:** Discovery story, Failure story (if it was due to not listening to anyone)',
    ],
    [
      'a question with advice on its answer',
      '#### Handling Failure',
      "- What's the hardest feedback you've ever received?",
      '',
      '**Ideal response framework:**',
      '1. Own it fully, no blame shifting, no minimizing, and no excuses whatsoever.',
    ],
    [
      'phrases to use',
      '# Story bank',
      '## Phrases to Use',
      '- "I have owned my harbour, and I say so."',
      `- "${ACCOUNT}"`,
    ],
    ['an opening', '## OPENING + CLOSING SCRIPTS', '### Opening (2 min)', '> "I am a keeper of lamps."'],
    ['when to use what', '### When asked "Tell me about a project you are proud of"', ACCOUNT],
  ];
  it.each(cases)('%s', (_, ...lines) => {
    expect(titles(...lines)).toEqual([]);
  });

  it('an example in a step of a plan', () => {
    expect(
      titles(
        '### Step 6: Write short cards',
        '```',
        'Story: The lamp',
        'S: It failed',
        'A: I lit a fire',
        'R: All in',
        '```',
      ),
    ).toEqual([]);
  });
});
