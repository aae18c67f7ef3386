import { isBehaviouralQuestion } from './prose.ts';
import { unquote } from './quotes.ts';
import { type Seconds, timeInHeading } from './target.ts';

/** What the heading over a story says. */
export interface StoryHeading {
  /** `3` or `10a` as written; `''` where the heading has no number. */
  readonly number: string;
  readonly theme: string;
  /** Never empty. */
  readonly title: string;
  readonly seconds: Seconds | undefined;
}

const STORY_NUMBER =
  /^(?:(?:star|power|my|behaviou?ral) )?story\s*(?:#|no\.?\s*)?(\d{1,3}[a-z]?|[ivx]{1,4}|[a-z])?(?:\s*[:.)|·•]\s*|\s+[–—-]\s+|\s+|$)/i;
/** Other names for a story, which need a number: `STAR 1.`, `Example 2:`, `Q3 —`. */
const OTHER_NUMBER =
  /^(?:(?:behaviou?ral )?(?:star|example|scenario|anecdote|episode|experience)\s*(?:#|no\.?\s*)?(\d{1,3}[a-z]?)|((?:q|s)\s?\d{1,3}|question\s*#?\d{1,3}))(?:\s*[:.)|·•]\s*|\s*[–—-]\s+|\s+|$)/i;
/** The same in German, Spanish, Portuguese, French, Italian, Russian and Chinese. */
const FOREIGN_NUMBER =
  /^(?:(?:meine|mi) )?(?:geschichte|beispiel|hist[oó]ria|histoire|storia|история|故事)\s*(?:#|(?:n(?:r|o|º|\.º)|№)\.?\s*)?(\d{1,3}[a-z]?)(?:\s*[:.)|·•]\s*|\s*[–—-]\s+|\s+|$)/i;
const NUMBER = /^#?(\d{1,3}[a-z]?)(?:[.):]\s*|\s+[·•|–—-]\s+)(?=\S)/i;
const OPENING_MARKS = /^[^\p{L}\p{N}["“„«#(<]+(?=[\p{L}\p{N}["“„«#(])/u;
const BRACKETED_THEME = /^\[([^\]]{1,40})\]\s*(?:[:–—-]\s*)?(?=\S)/;
const NAMED_STORY = /^(?:(?:the|my|a|an) )?(.{1,40}?) story$/i;
/** `A README that tells the story`, `Template 2: failure story`. */
const NO_NAME =
  /\b(?:tells?|telling|tell|your|each|every|this|that|writing?|the) (?:the |a |your )?story$|^templates?\b/i;
const THEME_AND_TITLE = /^(.{1,40}?)(?:\s+[-–—|]\s+|:\s+)(?=\S)/;

const MAX_THEME_WORDS = 5;

/** @param heading the heading's text without its `#`; @returns its parts */
export function parseStoryHeading(heading: string): StoryHeading {
  const { seconds, text } = timeInHeading(heading.trim());
  const plain = text.replace(/\s*:$/, '').replace(OPENING_MARKS, '');
  const numbered =
    plain.match(STORY_NUMBER) ??
    plain.match(OTHER_NUMBER) ??
    plain.match(FOREIGN_NUMBER) ??
    plain.match(NUMBER);
  const rest = numbered ? plain.slice(numbered[0].length).replace(OPENING_MARKS, '').trim() : plain;
  const number = (numbered?.[1] ?? numbered?.[2] ?? '').replace(/\s/g, '');
  const named = rest === '' ? plain : rest;
  if (isBehaviouralQuestion(named)) return { number, theme: '', title: unquote(named), seconds };
  return { number, ...themeAndTitle(unquote(named)), seconds };
}

function themeAndTitle(text: string): { theme: string; title: string } {
  const title = text === '' ? 'Story' : text;
  const bracketed = title.match(BRACKETED_THEME);
  if (bracketed?.[1]) return { theme: bracketed[1].trim(), title: title.slice(bracketed[0].length) };
  const named = title.match(NAMED_STORY)?.[1];
  if (named !== undefined) return { theme: isTheme(named) ? named : '', title };
  const parted = title.match(THEME_AND_TITLE);
  const theme = parted?.[1]?.trim() ?? '';
  if (parted && /^(?:star )?(?:example|story|sample|answer)$/i.test(theme))
    return themeAndTitle(title.slice(parted[0].length));
  return parted && isTheme(theme) ? { theme, title: title.slice(parted[0].length) } : { theme: '', title };
}

function isTheme(text: string): boolean {
  return text.split(' ').length <= MAX_THEME_WORDS && /\p{L}/u.test(text);
}

/**
 * @param heading a heading's text
 * @returns `numbered` for `Story 3`, `named` for `[Risk] On call` or `The Risk Story`; `undefined` where the
 *   heading alone does not tell that a story stands below
 */
export function storyHeadingKind(heading: string): 'numbered' | 'named' | undefined {
  const { text } = timeInHeading(heading.slice(0, 300));
  const plain = text.trim().replace(/\s*:$/, '').replace(OPENING_MARKS, '');
  if (/^(?:(?:star|power|my|behaviou?ral) )?story\s*(?:#|no\.?\s*)?\d/i.test(plain)) return 'numbered';
  if (/^story [a-z](?::\s*|\s*[·•|–—-]\s+)\S/i.test(plain)) return 'numbered';
  if (/^star\s*#?\d{1,3}\b/i.test(plain) || FOREIGN_NUMBER.test(plain)) return 'numbered';
  if (/^story(?::\s*|\s+[–—-]\s+)\S/i.test(plain)) return 'named';
  if (BRACKETED_THEME.test(plain) && !/^\[[ x]\]/i.test(plain)) return 'named';
  return NAMED_STORY.test(plain) && plain.split(' ').length <= 8 && !NO_NAME.test(plain)
    ? 'named'
    : undefined;
}
