import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markdownFromHtml } from '../../../components/library/from-html.ts';

const read = markdownFromHtml;

describe('rich text as Markdown', () => {
  it('keeps headings, bold, lists, tables, tasks and quotes', () => {
    const markdown = read(`<h2>Story 1: Night</h2><p><b>Time:</b> 45 <i>seconds</i> <s>60</s></p>
      <ul><li>one</li><li>two<ul><li>inner</li></ul></li></ul><blockquote>said</blockquote>
      <table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>`);
    expect(markdown).toBe(`## Story 1: Night

**Time:** 45 *seconds* ~~60~~

- one
- two
  - inner

> said

| a | b |
| - | - |
| 1 | 2 |
`);
  });

  it('takes bold from the styles that document editors write', () => {
    expect(
      read(
        '<b style="font-weight:normal"><p><span style="font-weight:700">Result:</span> half</p></b><p>more</p>',
      ),
    ).toBe('**Result:** half\n\nmore\n');
  });

  it('reads the lists of Word, nested and numbered, without their bullets', () => {
    const item = (level: number, mark: string, words: string) =>
      `<p class=MsoListParagraphCxSpMiddle style='text-indent:-18.0pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>${mark}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>${words}</p>\n`;
    const html = `<p class=MsoNormal>Points</p>${item(1, '·', '<b>One</b>: a')}${item(2, 'o', 'inner')}${item(1, '·', 'two')}<p>between</p>${item(1, '1.', 'first')}${item(1, '2.', 'second')}<p>•&nbsp;bare</p>`;
    expect(read(html)).toBe(
      'Points\n\n- **One**: a\n  - inner\n- two\n\nbetween\n\n1. first\n2. second\n\n- bare\n',
    );
  });

  it('keeps raised and lowered numbers, and what stands in the fields of a form', () => {
    expect(read('<p>10<sup>2</sup> and 10<sup>-3</sup> of H<sub>2</sub>O on the 4<sup>th</sup></p>')).toBe(
      '10² and 10⁻³ of H₂O on the 4th\n',
    );
    const form = read(
      '<p>Say:</p><textarea>one\ntwo</textarea><p><select><option>a<option selected>b</select> <input value="c"></p>',
    );
    expect(form.replace(/[\s\\]+/g, ' ').trim()).toBe('Say: one two b c');
  });

  it('lets nothing through that could act or load', () => {
    const markdown = read(`<style>p{}</style><script>alert(1)</script><p onclick="alert(1)">one
      <a href="javascript:alert(1)">two</a> <a href=" java\nscript:alert(1)">three</a>
      <a href="data:text/html,x">four</a> <a href="https://example.com/a">five</a>
      <img src="https://example.com/x.png" onerror="alert(1)" alt="a picture"></p>
      <svg onload="alert(1)"><text>six</text></svg><iframe src="https://example.com"></iframe>
      <object data="x"></object><math><mtext>seven</mtext></math>`);
    expect(markdown.replace(/\s+/g, ' ').trim()).toBe(
      'one two three four [five](https://example.com/a) a picture',
    );
  });

  it('gives the bare words of what is nested too deep', () => {
    const deep = `${'<div>'.repeat(50_000)}word${'</div>'.repeat(50_000)}`;
    expect(read(deep)).toBe('word\n');
  });

  it('gives something for any text, without tags that act, and never throws', () => {
    const piece = fc.constantFrom(
      '<b>',
      '</b>',
      '<table>',
      '<td>',
      '<img alt=x src=y>',
      '<a href=javascript:x>',
      '</a>',
      '<script>',
      '</script>',
      '<li>',
      '&lt;',
      '<',
      'w',
      ' ',
      '<svg onload=x>',
      '<p onclick=x>',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        expect(read(pieces.join(''))).not.toMatch(/javascript:|onload|onclick|(?<!\\)<(img|svg|script)/);
      }),
    );
  });
});
