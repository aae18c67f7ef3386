import { describe, expect, it } from 'vitest';
import { parseGuide } from '../../../guide/parse.ts';
import { storyName, targetOf } from '../../../guide/story.ts';
import { onlyStory, pointsOf, storyWith, texts, withoutLines } from './read.ts';

describe('a story', () => {
  it('may be a heading and nothing else', () => {
    expect(onlyStory('## Story 1: Lamp')).toEqual({
      id: 'lamp',
      theme: '',
      title: 'Lamp',
      values: [],
      tags: [],
      answers: [],
      target: undefined,
      metrics: [],
      people: [],
      hooks: [],
      script: '',
      points: [],
      connection: undefined,
      notes: [],
      toFill: [],
      lines: [{ start: 1, end: 1 }],
    });
  });

  it('is known by its script, whatever its heading', () => {
    expect(onlyStory('## Lamp\n### Script\nIt was dark.').title).toBe('Lamp');
  });

  it('is known by two STAR labels', () => {
    expect(onlyStory('## Lamp\n**Situation:** Dark.\n\n**Result:** Light.').title).toBe('Lamp');
  });

  it('may be told in German or Spanish', () => {
    const german = onlyStory(
      '## Geschichte 1: Nacht\n\n**Situation:** a\n\n**Aufgabe:** b\n\n**Handlung:** c\n\n**Ergebnis:** d\n',
    );
    const spanish = onlyStory(
      '## Historia 1: Noche\n\n**Situación:** a\n\n**Tarea:** b\n\n**Acción:** c\n\n**Resultado:** d\n',
    );
    expect([german.title, german.points.map((point) => point.label)]).toEqual([
      'Nacht',
      ['Situation', 'Aufgabe', 'Handlung', 'Ergebnis'],
    ]);
    expect(spanish.points.map((point) => point.label)).toEqual(['Situación', 'Tarea', 'Acción', 'Resultado']);
  });

  it('is not made of one STAR label', () => {
    expect(parseGuide('## Lamp\n**Result:** Light.').stories).toEqual([]);
  });

  it('is not an explanation of STAR', () => {
    expect(parseGuide('## The STAR method\n- **Situation:** where\n- **Task:** what').stories).toEqual([]);
  });

  it('is the part and not the chapter', () => {
    const { stories } = parseGuide('# My Story\n## Story 1: Lamp\n## Story 2: Horn');
    expect(stories.map((story) => story.title)).toEqual(['Lamp', 'Horn']);
  });

  it('keeps its numbered heading over stories named below it', () => {
    expect(onlyStory('## Story 1: Lamp\n### The long story\nDark.').title).toBe('Lamp');
  });

  it('gets an id of its own where titles repeat', () => {
    const { stories } = parseGuide('## Story 1: Lamp\n## Story 2: Lamp\n## Story 3: Lamp 2');
    expect(stories.map((story) => story.id)).toEqual(['lamp', 'lamp-2', 'lamp-2-2']);
  });

  it('gets an id in any script', () => {
    expect(onlyStory('## Story 1: 灯台 — Ünïcode').id).toBe('灯台-unicode');
  });

  it('gets an id without letters', () => {
    expect(onlyStory('## Story 1: !!!').id).toBe('story');
  });
});

describe('values, tags and answers', () => {
  it('stand behind a bold label', () => {
    expect(storyWith('**Values:** Courage, Care & Craft').values).toEqual([
      { text: 'Courage', lines: { start: 2, end: 2 } },
      { text: 'Care & Craft', lines: { start: 2, end: 2 } },
    ]);
  });

  it('stand behind a plain label', () => {
    expect(texts(storyWith('Values: Courage, Care').values)).toEqual(['Courage', 'Care']);
  });

  it('stand behind a bold label with its colon outside', () => {
    expect(texts(storyWith('**Values**: Courage').values)).toEqual(['Courage']);
  });

  it('stand in a bullet', () => {
    expect(texts(storyWith('- **Values:** Courage', '- Time: 30 seconds').values)).toEqual(['Courage']);
  });

  it('stand in a list under their label', () => {
    expect(
      texts(storyWith('**Leadership Principles:**', '- Ownership', '- Are Right, A Lot').values),
    ).toEqual(['Ownership', 'Are Right, A Lot']);
  });

  it('go on in the next line', () => {
    expect(texts(storyWith('**Values:** Courage,', 'Care').values)).toEqual(['Courage', 'Care']);
  });

  it('end with their paragraph', () => {
    const story = storyWith('**Values:** Courage', '', 'It was dark.');
    expect([texts(story.values), texts(story.notes)]).toEqual([['Courage'], ['It was dark.']]);
  });

  it('come from a heading with its text beside it', () => {
    expect(texts(storyWith('### Tags: Failure, Calm').tags)).toEqual(['Failure', 'Calm']);
  });

  it('come from hashtags', () => {
    expect(texts(storyWith('#failure #calm-mind').tags)).toEqual(['failure', 'calm-mind']);
  });

  it('keep each quoted question whole', () => {
    expect(
      texts(storyWith('**Best for questions about:** "a fight, won" / "a fight, lost"').answers),
    ).toEqual(['a fight, won', 'a fight, lost']);
  });

  it('part unquoted questions at their marks', () => {
    expect(texts(storyWith('**Questions:** When, if ever, were you wrong? Who told you?').answers)).toEqual([
      'When, if ever, were you wrong?',
      'Who told you?',
    ]);
  });
});

