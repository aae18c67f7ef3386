import type { Block } from './blocks.ts';
import type { StoryDraft } from './drafts.ts';
import { textPiece } from './groups.ts';
import { storyKind } from './sections.ts';
import { readField } from './story-fields.ts';
import type { Lines } from './types.ts';

/** Lines of front matter; more is a text between two rules. */
const MOST_LINES = 40;
const KEY = /^([\p{L}_][\p{L}\p{N}_ -]{0,30}):(?:\s+(.*))?$/u;
const ENTRY = /^\s*(?:-\s+\S.*|[\w"'#].*[,\]]|\]|#.*)?$/;
const FENCE = /^---\s*$/;

/**
 * @param lines a text's lines
 * @returns where front matter stands below the beginning of the text: guides of one story a file are often
 *   joined. Each range opens and closes with its `---`.
 */
export function laterFrontMatter(lines: readonly string[]): Lines[] {
  const found: Lines[] = [];
  let code = '';
  for (let at = 1; at < lines.length; at++) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(lines[at - 1] ?? '')?.[1];
    if (mark) code = code === '' ? mark : mark.startsWith(code) ? '' : code;
    if (code !== '') continue;
    if (!FENCE.test(lines[at] ?? '') || (lines[at - 1] ?? '').trim() !== '' || !KEY.test(lines[at + 1] ?? ''))
      continue;
    let end = at + 1;
    while (end - at < MOST_LINES && isInside(lines[end])) end++;
    const heads = lines.slice(end + 1, end + 4).find((line) => line.trim() !== '') ?? '';
    if (!FENCE.test(lines[end] ?? '') || !/^#{1,3}\s/.test(heads)) continue;
    found.push({ start: at + 1, end: end + 1 });
    at = end;
  }
  return found;
}

function isInside(line: string | undefined): boolean {
  return line !== undefined && !FENCE.test(line) && (KEY.test(line) || ENTRY.test(line));
}

/** What stands in front matter is of the story below it: its tags, competencies, time. */
export function readFrontMatter(block: Block, story: StoryDraft): void {
  let kind: ReturnType<typeof storyKind>;
  for (const row of block.rows) {
    const [, key, written = ''] = row.text.match(KEY) ?? [];
    const entry = (key === undefined ? row.text.replace(/^-\s+/, '') : written)
      .replace(/^\[|\]$/g, '')
      .trim();
    const text = entry.replace(/^(["'])(.*)\1$/, '$2');
    if (key !== undefined) kind = storyKind(key.replace(/[_-]/g, ' '));
    const isField = kind !== undefined && FIELDS.has(kind);
    if (text === '' || text === ']') {
      // A key of the writer's own over a list: its name is a word of theirs.
      if (key !== undefined && !isField) story.notes.push({ text: row.text, lines: row.lines });
      continue;
    }
    const plain = { text, bold: '', rest: text, lines: row.lines };
    if (key?.toLowerCase() === 'title' && story.title === 'Story') story.title = text;
    else if (key?.toLowerCase() === 'title' && story.title.toLowerCase() === text.toLowerCase()) continue;
    else if (kind && isField) readField(textPiece([plain]), kind, key ?? '', story);
    else story.notes.push({ text: row.text, lines: row.lines });
  }
}

const FIELDS: ReadonlySet<string> = new Set([
  'values',
  'tags',
  'answers',
  'target',
  'metrics',
  'people',
  'hooks',
  'theme',
  'connection',
]);
