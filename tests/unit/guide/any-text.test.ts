import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseGuide, parseWithLines } from '../../../guide/parse.ts';
import { linesOf, lostLines, misplacedItems, positionsIn } from './kept-words.ts';

/** Each `$` becomes a word that stands nowhere else in the text. */
const HEADINGS = [
  '# $',
  '## $',
  '#### $',
  '## Story 1: $',
  '## Story 2: THEME - $ (45 seconds)',
  '### [Theme] $',
  '## The $ Story',
  '## Quick Reference Card',
  '### Opening Hooks:',
  '### The Story',
  '### Key Points',
  '### Situation',
  '### Tags: $',
  '## Practice Checklist',
  '## Key Names to Remember',
  '## Key Metrics to Remember',
  '## Universal Connections',
  '## If You Forget Mid-Story',
  '## Emergency Backup Phrases',
  '####',
  'Setext $\n===',
  '# Q1 — Tell me about a time you lost $',
  '## Ownership',
  '## $ · $',
  '### STAR 2. $ — **$**',
  '### STAR',
  '### Result ($)',
  '# Situation',
];
const CONTENTS = [
  '$',
  '$ $\n$ $',
  '- $',
  '- $\n  $',
  '- $: $',
  '- **$:** $',
  '- **$** - $ (Theme)',
  '- "$"',
  '- [ ] $',
  '- [x] $\n  - $\n    1. $',
  '1. $\n\n   $',
  '* * $',
  '> $\n> - $',
  '> > ## $',
  '- ## $',
  '**Values:** $, $\n**Time:** 45 seconds\n**Key Numbers:** 5 $, $ 6%',
  '**Time:** $',
  '**Time:** 45 seconds $',
  '**Key Person:** $ ($, $)',
  '**Theme:** $',
  '**Best for:** "$" / "$"',
  '**Situation:** $\n$',
  '**Result**',
  '**Situation**: $',
  '**$:** $',
  '**$**',
  '**Harbour connection:** $',
  'If you need thinking time:\n- $',
  '$ $:\n- $',
  'Remember: $',
  'Values: $',
  '"$ $"',
  '“$”',
  '*$* _$_ `$` ~~$~~ [$](http://x.example) \\*$',
  '[$]',
  '![$](x.png)',
  '<div>\n$\n</div>',
  '<$> <!-- $ -->',
  '<!--\n$\n-->',
  '```\n$\n\n$\n```',
  '~~~\n$',
  '    $',
  '| a | b |\n|---|---|\n| $ | $ |\n| $ |',
  '| Question | Story |\n|---|---|\n| $ | Story 1 |',
  '| Story | Theme | Time |\n|---|---|---|\n| $ | $ | 45 s $ |',
  '---',
  '***',
  '`$\n$`',
  '[$\n$](http://x.example)',
  '$  \n$',
  '- Tell me about a time when you failed\n  I lost $ $ $ $ $ $ $ $ $ and I found $ $ $ $ $ $ $ $ $ again.',
  '- Describe a conflict with $.\n- $',
  '**$**\n\n- **S:** $\n- **T:** $\n- **A1:** $\n- **R:** $',
  'Situation: $\nTask: $\nResult: $',
  '**S (Situation):** $\n**R (Result):** [$]',
  '**Action:** TODO $',
  '```\nsituation: $ $ $ $ $ $ $\n task: $\n  $\n```',
  '<details>\n<summary>$</summary>\n\n**Situation:** $\n\n**Result:** $\n</details>',
  '<details><summary>$</summary>\n$\n**Task:** $\n<b>$</b>\n</details>',
  '| Part | Text |\n|---|---|\n| Situation | $ |\n| Result | $ |\n| $ | $ |',
  '| Story | Situation | Task | Result |\n|---|---|---|---|\n| $ | $ | $ | $ |\n| | $ | | |',
  '\n---\ntags: [$, $]\ntime: $\n$: $\nskills:\n  - $\n---\n\n# $',
  '[[a#$]] [[$]]',
  '**Values:** [[a#$]], #$',
  '#$ #$',
  '\t$',
  ' ',
];

/** Shuffled Markdown, with a number on every word that carries content. */
const markdown = fc
  .array(
    fc.record({
      fragment: fc.oneof(
        { weight: 1, arbitrary: fc.constantFrom(...HEADINGS) },
        { weight: 2, arbitrary: fc.constantFrom(...CONTENTS) },
      ),
      gap: fc.constantFrom('\n', '\n\n', '\r\n', '\n\n\n'),
    }),
    { maxLength: 40 },
  )
  .map((parts) => {
    let word = 0;
    return parts.map(({ fragment, gap }) => fragment.replaceAll('$', () => `word${word++}x`) + gap).join('');
  });

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({
    unit: fc.constantFrom(...'#*-_>[]()|`~:"! \n\t\r\\1.<a&;x\u0000\ud800\uFEFF'),
    maxLength: 200,
  }),
  markdown,
);

// The same texts every time, so that a change is judged by itself; SEED=1, 2, 3 … searches on.
const seed = Number(process.env.SEED ?? 20261122);
const RUNS = { seed, numRuns: 300 };

describe('any text', () => {
  it('is read without an error, and the same way twice', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(parseGuide(text)).toEqual(parseGuide(text));
      }),
      RUNS,
    );
  });

  it('has each line placed or listed, never both', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { guide, placed } = parseWithLines(text);
        const listed = new Set(guide.unplaced.map((item) => item.lines.start));
        linesOf(text).forEach((line, index) => {
          const number = index + 1;
          expect(placed.has(number) && listed.has(number)).toBe(false);
          if (/[\p{L}\p{N}]/u.test(line)) expect(placed.has(number) || listed.has(number)).toBe(true);
        });
      }),
      RUNS,
    );
  });

  it('has its unplaced lines listed with their own text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const lines = linesOf(text);
        for (const { text: listed, lines: at } of parseGuide(text).unplaced) {
          expect([listed, at.end]).toEqual([lines[at.start - 1]?.trim(), at.start]);
        }
      }),
      RUNS,
    );
  });

  it('has all positions within the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const count = linesOf(text).length;
        for (const { start, end } of positionsIn(parseGuide(text))) {
          expect(start >= 1 && start <= end && end <= count).toBe(true);
        }
      }),
      RUNS,
    );
  });
});

describe('shuffled Markdown', () => {
  it('keeps every word, in the guide itself', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        expect(lostLines(text)).toEqual([]);
      }),
      { seed, numRuns: 1000 },
    );
  });

  it('keeps each word near the line it came from', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        expect(misplacedItems(text)).toEqual([]);
      }),
      RUNS,
    );
  });
});
