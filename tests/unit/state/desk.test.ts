import { describe, expect, it } from 'vitest';
import { parseGuide } from '../../../guide/parse.ts';
import { fileNameOf, storyAt } from '../../../state/desk.ts';
import { Marking } from '../../../state/marking.ts';

describe('the story under the cursor', () => {
  const guide = parseGuide(
    '# Guide\n\n## Story 1: One\n\n### Key Points\n- A: b\n\n## Story 2: Two\n\n### Key Points\n- C: d\n',
  );
  it.each([
    [1, undefined],
    [3, 'One'],
    [7, 'One'],
    [8, 'Two'],
    [99, 'Two'],
  ])('on line %i', (line, title) => {
    expect(storyAt(guide, line)?.title).toBe(title);
  });
});

describe('a file name', () => {
  it.each([
    ['Acme / Widgets: 2026?', 'Acme Widgets 2026'],
    ['..', 'guide'],
    ['\u202egnp.\u0000', 'gnp'],
    ['Zürich 面接', 'Zürich 面接'],
  ])('of %j', (name, file) => {
    expect(fileNameOf(name)).toBe(file);
  });
});

describe('marking headings', () => {
  it('asks again when the text went on while the change was looked at', () => {
    let text = '# A\n\n## B\n';
    const marking = new Marking({
      text: () => text,
      apply: (next) => {
        text = next;
      },
    });
    marking.start();
    marking.tick(3, true);
    marking.propose();
    text = `new line\n${text}`;
    marking.accept();
    expect(text).toBe('new line\n# A\n\n## B\n');
    expect(marking.headings.value?.map((heading) => heading.line)).toEqual([2, 4]);
    marking.tick(4, true);
    marking.propose();
    marking.accept();
    expect(text).toBe('new line\n# A\n\n## Story 1: B\n');
    expect(marking.headings.value).toBeNull();
  });
});
