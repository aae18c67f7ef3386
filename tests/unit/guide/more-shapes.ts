import { bullets, parts, type Shape } from './write-guide.ts';

/** Shapes that were met later. */
export const MORE_SHAPES: readonly Shape[] = [
  {
    name: 'bold lines under one heading',
    carries: ['title'],
    before: ['# Stories to tell', ''],
    write: (model, number) => [
      `**Story ${number}: ${model.title}**`,
      `- Prompt: ${model.question}`,
      '- STAR:',
      ...parts(model).map(([label, text]) => `  - ${label}: ${text}`),
    ],
  },
  {
    name: 'numbered lines without a heading',
    carries: ['title'],
    write: (model, number) => [
      `${number}. ${model.title}`,
      `Question: ${model.question}`,
      ...parts(model).map(([label, text]) => `• ${label}: ${text}`),
    ],
  },
  {
    name: 'questions over a fence with letters',
    carries: ['title', 'questions'],
    write: (model, number) => [
      `### ${number}. **${model.title}**`,
      '**Example Questions:**',
      ...bullets(model.questions.map((each) => `"${each}"`)),
      '',
      '**Good Story:**',
      '```',
      `S: ${model.situation}`,
      `T: ${model.task}`,
      'A:',
      ...bullets(model.action),
      `R: ${model.result}`,
      '```',
    ],
  },
  {
    name: 'parts by letter and name',
    carries: ['title', 'seconds'],
    write: (model, number) => [
      `## ⭐ STAR STORY ${number} — ${model.title}`,
      '',
      `**Time:** ${model.seconds} seconds`,
      '',
      ...parts(model).flatMap(([label, text]) => [`### **${label.charAt(0)} — ${label}**`, '', text, '']),
    ],
  },
];
