import type { Guide, Metric, Person, Story } from '../guide/types.ts';

/** What the card shows large: a number or a name, and what it stands for. */
export interface Fact {
  readonly kind: 'number' | 'person';
  /** `50%`, `Steve` */
  readonly main: string;
  /** `tech debt reduction`, `now Principal Engineer`; may be empty. */
  readonly detail: string;
}

const plain = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

const isWordCharacter = (character: string | undefined) =>
  character !== undefined && /[\p{L}\p{N}]/u.test(character);

/** Whether `name` stands in `text` as a word of its own, in any script. */
function mentions(text: string, name: string): boolean {
  const whole = plain(text);
  const part = plain(name);
  if (part === '') return false;
  for (let at = whole.indexOf(part); at >= 0; at = whole.indexOf(part, at + 1)) {
    if (!isWordCharacter(whole[at - 1]) && !isWordCharacter(whole[at + part.length])) return true;
  }
  return false;
}

const numberFact = ({ value, label }: Metric): Fact => ({ kind: 'number', main: value, detail: label });
const personFact = ({ name, role }: Person): Fact => ({ kind: 'person', main: name, detail: role });

/** True when a fact already listed says the same number or name. */
function isKnown(known: readonly Fact[], fact: Fact): boolean {
  return known.some((other) => mentions(`${other.main} ${other.detail}`, fact.main));
}

/**
 * The numbers and names to remember for one story: its own first, then those of the guide's lists that
 * belong to it (said so by the guide, or, for a person, named in its script or key points). Each once; a
 * bare number of the story takes its meaning from the list.
 */
export function factsOf(guide: Guide, story: Story): Fact[] {
  const told = [story.script, ...story.points.map((point) => `${point.label} ${point.text}`)].join('\n');
  const facts: Fact[] = [...story.metrics.map(numberFact), ...story.people.map(personFact)];
  const more = [
    ...guide.metrics.filter((metric) => metric.story === story.id).map(numberFact),
    ...guide.names
      .filter((person) => person.story === story.id || (person.story === '' && mentions(told, person.name)))
      .map(personFact),
  ];
  for (const fact of more) {
    const bare = facts.findIndex((known) => known.detail === '' && plain(known.main) === plain(fact.main));
    if (bare >= 0) facts[bare] = fact;
    else if (!isKnown(facts, fact)) facts.push(fact);
  }
  return facts;
}

/** The story's outcome, to jump to when the middle is lost: the key point that is labelled as a result. */
export function resultOf(story: Story): string | undefined {
  const point = story.points.find(({ label }) => /\b(result|outcome|impact|deliver|launch)/i.test(label));
  return point?.text;
}
