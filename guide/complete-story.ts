import type { Part, PartPiece, StoryDraft } from './drafts.ts';
import { foundMetrics } from './found-metrics.ts';
import { offeredPoints } from './offered-points.ts';
import { gapsIn, isGap, isTemplate } from './placeholders.ts';
import { countWords, firstSentence, isAdvice, isNarrative } from './prose.ts';
import { unquote } from './quotes.ts';
import { storyKind } from './sections.ts';
import type { Item, KeyPoint } from './types.ts';

/** Key points that are read at a glance; parts are not opened up into more. */
const MOST_POINTS = 9;
/** Letters; a longer paragraph is shown by its first sentence. */
const LONG = 160;
/** Words under a heading that may be the story itself. */
const LEAST_SCRIPT = 25;

const RESULT = /^(?:results?|outcomes?|impact|r\d?)\b/i;

/**
 * Fills in what a story does not say outright: key points and a script from its parts, a hook from its
 * script, numbers from its text. Sets apart what its writer still has to fill in.
 *
 * @param read as written, card and section joined
 * @param hasMetrics whether the guide lists numbers for it elsewhere
 */
export function completeStory(read: StoryDraft, hasMetrics = false): StoryDraft {
  const story = withoutGaps(read);
  const { parts, intro } = story;
  const told = isScript(story) ? intro : [];
  const script =
    story.script.length > 0
      ? story.script
      : parts.length > 0
        ? parts.flatMap((part) => spoken(part, story.points.length > 0))
        : told;
  // Where both are written in full, the parts are all that keeps their own words.
  const whole = story.script.length > 0;
  const points = story.points.length > 0 ? story.points : pointsOf(parts, whole);
  const kept = whole && story.points.length > 0 ? parts.flatMap(labelled) : [];
  const details =
    whole && story.points.length === 0
      ? parts.flatMap(({ pieces }) => pieces.filter(isDetail).map(plain))
      : [];
  const notes = [...(told.length > 0 && script === told ? [] : intro), ...story.notes, ...kept, ...details];
  const metrics =
    story.metrics.length > 0 || hasMetrics
      ? story.metrics
      : foundMetrics([...results(parts), ...points.filter(isResult), ...script]);
  return {
    ...story,
    script,
    points: points.length > 0 ? points : offeredPoints(script),
    notes,
    metrics,
    hooks: story.hooks.length > 0 ? story.hooks : offeredHook(script),
  };
}

function isScript({ script, parts, points, intro }: StoryDraft): boolean {
  if (script.length > 0 || parts.length > 0 || points.length > 0) return false;
  const text = intro.map((item) => item.text).join(' ');
  // Not everybody says `I`.
  return isNarrative(text, LEAST_SCRIPT) || (countWords(text) >= LEAST_SCRIPT && !isAdvice(text));
}

/** Opens up the parts whose bullets still fit among the points, results first. */
function pointsOf(parts: readonly Part[], whole: boolean): KeyPoint[] {
  const opened = new Set<Part>();
  const told = parts.filter(({ pieces }) => pieces.length > 0);
  let count = told.length;
  const byWeight = [...told].sort((one, other) => weight(one) - weight(other));
  for (const part of byWeight) {
    const more = bullets(part).length - 1;
    if (!whole && count + more > MOST_POINTS) continue;
    count += more;
    opened.add(part);
  }
  return told.flatMap((part) => {
    const { label } = part;
    const pieces = opened.has(part) ? bullets(part) : bullets(part).slice(0, 1);
    return pieces.map(({ text, lines }) => ({ label, text: whole ? text : glance(text), lines }));
  });
}

/** Results are opened first, then what has fewest bullets. */
function weight(part: Part): number {
  return RESULT.test(part.label) ? 0 : bullets(part).length;
}

function bullets({ pieces }: Part): readonly PartPiece[] {
  const outer = pieces.filter((piece) => !isDetail(piece));
  return outer.length > 0 ? outer : pieces.slice(0, 1);
}

const isDetail = ({ depth }: PartPiece) => depth > 0;
const isResult = ({ label }: KeyPoint) => RESULT.test(label);
const plain = ({ text, lines }: Item): Item => ({ text, lines });

function glance(text: string): string {
  const said = unquote(text);
  // A quotation that is cut has lost the mark that closes it.
  return said.length > LONG ? firstSentence(said).replace(/^["“](?=[^"”]*$)/, '') : said;
}

/** A part's text; where no key point names the part, a name of the writer's own goes with it. */
function spoken(part: Part, isNameless: boolean): Item[] {
  return isNameless && storyKind(part.label) !== 'star' ? labelled(part) : part.pieces.map(plain);
}

function labelled({ label, pieces, lines: from }: Part): Item[] {
  return pieces.map(({ text, lines }, index) =>
    index === 0 && label !== ''
      ? { text: `${label}: ${text}`, lines: { ...lines, start: Math.min(from.start, lines.start) } }
      : { text, lines },
  );
}

function results(parts: readonly Part[]): Item[] {
  return parts.filter(({ label }) => RESULT.test(label)).flatMap(({ pieces }) => pieces);
}

function offeredHook(script: readonly Item[]): Item[] {
  const first = script[0];
  if (!first) return [];
  const text = unquote(firstSentence(unquote(first.text))).replace(/^["“](?=[^"”]*$)/, '');
  return text === '' ? [] : [{ text, lines: first.lines, offered: true }];
}

/** Takes out what only says that something is to be written there. */
function withoutGaps(story: StoryDraft): StoryDraft {
  const toFill: Item[] = [...story.toFill];
  const filled = <T extends { readonly lines: Item['lines'] }>(
    items: readonly T[],
    said: (item: T) => string,
    part?: Part,
    /** The item in full, where more than what is judged would be lost with it. */
    whole: (item: T) => string = said,
  ): T[] =>
    items.filter((item) => {
      const text = said(item);
      if (isGap(text) || (part !== undefined && isTemplate(text))) {
        // The first of a part goes with its name, which may be known from nowhere else.
        const isNamed = part !== undefined && part.label !== '' && items[0] === item;
        toFill.push(
          isNamed
            ? {
                text: `${part.label}: ${text}`,
                lines: { ...item.lines, start: Math.min(part.lines.start, item.lines.start) },
              }
            : { text: whole(item), lines: item.lines },
        );
        return false;
      }
      for (const gap of gapsIn(text)) toFill.push({ text: gap, lines: item.lines });
      return true;
    });
  const texts = (items: readonly Item[]) => filled(items, ({ text }) => text);
  const done = {
    ...story,
    values: texts(story.values),
    tags: texts(story.tags),
    answers: texts(story.answers),
    metrics: filled(story.metrics, ({ value, label }) => `${value} ${label}`.trim()),
    people: filled(story.people, ({ name, role }) => `${name} ${role}`.trim()),
    hooks: texts(story.hooks),
    script: texts(story.script),
    points: filled(
      story.points,
      ({ text }) => text,
      undefined,
      ({ label, text }) => (label === '' ? text : `${label}: ${text}`),
    ),
    parts: story.parts.map((part) => ({
      ...part,
      pieces: filled(part.pieces, ({ text }) => text, part),
    })),
    intro: texts(story.intro),
    notes: texts(story.notes),
  };
  toFill.sort((one, other) => one.lines.start - other.lines.start);
  return { ...done, toFill };
}
