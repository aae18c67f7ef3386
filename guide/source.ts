/** The text as lines, as every stage of the parser sees it. */

export interface Source {
  /** The lines without their ends; `lines[0]` is line 1. */
  readonly lines: readonly string[];
}

/**
 * @param text a guide with any line ends (LF, CRLF, CR), with or without a byte order mark
 * @returns its lines, in the same count as the Markdown parser's
 */
export function sourceOf(text: string): Source {
  return { lines: text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/) };
}

/** The line with this number (from 1), trimmed; `''` outside the text. */
export function lineAt(source: Source, line: number): string {
  return source.lines[line - 1]?.trim() ?? '';
}
