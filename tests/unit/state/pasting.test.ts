import { describe, expect, it } from 'vitest';
import { markdownFromHtml } from '../../../components/library/from-html.ts';
import { type Clipping, readPaste } from '../../../state/pasting.ts';

const GUIDE = `# My guide

## Story 1: RISK - Night shift

**Time:** 45 seconds

### Key Points

- Problem: a *late* alarm
- Result: half the pages
`;
const escaped = GUIDE.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const lines = escaped.split('\n');
const read = (clipping: Clipping) => readPaste(clipping, markdownFromHtml);

/** The same text on the clipboard as programs put it there beside the plain one. */
const AS_COPIED_FROM: Readonly<Record<string, string>> = {
  'a text file in a browser': `<meta charset='utf-8'><pre style="word-wrap: break-word; white-space: pre-wrap;">${escaped}</pre>`,
  'a code editor': `<meta charset='utf-8'><div style="color: #cccccc;background-color: #1f1f1f;font-family: 'Droid Sans Mono', 'monospace', monospace;font-weight: normal;font-size: 14px;white-space: pre;">${lines
    .map((line) => `<div><span style="font-weight: bold;">${line}</span></div>`)
    .join('')}</div>`,
  'a mail': `<div dir="ltr">${lines.map((line) => `<div>${line || '<br>'}</div>`).join('')}</div>`,
  'a note': `<style>p.p1 {margin: 0}</style>${lines.map((line) => `<p class="p1"><span class="s1">${line}</span></p>`).join('\n')}`,
  'a chat': `<html><body><!--StartFragment--><span style="white-space: pre-wrap;">${escaped}</span><!--EndFragment--></body></html>`,
  'a document with the marks typed into it': `<b style="font-weight:normal;" id="docs-internal-guid-1">${lines.map((line) => `<p><span style="font-weight:400">${line}</span></p>`).join('')}</b>`,
  'a document with one bold word': lines
    .map((line) => `<p>${line.replace('late', '<b>late</b>')}</p>`)
    .join(''),
};

describe('what was pasted', () => {
  it.each(Object.entries(AS_COPIED_FROM))('is the Markdown that it was, copied from %s', (_, html) => {
    const reading = read({ html, plain: GUIDE });
    expect(reading).toMatchObject({ form: 'plain', text: GUIDE });
  });

  it('offers the other reading, of either kind', () => {
    expect(read({ html: '<p>a <b>b</b></p>', plain: 'a b' })).toEqual({
      form: 'formatted',
      text: 'a **b**\n',
      other: 'a b',
    });
    expect(read({ html: `<pre>${escaped}</pre>`, plain: GUIDE }).other).toContain('```');
    expect(read({ html: '<p>only words</p>', plain: 'only words' }).other).toBeUndefined();
  });

  it('is the formatted text of a document, also where its plain text has bullets, or a line with a mark', () => {
    const html = `<h2>Story 1: Night</h2><ul><li><b>Result:</b> half</li></ul><p>x</p><pre># install</pre>`;
    expect(read({ html, plain: 'Story 1: Night\n* Result: half\nx\n\n# install' })).toMatchObject({
      form: 'formatted',
      text: expect.stringContaining('## Story 1: Night'),
    });
    expect(read({ html: '<ol><li>one</li></ol>', plain: '1. one' }).form).toBe('formatted');
  });

  it('keeps the lines of a plain text in which line breaks count', () => {
    const plain = 'one\ntwo\n  three';
    expect(read({ html: `<span style="white-space:pre-wrap">${plain}</span>`, plain }).text).toBe(plain);
  });

  it('is the form that has words, where only one has', () => {
    expect(read({ html: '', plain: 'a' })).toEqual({ form: 'plain', text: 'a', other: undefined });
    expect(read({ html: '<b></b>', plain: 'a' }).text).toBe('a');
    expect(read({ html: '<p>a</p>', plain: ' ' })).toMatchObject({ form: 'formatted', text: 'a\n' });
    expect(read({ html: '<img src=x>', plain: ' \n' }).text).toBe('');
  });
});