describe('the target', () => {
  it('stands behind its label', () => {
    expect(storyWith('**Time:** 45-60 seconds max').target).toEqual({
      from: 45,
      to: 60,
      lines: { start: 2, end: 2 },
    });
  });

  it('stands in the heading', () => {
    expect(onlyStory('## Story 1: Lamp (1:30)').target).toEqual({
      from: 90,
      to: 90,
      lines: { start: 1, end: 1 },
    });
  });

  it('stands in the heading of the script', () => {
    expect(storyWith('### Script (30 seconds)', 'Dark.').target).toEqual({
      from: 30,
      to: 30,
      lines: { start: 2, end: 2 },
    });
  });

  it('keeps words that are more than a time', () => {
    expect(texts(storyWith('**Time:** 45 seconds, never more').notes)).toEqual(['45 seconds, never more']);
  });

  it('is assumed to be a minute where there is none', () => {
    expect(targetOf(storyWith())).toEqual({ from: 60, to: 60, assumed: true });
  });

  it('is given as read', () => {
    expect(targetOf(storyWith('**Time:** 45s'))).toEqual({ from: 45, to: 45, assumed: false });
  });
});

describe('numbers and people', () => {
  it('are cut at commas', () => {
    const { metrics } = storyWith('**Key Numbers:** 40% fewer alarms, 1,200 ships');
    expect(withoutLines(metrics)).toEqual([
      { value: '40%', label: 'fewer alarms', story: 'lamp' },
      { value: '1,200', label: 'ships', story: 'lamp' },
    ]);
  });

  it('may stand in a list', () => {
    expect(
      withoutLines(storyWith('**Key Numbers:**', '- **40%** - fewer alarms', '- **Ships:** 12').metrics),
    ).toEqual([
      { value: '40%', label: 'fewer alarms', story: 'lamp' },
      { value: '12', label: 'Ships', story: 'lamp' },
    ]);
  });

  it('name people with what they do', () => {
    expect(withoutLines(storyWith('**Key People:** Ines (engineer, Oslo), Odd').people)).toEqual([
      { name: 'Ines', role: 'engineer, Oslo', story: 'lamp' },
      { name: 'Odd', role: '', story: 'lamp' },
    ]);
  });
});

describe('hooks', () => {
  it('lose their quotation marks', () => {
    expect(texts(storyWith('### Opening Hooks', '- "One."', '- “Two.”', '- Three.').hooks)).toEqual([
      'One.',
      'Two.',
      'Three.',
    ]);
  });

  it('may stand one to a line', () => {
    expect(texts(storyWith('### Hooks', '"One."', '"Two."').hooks)).toEqual(['One.', 'Two.']);
  });

  it('may go on over two lines', () => {
    expect(storyWith('### Hooks', '- "One', '  more."').hooks).toEqual([
      { text: 'One more.', lines: { start: 3, end: 4 } },
    ]);
  });

  it('may stand beside their label', () => {
    expect(texts(storyWith('**Opening Hook:** "One."').hooks)).toEqual(['One.']);
  });
});

describe('the script', () => {
  it('loses the quotation marks around it', () => {
    expect(storyWith('### The Story:', `"He said 'no' and left."`).script).toBe("He said 'no' and left.");
  });

  it('keeps its paragraphs', () => {
    expect(storyWith('### Script', '"One', 'two.', '', 'Three."').script).toBe('One two.\n\nThree.');
  });

  it('loses the marks around each paragraph', () => {
    expect(storyWith('### Script', '"One."', '', '"Two."').script).toBe('One.\n\nTwo.');
  });

  it('may be a quote', () => {
    expect(storyWith('### Script', '> One', '> two.').script).toBe('One two.');
  });

  it('loses its Markdown marks', () => {
    expect(storyWith('### Script', 'I *really* `grep`ped the [log](http://x) \\*twice\\*.').script).toBe(
      'I really grepped the log *twice*.',
    );
  });

  it('keeps sentences that look like a label', () => {
    expect(storyWith('### Script', 'The result: light.', '', 'Remember: I was alone.').script).toBe(
      'The result: light.\n\nRemember: I was alone.',
    );
  });

  it('ends at a bold label', () => {
    const story = storyWith('**Script:** One.', '', '**Key points:**', '- Two: three');
    expect([story.script, pointsOf(story)]).toEqual(['One.', [['Two', 'three']]]);
  });

  it('keeps a placeholder in angle brackets', () => {
    expect(storyWith('### Script', 'At <company>, I<br>waited.').script).toBe('At <company>, I waited.');
  });
});

