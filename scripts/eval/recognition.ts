/** How well competencies are recognised in questions that the model has not seen. */
import { CLASSES, competencyExamples, exampleOf, type Sources } from '../../matching/bank.ts';
import type { Features } from '../../matching/features.ts';
import { type Example, logits, train } from '../../matching/train.ts';

export interface Recognition {
  /** Share of questions whose likeliest competency is the row's primary one, and any of the row's. */
  readonly primary: number;
  readonly any: number;
  /** Share with the primary one among the two likeliest. */
  readonly primaryInTwo: number;
}

/** Cross-validates on the bank; the other sources are always learnt from. `keep` says which features the model may see. */
export function crossValidate(
  sources: Sources,
  folds: number,
  keep = (_name: string): boolean => true,
): Recognition {
  const only = (features: Features): Features => new Map([...features].filter(([name]) => keep(name)));
  const strip = (example: Example): Example => ({ ...example, features: only(example.features) });
  const rows = sources.bank;
  const examples = rows.map((row) => strip(exampleOf(row)));
  const others = competencyExamples({ ...sources, bank: [] }).map(strip);
  let primary = 0;
  let any = 0;
  let two = 0;
  for (let fold = 0; fold < folds; fold++) {
    const weights = train([...examples.filter((_, at) => at % folds !== fold), ...others], CLASSES);
    examples.forEach(({ features, target }, at) => {
      if (at % folds !== fold) return;
      const scores = [...logits(weights, features)].map((score, place) => ({ score, place }));
      const [first, second] = scores.sort((a, b) => b.score - a.score).map(({ place }) => place);
      const wanted = target[0]?.[0];
      if (first === wanted) primary++;
      if (target.some(([place]) => place === first)) any++;
      if (first === wanted || second === wanted) two++;
    });
  }
  return { primary: primary / rows.length, any: any / rows.length, primaryInTwo: two / rows.length };
}
