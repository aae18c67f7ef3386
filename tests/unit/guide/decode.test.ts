import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText, MAX_BYTES } from '../../../guide/decode.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

/** A text's bytes in UTF-16, with a byte order mark. */
function utf16(text: string, isLittle: boolean): Uint8Array {
  const bytes = new DataView(new ArrayBuffer((text.length + 1) * 2));
  bytes.setUint16(0, 0xfeff, isLittle);
  for (let index = 0; index < text.length; index++)
    bytes.setUint16((index + 1) * 2, text.charCodeAt(index), isLittle);
  return new Uint8Array(bytes.buffer);
}

/** Any text that an editor may save: whole letters, none of the control characters that no text has. */
const anyText = fc
  .string({ unit: 'grapheme', maxLength: 200 })
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what no text has
  .map((text) => text.replace(/[\u0000-\u0008\u000b\u000e-\u001f\ufeff]/g, '').toWellFormed())
  .filter((text) => !/^(%PDF|\{\\rtf)/.test(text));

describe('decodeText', () => {
  it('gives UTF-8 back to the letter, a byte order mark with it', () => {
    fc.assert(
      fc.property(anyText, fc.boolean(), (text, hasMark) => {
        const whole = (hasMark ? '\ufeff' : '') + text;
        const found = decodeText('a.md', utf8(whole));
        expect(found).toEqual({ outcome: 'text', text: whole, encoding: 'UTF-8', remark: '' });
      }),
    );
  });

  it('gives UTF-16 with a byte order mark back to the letter, and says so', () => {
    fc.assert(
      fc.property(anyText, fc.boolean(), (text, isLittle) => {
        const found = decodeText('a.md', utf16(text, isLittle));
        expect(found).toMatchObject({ text, encoding: isLittle ? 'UTF-16 LE' : 'UTF-16 BE' });
      }),
    );
    expect(decodeText('a.md', utf16('Ä', true))).toMatchObject({
      remark: expect.stringContaining('“a.md” is UTF-16 LE'),
    });
  });

  it('reads what is no UTF-8 as Windows-1252, and says so', () => {
    const found = decodeText('alt.txt', new Uint8Array([0x43, 0x61, 0x66, 0xe9, 0x20, 0x93, 0x94]));
    expect(found).toMatchObject({ outcome: 'text', text: 'Café “”', encoding: 'Windows-1252' });
    expect(found).toMatchObject({ remark: expect.stringContaining('“alt.txt”') });
  });

  it.each([
    ['a picture', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0]],
    ['zero bytes far into it', [...utf8('a'.repeat(70_000)), 0]],
    ['a Word document', [0x50, 0x4b, 3, 4, 20, 0]],
    ['an old Word document', [0xd0, 0xcf, 0x11, 0xe0]],
    ['a PDF', [...utf8('%PDF-1.7')]],
    ['an RTF document', [...utf8('{\\rtf1 hello}')]],
    ['UTF-32', [0xff, 0xfe, 0, 0, 0x41, 0, 0, 0]],
    ['half a UTF-16 letter', [0xff, 0xfe, 0x41]],
    ['half a UTF-16 pair', [0xff, 0xfe, 0x00, 0xd8]],
    ['UTF-16 with zeros', [0xff, 0xfe, 0, 0x41, 0, 0]],
  ])('refuses %s with a sentence that names the file and what to do', (_, bytes) => {
    const found = decodeText('cv.md', new Uint8Array(bytes));
    expect(found).toEqual({
      outcome: 'refused',
      reason: expect.stringMatching(/^“cv\.md” .*(paste|Save it|Bring in)/),
      matter: expect.not.stringContaining('cv.md'),
    });
  });

  it('names the line of a zero byte in a text, and UTF-16 that does not say that it is', () => {
    const reasonOf = (bytes: Uint8Array) => {
      const found = decodeText('a.md', bytes);
      return found.outcome === 'refused' ? found.reason : '';
    };
    expect(reasonOf(utf8('# A\r\n\nwords \0 more\n'))).toMatch(
      /^“a\.md” has a character in line 3 that no text has \(a zero byte\)\. Take it out/,
    );
    expect(reasonOf(utf8('a\u0001'))).toContain('line 1 that no text has (control character 01)');
    for (const isLittle of [true, false])
      expect(reasonOf(utf16('## Story 1: Zwölf\n', isLittle).slice(2))).toBe(
        '“a.md” looks like UTF-16 without the mark that says so. Save it as UTF-8, then bring it in.',
      );
  });

  it('refuses more than 20 MB without reading it', () => {
    const found = decodeText('big.md', new Uint8Array(MAX_BYTES + 1));
    expect(found).toMatchObject({ reason: expect.stringContaining('“big.md” has 21 MB') });
  });

  it('says something for any bytes, and never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const found = decodeText('x', bytes);
        expect(found.outcome === 'text' ? typeof found.text : found.reason.startsWith('“x” ')).toBeTruthy();
      }),
    );
  });
});
