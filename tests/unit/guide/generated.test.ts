import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createParser, parseGuide } from '../../../guide/parse.ts';
import { MORE_SHAPES } from './more-shapes.ts';
import { texts } from './read.ts';
import * as written from './write-guide.ts';
import { stories, writeGuide } from './write-guide.ts';

const SHAPES = [...written.SHAPES, ...MORE_SHAPES];

const RUNS = { numRuns: 25 };

describe('a guide that was written out from a model', () => {
  for (const shape of SHAPES) {
    it(`is read back: ${shape.name}`, () => {
      fc.assert(
        fc.property(stories, (models) => {
          const guide = parseGuide(writeGuide(models, shape));
          expect(guide.unplaced).toEqual([]);
          expect(guide.stories.map((story) => story.script.split(/\s*\n\n|(?<=\.) /))).toEqual(
            models.map(({ situation, task, action, result }) => [situation, task, ...action, result]),
          );
          expect(guide.stories.map(({ points }) => [...new Set(points.map(({ label }) => label))])).toEqual(
            models.map(() => ['Situation', 'Task', 'Action', 'Result']),
          );
          expect(guide.stories.map(({ hooks }) => hooks.map(({ text, offered }) => [text, offered]))).toEqual(
            models.map(({ situation }) => [[situation, true]]),
          );
          for (const field of shape.carries) {
            const read = guide.stories.map((story) => {
              if (field === 'title') return story.title;
              if (field === 'question') return [story.title, texts(story.answers)];
              if (field === 'values') return texts(story.values);
              if (field === 'questions') return texts(story.answers);
              return [story.target?.from, story.target?.to];
            });
            expect([field, read]).toEqual([
              field,
              models.map((model) => {
                if (field === 'question') return [model.question, [model.question]];
                return field === 'seconds' ? [model.seconds, model.seconds] : model[field];
              }),
            ]);
          }
        }),
        RUNS,
      );
    });
  }

  it('is read by a parser that remembers as by one that does not', () => {
    const parser = createParser();
    fc.assert(
      fc.property(stories, fc.constantFrom(...SHAPES), fc.nat(), (models, shape, seed) => {
        const text = writeGuide(models, shape);
        const at = seed % (text.length + 1);
        for (const edited of [text, `${text.slice(0, at)}\n\`x\` y\n${text.slice(at)}`, text]) {
          expect(parser(edited)).toEqual(parseGuide(edited));
        }
      }),
      { numRuns: 200 },
    );
  });
});
