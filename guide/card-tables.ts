import type { Block } from './blocks.ts';
import { emptyDraft, type StoryDraft } from './drafts.ts';
import type { Ledger } from './ledger.ts';
import type { Row } from './rows.ts';
import { type StoryKind, storyKind } from './sections.ts';
import { parseStoryHeading } from './story-heading.ts';

type Column = StoryKind | 'number' | 'story' | undefined;

/** Fields that fit into a cell. */
const IN_CELLS: ReadonlySet<Column> = new Set<Column>([
  'theme',
  'values',
  'tags',
  'answers',
  'target',
  'metrics',
  'people',
  'hooks',
  'connection',
]);

/** One card of a quick-reference table: a story with its name, and cells that are still to be read. */
export interface TableCard {
  readonly story: StoryDraft;
  readonly fields: readonly { readonly kind: StoryKind; readonly row: Row }[];
}

/**
 * @param body what stands under the heading `Quick Reference`
 * @param ledger is told of the rows that were read
 * @returns a card for each row of a table with the columns `Story` and at least one more that is known;
 *   other blocks are left alone
 */
export function cardsInTables(body: readonly Block[], ledger: Ledger): TableCard[] {
  const cards: TableCard[] = [];
  let columns: readonly Column[] | undefined;
  body.forEach((block, index) => {
    if (block.kind !== 'cells') return;
    if (body[index - 1]?.kind !== 'cells') {
      columns = columnsOf(block);
      if (columns) ledger.place(block.lines);
    } else if (columns) {
      cards.push(cardOf(block, columns));
      ledger.place(block.lines);
    }
  });
  return cards;
}

function columnsOf(head: Block): readonly Column[] | undefined {
  const columns = head.rows.map(({ text }): Column => {
    if (/^(?:#|no\.?|number)$/i.test(text)) return 'number';
    if (/^(?:story|title|name|story (?:title|name))$/i.test(text)) return 'story';
    const kind = storyKind(text);
    return IN_CELLS.has(kind) ? kind : undefined;
  });
  const known = columns.filter((column) => column !== undefined && column !== 'number');
  return columns.includes('story') && known.length > 1 ? columns : undefined;
}

function cardOf(block: Block, columns: readonly Column[]): TableCard {
  const story = emptyDraft();
  const fields: { kind: StoryKind; row: Row }[] = [];
  story.lines = [block.lines];
  story.headingLine = block.lines.start;
  story.themeLines = block.lines;
  block.rows.forEach((row, index) => {
    const column = columns[index];
    if (row.text === '') return;
    if (column === 'number') story.number = row.text;
    else if (column === 'story') {
      const { number, theme, title } = parseStoryHeading(row.text);
      story.number ||= number;
      story.theme ||= theme;
      story.title = title;
    } else if (column) fields.push({ kind: column, row });
    else story.notes.push({ text: row.text, lines: row.lines });
  });
  return { story, fields };
}
