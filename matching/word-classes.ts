/** Words that mean nearly the same, so that what is learnt from one of them holds for the others. */
import classData from '../stories-data/word-classes.json' with { type: 'json' };
import { tokenise } from './tokens.ts';

const classes = new Map<string, string>();
for (const line of classData) {
  const [head = ''] = line.split(' ');
  for (const token of tokenise(line)) if (!classes.has(token.stem)) classes.set(token.stem, `@${head}`);
}

/** `@boss` for manager; `undefined` for a word without a class. */
export const classOf = (stem: string): string | undefined => classes.get(stem);