describe('key points', () => {
  it('have a label and a text', () => {
    const lines = ['- Problem: dark', '- **Action:** lit it', '- **Result** - light', '- Salt'];
    expect(pointsOf(storyWith('### Key Points to Remember:', ...lines))).toEqual([
      ['Problem', 'dark'],
      ['Action', 'lit it'],
      ['Result', 'light'],
      ['', 'Salt'],
    ]);
  });

  it('do not take a time or an address for a label', () => {
    expect(pointsOf(storyWith('### Key Points', '- At 2:30 it failed', '- See https://x.example'))).toEqual([
      ['', 'At 2:30 it failed'],
      ['', 'See https://x.example'],
    ]);
  });

  it('may be numbered', () => {
    expect(pointsOf(storyWith('### Key Points', '1. Problem: dark', '2. Result: light'))).toEqual([
      ['Problem', 'dark'],
      ['Result', 'light'],
    ]);
  });

  it('keep the names of fields as labels', () => {
    expect(pointsOf(storyWith('### Key Points', '- Time: two weeks', '- **Values:** all of them'))).toEqual([
      ['Time', 'two weeks'],
      ['Values', 'all of them'],
    ]);
  });

  it('leave their details to the notes', () => {
    const story = storyWith('### Key Points', '- Problem: dark', '  - no oil');
    expect([pointsOf(story), texts(story.notes)]).toEqual([[['Problem', 'dark']], ['no oil']]);
  });

  it('give the line that ties to the company', () => {
    const story = storyWith('### Key Points', '- Problem: dark', '- Harbour connection: light for all');
    expect(story.connection).toEqual({ text: 'light for all', lines: { start: 4, end: 4 } });
    expect(pointsOf(story)).toContainEqual(['Harbour connection', 'light for all']);
  });

  it('leave that line to a label of its own', () => {
    const story = storyWith('**Harbour Connection:** "Light for all"');
    expect([story.connection?.text, story.points]).toEqual(['Light for all', []]);
  });
});

describe('STAR', () => {
  it('labels become key points', () => {
    expect(pointsOf(storyWith('**Situation:** Dark.', '', '**S:** Wet.', '', '**Result.** Light.'))).toEqual([
      ['Situation', 'Dark.'],
      ['Situation', 'Wet.'],
      ['Result', 'Light.'],
    ]);
  });

  it('labels may have their line to themselves', () => {
    expect(
      pointsOf(storyWith('**Situation**', '', 'Dark', 'and wet.', '', '**Trade-off**', '', 'Cold.')),
    ).toEqual([
      ['Situation', 'Dark and wet.'],
      ['Trade-off', 'Cold.'],
    ]);
  });

  it('bullets do the same', () => {
    expect(pointsOf(storyWith('- **Situation:** Dark.', '- **Result**: Light.', '- Salt'))).toEqual([
      ['Situation', 'Dark.'],
      ['Result', 'Light.'],
      ['Result', 'Salt'],
    ]);
  });

  it('headings do the same', () => {
    expect(pointsOf(storyWith('### Situation', 'Dark.', '### Action', '- Lit it', '- Told all'))).toEqual([
      ['Situation', 'Dark.'],
      ['Action', 'Lit it'],
      ['Action', 'Told all'],
    ]);
  });

  it('leaves follow-up questions to the notes', () => {
    const story = storyWith('**Result:** Light.', '', '**Who paid?**', '', '**Interview tip:** Smile.');
    expect([pointsOf(story), texts(story.notes)]).toEqual([
      [['Result', 'Light.']],
      ['Who paid?', 'Interview tip: Smile.'],
    ]);
  });

  it('keeps a label without text', () => {
    expect(texts(storyWith('**Situation:**', '', '**Result:** Light.').notes)).toEqual(['Situation']);
  });
});

describe('notes', () => {
  it('hold what fits no field', () => {
    const lines = [
      'It was dark.',
      '',
      '**Domain:** Lamps',
      '',
      '### Props',
      '- A match',
      '',
      '| a | b |',
      '|---|---|',
    ];
    expect(texts(storyWith(...lines, '| 1 | 2 |').notes)).toEqual([
      'It was dark.',
      'Domain: Lamps',
      'Props',
      'A match',
      'a | b',
      '1 | 2',
    ]);
  });

  it('hold code line by line', () => {
    expect(storyWith('```text', 'one', '', 'two', '```').notes).toEqual([
      { text: 'one', lines: { start: 3, end: 3 } },
      { text: 'two', lines: { start: 5, end: 5 } },
    ]);
  });
});

describe('storyName', () => {
  it('puts the theme before the title', () => {
    expect(storyName({ theme: 'FOG', title: 'The Silent Horn' })).toBe('FOG - The Silent Horn');
  });

  it('is the title alone without a theme', () => {
    expect(storyName({ theme: '', title: 'The Silent Horn' })).toBe('The Silent Horn');
  });

  it('does not repeat a theme that stands in the title', () => {
    expect(storyName({ theme: 'Fog', title: 'The Fog Story' })).toBe('The Fog Story');
  });
});
