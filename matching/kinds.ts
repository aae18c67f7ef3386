/**
 * Kinds of story that nearly every guide has. What is learnt straight from questions that such a story answers, or
 * doesn't, says more than the competencies alone: a hard decision and a bold one share theirs.
 */
import kindList from '../stories-data/kinds.json' with { type: 'json' };
import { competencyPlace } from './vocabulary.ts';

/** Ids in the order that every vector of kinds uses. */
export const KINDS: readonly string[] = kindList.map(({ id }) => id);
/** For each kind the places of the competencies that name a story of it. */
export const KIND_COMPETENCIES: readonly (readonly number[])[] = kindList.map(({ competencies }) =>
  competencies.map(competencyPlace),
);
/** How much of what a story answers goes by its kind; the rest by its competencies and their neighbours. */
export const BY_KIND = 0.4;

/** The place of a kind in the vectors; -1 when unknown. */
export const kindPlace = (id: string): number => KINDS.indexOf(id);

/** 1 for each kind that one of these competencies names, else 0, in the order of KINDS. */
export function kindsNamed(competencies: ReadonlySet<number>): number[] {
  return KIND_COMPETENCIES.map((named) => (named.some((place) => competencies.has(place)) ? 1 : 0));
}

/** Which of a story's own competencies stands for its kind when the kind is to be told: the strongest of them. */
export function tellingCompetency(kind: number, strength: (competency: number) => number): number {
  const named = KIND_COMPETENCIES[kind] ?? [];
  return named.reduce((best, place) => (strength(place) > strength(best) ? place : best), named[0] ?? 0);
}
