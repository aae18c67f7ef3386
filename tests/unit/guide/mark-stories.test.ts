import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headingsOf, markStories } from '../../../guide/mark-stories.ts';
import { parseGuide } from '../../../guide/parse.ts';

const TEXT = `# My notes\r
\r
## Night *shift*\r
It was late.\r
\r
Under lined\r
-----------\r
text\r
\r
## Story 4: Known\r
It is known.\r
\`\`\`\r
# no heading\r
\`\`\`\r
`;

describe('headingsOf', () => {
  it('lists the headings that are no stories yet, with their lines', () => {
    expect(headingsOf(TEXT)).toEqual([
      { line: 1, depth: 1, text: 'My notes' },
      { line: 3, depth: 2, text: 'Night shift' },
      { line: 6, depth: 2, text: 'Under lined' },
    ]);
  });
});

describe('markStories', () => {
  it('writes the words in and leaves every other letter as it is', () => {
    const marked = markStories(TEXT, [3, 6]);
    expect(marked).toBe(
      TEXT.replace('## Night', '## Story 5: Night').replace('Under lined', '## Story 6: Under lined'),
    );
    expect(parseGuide(marked).stories).toHaveLength(3);
  });

  it('makes stories of the headings of a text that had none', () => {
    const text = '# Things\n\n## One\ntext\n\n## Two\ntext\n';
    expect(parseGuide(markStories(text, [3, 6])).stories.map((story) => story.title)).toEqual(['One', 'Two']);
  });

  it('only ever adds', () => {
    const line = fc.oneof(
      fc.constantFrom('# A', '## B ##', '> # quoted', '- # item', '===', '---', '', '#', '   ### C'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(line), fc.constantFrom('\n', '\r\n', '\r'), (lines, end) => {
        const text = lines.join(end);
        const letters = [...text];
        const marked = markStories(
          text,
          headingsOf(text).map((heading) => heading.line),
        );
        let kept = 0;
        for (const letter of marked) if (letter === letters[kept]) kept += 1;
        expect(kept).toBe(letters.length);
      }),
    );
  });
});
