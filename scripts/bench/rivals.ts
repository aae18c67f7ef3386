/**
 * This matcher beside search libraries, on the project's own questions, in one run: does the right story come
 * first, and how long does a query take? Part of `npm run bench -- --rivals`.
 */
import UFuzzy from '@leeoniya/ufuzzy';
import Fuse from 'fuse.js';
import fuzzysort from 'fuzzysort';
import MiniSearch from 'minisearch';
import type { Story } from '../../guide/types.ts';
import { buildIndex } from '../../matching/build-index.ts';
import { match } from '../../matching/match.ts';
import { fieldTexts, storyName } from '../../matching/story-text.ts';
import { type Case, GUIDES, type GuideName, readCases, readGuide } from '../eval/cases.ts';
import { ratio, type Spread, spread } from './figures.ts';

/**
 * Stories in the collection that is searched; 4 are a right one and three others of its guide. Larger ones add
 * strangers put together from other guides; these make a query slower and words more common, but where they rank
 * counts for nothing, since some would answer the question as well.
 */
export const SIZES = [4, 100, 1000, 10_000] as const;
/** Questions asked at each size; fewer of the largest, where some rivals need a second for each. */
const ASKED: Readonly<Record<number, number>> = { 4: 90, 100: 45, 1000: 18, 10000: 6 };

/** A story as the libraries get it. */
interface Entry {
  readonly id: number;
  readonly title: string;
  readonly labels: string;
  readonly text: string;
}

/** Places of the stories, best first; those that were not found at all may be missing. */
type Search = (query: string) => readonly number[];
type Maker = (stories: readonly Story[], entries: readonly Entry[]) => Search;

/** Begins the ids of strangers. */
const FILLER = 'filler ';
const FIELDS = ['title', 'labels', 'text'];

const MAKERS: Readonly<Record<string, Maker>> = {
  Hookline: (stories) => {
    const guide = readGuide('default');
    const index = buildIndex({ ...guide, stories: [...stories] });
    const places = new Map(stories.map((story, at) => [story, at]));
    return (query) => match(index, query).stories.map(({ story }) => places.get(story) ?? -1);
  },
  'Fuse.js as a beginner': (_, entries) => {
    const fuse = new Fuse(entries, { keys: FIELDS });
    return (query) => fuse.search(query).map(({ item }) => item.id);
  },
  'Fuse.js, useTokenSearch': (_, entries) => {
    const fuse = new Fuse(entries, { keys: FIELDS, useTokenSearch: true, ignoreLocation: true });
    return (query) => fuse.search(query).map(({ item }) => item.id);
  },
  'MiniSearch, fuzzy and prefix': (_, entries) => {
    const mini = new MiniSearch<Entry>({ fields: FIELDS, searchOptions: { fuzzy: 0.2, prefix: true } });
    mini.addAll(entries);
    return (query) => mini.search(query).map(({ id }) => Number(id));
  },
  uFuzzy: (_, entries) => {
    const fuzzy = new UFuzzy({ intraMode: 1 });
    const haystack = entries.map(({ title, labels, text }) => `${title} ${labels} ${text}`);
    return (query) => {
      const [found, , order] = fuzzy.search(haystack, query, 4);
      return order && found ? order.map((at) => found[at] ?? -1) : (found ?? []);
    };
  },
  fuzzysort: (_, entries) => {
    return (query) => fuzzysort.go(query, entries, { keys: FIELDS }).map(({ obj }) => obj.id);
  },
};

export interface RivalResult {
  readonly stories: number;
  readonly name: string;
  /** Share of questions whose right story comes first. */
  readonly first: number;
  readonly firstThree: number;
  readonly ms: Spread;
  /** Median time, as a multiple of this matcher's in the same run. */
  readonly medianRatio: number;
}

