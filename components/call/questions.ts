/** What the interviewer on the mock call page asks, in this order and then again from the start. */
export const QUESTIONS = [
  'Tell me about a time you disagreed with someone senior to you. How did it end?',
  'When did you last have to learn something new under time pressure?',
  'Tell me about a risk you took that not everybody was convinced of.',
  'Describe a time when you put the team before your own interests.',
  'Can you give me an example of making life easier for the people around you?',
  'What would you do differently if you could start your last project again?',
] as const;

/** The question for a turn, however often the user has asked for the next one. */
export function questionAt(turn: number): string {
  return QUESTIONS[turn % QUESTIONS.length] ?? QUESTIONS[0];
}
