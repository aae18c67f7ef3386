import { describe, expect, it } from 'vitest';
import { parseGuide } from '../../../guide/parse.ts';
import { asker } from './guides.ts';

const guideOf = (stories: ReadonlyArray<readonly [string, string]>) =>
  parseGuide(
    ['# Guide', ...stories.map(([title, text], at) => `## Story ${at + 1}: ${title}\n\n${text}`)].join(
      '\n\n',
    ),
  );

const german = guideOf([
  [
    'MUT - Der Umzug nach Köln',
    'Ich schlug vor, die ganze Abteilung über Weihnachten zu verlegen. Alle hatten Angst.',
  ],
  [
    'STREIT - Zwei Pläne für eine Brücke',
    'Mein Vorgesetzter wollte Stahl, ich wollte Holz. Wir rechneten beide Entwürfe durch.',
  ],
  [
    'LERNEN - Gebärdensprache in drei Wochen',
    'Eine gehörlose Praktikantin begann bei uns, und niemand konnte mit ihr sprechen.',
  ],
]);
const spanish = guideOf([
  ['RIESGO - El mercado de los sábados', 'Propuse abrir los sábados cuando nadie quería trabajar.'],
  ['EQUIPO - La cosecha', 'Recogimos veinte toneladas de aceitunas antes de la tormenta.'],
  [
    'APRENDER - Contabilidad por la noche',
    'Aprendí contabilidad en seis semanas para salvar la cooperativa.',
  ],
]);
const chinese = guideOf([
  ['风险 - 夜间值班', '我建议全组改变夜间值班的方法，大家都反对。'],
  ['冲突 - 代码审查', '我和主管在代码审查中有不同的意见。'],
  ['学习 - 两周学会三种技术', '我在两周内学会了三种从来没有用过的技术。'],
]);

describe('guides in other languages', () => {
  it.each([
    ['Brücke', 1],
    ['brucke', 1],
    ['Gebärdensprache', 2],
    ['gebardensprahce', 2],
    ['Köln', 0],
    ['Weihnach', 0],
  ])('German: %s', (word, place) => {
    const found = asker(german)(word);
    expect(found.stories[0]?.story).toBe(german.stories[place]);
    expect(found.outcome).toBe('story');
  });
  it.each([
    ['sábados', 0],
    ['sabados', 0],
    ['aceitunas', 1],
    ['contabilidda', 2],
  ])('Spanish: %s', (word, place) =>
    expect(asker(spanish)(word).stories[0]?.story).toBe(spanish.stories[place]),
  );
  it.each([
    ['代码审查', 1],
    ['夜间值班', 0],
    ['技术', 2],
  ])('Chinese: %s', (word, place) =>
    expect(asker(chinese)(word).stories[0]?.story).toBe(chinese.stories[place]),
  );
});
