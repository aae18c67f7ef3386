import { parseGuide } from '../guide/parse.ts';

/** What a clipboard brought: the same words in one or two forms; `''` for a form that it has not. */
export interface Clipping {
  readonly html: string;
  readonly plain: string;
}

/** How a clipping was read: its plain text as it stands, or its formatted text turned into Markdown. */
export type PasteForm = 'plain' | 'formatted';

/** A clipping, read. */
export interface PasteReading {
  readonly form: PasteForm;
  readonly text: string;
  /** What the other form would give; `undefined` where there is none, or it gives the same. */
  readonly other: string | undefined;
}

/** Marks at the beginning of a line that only someone writes who writes Markdown. */
const STRONG_MARK =
  /^(?: {0,3}#{1,6}[ \t]+\S| {0,3}(?:```|~~~)|\s*(?:[-*+][ \t]+)?(?:\[[ xX]\][ \t]|\*\*\S.*\*\*|__\S.*__)|[ \t]*\|.*\|[ \t]*$)/;
/** Marks that programs write into the plain text of a list or a quotation, too. */
const WEAK_MARK = /^\s*(?:[-*+][ \t]+\S|\d{1,3}[.)][ \t]+\S|>[ \t]?\S|---+\s*$)/;
const HEADING = /^ {0,3}#{1,6}[ \t]+\S/;
/** What HTML has that is more than the lines of a plain text. */
const STRUCTURE =
  /<(?:h[1-6]|ul|ol|li|table|blockquote|strong|em|i|b|a|sup)\b(?![^>]*font-weight:\s*normal)/i;
/** A first element in which line breaks and spaces count: how editors and viewers of source copy it. */
const SOURCE =
  /^\s*<(?:pre\b|\w+[^>]*style\s*=\s*(?:"[^"]*|'[^']*)(?:white-space:\s*(?:pre|break-spaces)|font-family:[^;"']*(?:mono|courier|consolas|menlo)))/i;
/** What stands before a clipping's own elements. */
const WRAPPING =
  /<!--[\s\S]*?-->|<\/?(?:html|body|head)\b[^>]*>|<meta\b[^>]*>|<(style|title)\b[\s\S]*?<\/\1>/gi;
/** Longer than any document of a person: what is past it decides nothing. */
const LOOK = 200_000;

const storiesIn = (text: string) => parseGuide(text).stories.length;

function prefersPlain({ html, plain }: Clipping, formatted: string): boolean {
  const bare = html.slice(0, LOOK).replace(WRAPPING, '');
  const isSource = SOURCE.test(bare);
  const hasStructure = !isSource && STRUCTURE.test(bare);
  // The line breaks count, and formatted text has lost them.
  if (isSource) return true;
  const lines = plain.slice(0, LOOK).split(/\r\n|\n|\r/);
  const hasStrong = lines.some((line) => STRONG_MARK.test(line));
  if (!hasStructure) return hasStrong || lines.some((line) => WEAK_MARK.test(line));
  if (!hasStrong) return false;
  // Both could be meant: a document that holds a line of Markdown, or Markdown that a program has dressed up.
  const [inPlain, inFormatted] = [storiesIn(plain), storiesIn(formatted)];
  if (inPlain !== inFormatted) return inPlain > inFormatted;
  const headings = lines.filter((line) => HEADING.test(line)).length;
  const dressed = bare.match(/<h[1-6]\b/gi)?.length ?? 0;
  return headings > 0 && headings >= dressed;
}

/**
 * Reads what was pasted: the plain text where that is Markdown as it stands, whatever the program that it was
 * copied from made of it for documents; else the formatted text as Markdown.
 *
 * @param fromHtml rich text to Markdown; never throws
 * @returns the text; `''` where the clipboard holds none
 */
export function readPaste(clipping: Clipping, fromHtml: (html: string) => string): PasteReading {
  const { html, plain } = clipping;
  const formatted = html.trim() === '' ? '' : fromHtml(html);
  const [hasPlain, hasFormatted] = [plain.trim() !== '', formatted.trim() !== ''];
  if (!hasFormatted) return { form: 'plain', text: hasPlain ? plain : '', other: undefined };
  if (!hasPlain) return { form: 'formatted', text: formatted, other: undefined };
  const form = prefersPlain(clipping, formatted) ? 'plain' : 'formatted';
  const [text, other] = form === 'plain' ? [plain, formatted] : [formatted, plain];
  return { form, text, other: text.trim() === other.trim() ? undefined : other };
}
