import { describe, expect, it } from 'vitest';
import { formOf } from '../../../matching/form.ts';
import { asker, defaultGuide } from './guides.ts';

describe('how a question is put', () => {
  it.each([
    ['Tell me about a time you gave in.', 'experience'],
    ['Have you ever had to apologise to a supplier?', 'experience'],
    ['Could you give an example of a promise that was hard to keep?', 'experience'],
    ['When did you last change your mind at work?', 'experience'],
    ['Describe the hardest week of your apprenticeship.', 'experience'],
    ['Which gamble paid off for you?', 'experience'],
    ['How do you plan a busy week?', 'general'],
    ['What makes a good head nurse?', 'general'],
    ['What would you do if a parent shouted at you?', 'hypothetical'],
    ['Your best cook wants to leave. How would you react?', 'hypothetical'],
    ['removing blockers', 'open'],
    ['Tell us about leading through change.', 'open'],
  ])('%s: %s', (text, form) => expect(formOf(text)).toBe(form));
  it('is that of the main clause', () =>
    expect(formOf('Tell me about a time you led a rescue. What would you do differently?')).toBe(
      'experience',
    ));
});

describe('a question without an experience asked', () => {
  const ask = asker(defaultGuide());
  it('is answered less surely than the same as an experience', () => {
    const sure = (text: string) => ask(text).confidence;
    expect(sure('How do you usually learn a new tool quickly?')).toBeLessThan(
      sure('Tell me about a time you had to learn a new tool quickly.'),
    );
  });
  it('still finds its story where one squarely fits', () =>
    expect(ask('How do you deal with disagreements with colleagues?').outcome).toBe('story'));
});
