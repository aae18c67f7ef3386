import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinFiles, sortFiles } from '../../../guide/join-files.ts';

/** Of a later file, a byte order mark goes. */
const markless = (text: string) => text.replace(/^\ufeff+/, '');

describe('joinFiles', () => {
  it('joins in the order of names, as people count, with a blank line between', () => {
    const files = [
      { name: 's/10-last.md', text: '# C' },
      { name: 's/2-mid.md', text: '# B\n' },
      { name: 's/1-first.md', text: '# A\r\n' },
    ];
    expect(sortFiles(files).map((file) => file.name)).toEqual(['s/1-first.md', 's/2-mid.md', 's/10-last.md']);
    expect(joinFiles(files)).toBe('# A\r\n\r\n# B\n\r\n# C');
  });

  it('keeps each text whole, whatever it is', () => {
    const file = fc.record({ name: fc.string(), text: fc.string({ unit: 'binary' }).map(markless) });
    fc.assert(
      fc.property(fc.array(file, { maxLength: 4 }), (files) => {
        const joined = joinFiles(files);
        let at = 0;
        for (const { text } of sortFiles(files)) {
          const found = joined.indexOf(text, at);
          expect(found).toBeGreaterThanOrEqual(at);
          // Between two texts stand line ends only.
          expect(joined.slice(at, found).replace(/[\r\n]/g, '')).toBe('');
          at = found + text.length;
        }
        expect(at).toBe(joined.length);
      }),
    );
  });

  it('changes nothing in a single file', () => {
    expect(joinFiles([{ name: 'a', text: '\n\n x \n' }])).toBe('\n\n x \n');
  });
});
