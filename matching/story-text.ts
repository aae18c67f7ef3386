/** What is written in a story, by field, and how much each field says. */
import type { Story } from '../guide/types.ts';
import { type Token, tokenise } from './tokens.ts';
import type { Field } from './types.ts';

export interface FieldText {
  readonly field: Field;
  readonly text: string;
  readonly tokens: readonly Token[];
}

/** A story with its texts, read once for words and for competencies. */
export interface StoryText {
  readonly story: Story;
  readonly texts: readonly FieldText[];
}

/**
 * How much a word counts by where it stands, 0..1: what the author named the story by and routed to it
 * weighs most, what is merely said in it least.
 */
export const WORD_WEIGHT: Readonly<Record<Field, number>> = {
  theme: 1,
  title: 0.9,
  tags: 0.85,
  answers: 0.85,
  values: 0.8,
  people: 0.9,
  metrics: 0.75,
  hooks: 0.6,
  points: 0.6,
  connection: 0.1,
  script: 0.42,
  notes: 0.35,
};

/** How strongly a competency that a field speaks of is the story's own, 0..1. */
export const COMPETENCY_WEIGHT: Readonly<Record<Field, number>> = {
  theme: 1,
  answers: 0.9,
  tags: 0.75,
  values: 0.45,
  title: 0.6,
  hooks: 0.35,
  points: 0.35,
  script: 0.25,
  notes: 0.2,
  connection: 0.05,
  metrics: 0,
  people: 0,
};

const SENTENCE_END = /[.!?;…。！？]|\n/;

/** Every text of the story with its field, the heaviest fields first. */
export function fieldTexts(story: Story): FieldText[] {
  const texts: FieldText[] = [];
  const add = (field: Field, text: string): void => {
    if (text !== '') texts.push({ field, text, tokens: tokenise(text) });
  };
  add('theme', story.theme);
  add('title', story.title);
  for (const person of story.people) add('people', `${person.name} ${person.role}`);
  for (const item of story.tags) add('tags', item.text);
  for (const item of story.answers) add('answers', item.text);
  for (const item of story.values) add('values', item.text);
  for (const metric of story.metrics) add('metrics', `${metric.value} ${metric.label}`);
  for (const item of story.hooks) add('hooks', item.text);
  // Points that are only offered are the script's own sentences.
  for (const point of story.points) if (!point.offered) add('points', `${point.label} ${point.text}`);
  add('script', story.script);
  for (const item of story.notes) add('notes', item.text);
  if (story.connection) add('connection', story.connection.text);
  return texts;
}

/** The tokens of a text, sentence by sentence, as far as they are asked for. */
export function* sentencesOf(text: string, tokens: readonly Token[]): Generator<readonly Token[]> {
  let sentence: Token[] = [];
  let end = 0;
  for (const token of tokens) {
    if (sentence.length > 0 && SENTENCE_END.test(text.slice(end, token.start))) {
      yield sentence;
      sentence = [];
    }
    sentence.push(token);
    end = token.end;
  }
  if (sentence.length > 0) yield sentence;
}

/** `RISK - On-Call Documentation`; the title alone where there is no theme. */
export function storyName(story: Story): string {
  return story.theme === '' ? story.title : `${story.theme} - ${story.title}`;
}
