/** Guides of any size for measuring, put together from a fixed list of words: the same on every run. */

const THEMES = [
  'RISK',
  'CONFLICT',
  'LEARNING',
  'TEAM',
  'FAILURE',
  'CUSTOMER',
  'LEADERSHIP',
  'DEADLINE',
] as const;
const WORDS = [
  'rota supplier budget ward lesson invoice harbour crane kitchen ledger sensor archive permit timetable',
  'proposed repaired rewrote measured explained rehearsed counted moved negotiated trained mapped shortened',
  'delay mistake shortage complaint outage backlog doubt rumour deadline surprise audit handover queue',
].map((line) => line.split(' '));

/** A fixed sequence that visits the list in a mixed order. */
const word = (list: number, at: number): string => {
  const words = WORDS[list % WORDS.length] ?? [];
  return words[(at * 7 + list) % words.length] ?? '';
};

function story(at: number): string {
  const theme = THEMES[at % THEMES.length] ?? '';
  const title = `The ${word(0, at)} and the ${word(2, at + 3)} ${at + 1}`;
  const points = [0, 1, 2, 3, 4].map(
    (place) =>
      `- Point ${place + 1}: ${word(1, at + place)} the ${word(0, at * 3 + place)} after a ${word(2, at + place)}`,
  );
  const sentence = (place: number) =>
    `We ${word(1, at * 5 + place)} the ${word(0, at + place * 2)} because of the ${word(2, at * 2 + place)}.`;
  return `## Story ${at + 1}: ${theme} - ${title}

**Time:** 60 seconds

### Opening Hook Options:
- "Nobody had ${word(1, at)} a ${word(0, at + 1)} before."

### The Story:
"${[0, 1, 2, 3, 4, 5].map(sentence).join(' ')}"

### Key Points to Remember:
${points.join('\n')}
`;
}

/** A guide of so many stories, as Markdown. */
export function guideOf(stories: number): string {
  return `# A guide of ${stories}\n\n${Array.from({ length: stories }, (_, at) => story(at)).join('\n')}`;
}