/** Every matcher on collections of these sizes, by turns. */
export function measureRivals(sizes: readonly number[]): RivalResult[] {
  const guides = new Map(GUIDES.map((name) => [name, readGuide(name).stories]));
  const asked = readCases('questions').filter(({ stories }) => stories.length > 0);
  return sizes.flatMap((size) => {
    const step = Math.max(1, Math.floor(asked.length / (ASKED[size] ?? asked.length)));
    const cases = asked.filter((_, at) => at % step === 0);
    const rows = Object.entries(MAKERS).map(([name, make]) => ({ name, ...ask(make, cases, guides, size) }));
    const own = rows[0]?.ms.median ?? Number.NaN;
    return rows.map((row) => ({ stories: size, ...row, medianRatio: ratio(row.ms.median, own) }));
  });
}

type Guides = ReadonlyMap<GuideName, readonly Story[]>;

function ask(make: Maker, cases: readonly Case[], guides: Guides, size: number) {
  const searches = new Map<string, { stories: readonly Story[]; search: Search }>();
  const times: number[] = [];
  let first = 0;
  let three = 0;
  for (const [at, { guide, text, stories: wanted }] of cases.entries()) {
    const key = size === 4 ? `${at}` : guide;
    let known = searches.get(key);
    if (!known) {
      const stories = collection(guides, guide, wanted, size);
      known = { stories, search: make(stories, stories.map(entryOf)) };
      known.search('a first query that warms up');
      searches.set(key, known);
    }
    const start = performance.now();
    const found = known.search(text);
    times.push(performance.now() - start);
    const right = (place: number): boolean => {
      const story = known.stories[place];
      return story !== undefined && wanted.includes(storyName(story));
    };
    const own = found.filter((place) => known.stories[place]?.id.startsWith(FILLER) === false);
    if (own.slice(0, 1).some(right)) first++;
    if (own.slice(0, 3).some(right)) three++;
  }
  return { first: first / cases.length, firstThree: three / cases.length, ms: spread(times) };
}

/** The guide's stories among others of other guides; four at a time with the right one in their midst. */
function collection(guides: Guides, name: GuideName, wanted: readonly string[], size: number): Story[] {
  const own = guides.get(name) ?? [];
  if (size === 4) {
    const right = own.find((story) => wanted.includes(storyName(story)));
    const others = own.filter((story) => !wanted.includes(storyName(story))).slice(0, 3);
    return right ? [...others.slice(0, 2), right, ...others.slice(2)] : others;
  }
  const strangers = [...guides].filter(([other]) => other !== name).flatMap(([, stories]) => stories);
  const fillers = Array.from({ length: Math.max(0, size - own.length) }, (_, at) => filler(strangers, at));
  return [...own, ...fillers.filter((story) => story !== undefined)];
}

/** A story put together of others' parts, so that ten thousand differ. */
function filler(strangers: readonly Story[], at: number): Story | undefined {
  const count = strangers.length;
  const [one, other] = [strangers[at % count], strangers[(at * 7 + Math.floor(at / count)) % count]];
  if (!one || !other) return undefined;
  return {
    ...one,
    id: `${FILLER}${at}`,
    title: `${one.title} ${at}`,
    script: other.script,
    points: other.points,
  };
}

function entryOf(story: Story, id: number): Entry {
  const texts = fieldTexts(story);
  const of = (...fields: string[]): string =>
    texts
      .filter(({ field }) => fields.includes(field))
      .map(({ text }) => text)
      .join(' ');
  return {
    id,
    title: storyName(story),
    labels: of('tags', 'values', 'answers', 'people', 'metrics'),
    text: of('hooks', 'points', 'script', 'notes'),
  };
}

/** The table that `npm run bench -- --rivals` prints. */
export function printRivals(results: readonly RivalResult[]): void {
  const percent = (share: number): string => `${(100 * share).toFixed(1)} %`.padStart(8);
  for (const { stories, name, first, firstThree, ms, medianRatio } of results) {
    if (name === 'Hookline') console.log(`\n${stories} stories, ${ms.count} questions`);
    console.log(
      `  ${name.padEnd(30)} first ${percent(first)}  among three ${percent(firstThree)}  ` +
        `median ${String(ms.median).padStart(8)} ms  p95 ${String(ms.p95).padStart(8)} ms  ${String(medianRatio).padStart(8)} x`,
    );
  }
}
