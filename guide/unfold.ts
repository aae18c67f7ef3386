import type { Block } from './blocks.ts';
import { labelOf } from './labels.ts';
import { partLists } from './part-lists.ts';
import { isNarrative } from './prose.ts';
import type { Row } from './rows.ts';
import { storyKind } from './sections.ts';
import type { Lines } from './types.ts';

/** Reads some lines of the text once more, as Markdown of their own. */
export type ReadAgain = (lines: Lines) => Block[];

/**
 * Opens up what wraps a story: a fenced block with its parts, `<details>`, a table with a part to a row.
 *
 * @param blocks the text's blocks; @param again reads the inside of a fence
 * @returns blocks that hold the same lines
 */
export function unfold(blocks: readonly Block[], again: ReadAgain): Block[] {
  const opened: Block[] = [];
  let depth = 1;
  let table: Block[] = [];
  const lifted = partLists(blocks);
  const read = (lines: Lines) => partLists(again(lines));
  lifted.forEach((block, index) => {
    if (block.kind === 'heading') depth = block.depth;
    if (block.kind === 'verbatim' && isHtml(block)) push(opened, openHtml(block, depth, read));
    else if (block.kind === 'verbatim' && holdsStory(block)) push(opened, openFence(block, read));
    else if (block.kind === 'cells') {
      table.push(block);
      if (lifted[index + 1]?.kind === 'cells') return;
      push(opened, openTable(table));
      table = [];
    } else opened.push(block);
  });
  return opened;
}

function push(all: Block[], more: readonly Block[]): void {
  for (const block of more) all.push(block);
}

const TAG = /<\/?(?:details|summary|div|p|br|hr|section|article|b|strong|i|em|u|span|center)\b[^<>]*>/gi;
const FRAME = /<(?:details|summary)\b/i;

function isHtml({ rows }: Block): boolean {
  return rows.some(({ text }) => FRAME.test(text) || /^<\/details>/i.test(text));
}

/** `<summary>` heads what stands in its `<details>`. */
function openHtml(block: Block, depth: number, again: ReadAgain): Block[] {
  const opened: Block[] = [];
  let run: Lines | undefined;
  const flush = () => {
    if (run) push(opened, again(run));
    run = undefined;
  };
  let frames = block.lines.start;
  for (const row of block.rows) {
    frames = row.lines.end + 1;
    if (!/[<>]/.test(row.text)) {
      run = { start: run?.start ?? row.lines.start, end: row.lines.end };
      continue;
    }
    flush();
    const text = row.text.replace(TAG, ' ').replace(/\s+/g, ' ').trim();
    const bold = row.text.match(/^<(?:b|strong)>([^<]*)<\/(?:b|strong)>/i)?.[1]?.trim() ?? '';
    const plain: Row = { text, bold, rest: text.slice(bold.length).trim(), lines: row.lines };
    if (text === '') opened.push(rule(block, row.lines));
    else if (/<summary\b/i.test(row.text))
      opened.push({
        ...rule(block, row.lines),
        kind: 'heading',
        rows: [plain],
        depth: Math.min(depth + 1, 6),
      });
    else opened.push({ ...rule(block, row.lines), kind: 'text', rows: [plain], depth: -1 });
  }
  flush();
  if (frames <= block.lines.end) opened.push(rule(block, { start: frames, end: block.lines.end }));
  return opened;
}

function rule(block: Block, lines: Lines): Block {
  return { kind: 'rule', rows: [], depth: block.depth, done: undefined, lines };
}

/** Letters and marks of programs; a story has few. */
const CODE = /[{};=<>$]|\(\)|^\s*(?:\/\/|#|import |const |def |function |class )/gm;

function holdsStory({ rows }: Block): boolean {
  if (rows.length === 0 || /^</.test(rows[0]?.text ?? '') || /^[\w-]+:\s*$/.test(rows[0]?.text ?? ''))
    return false;
  const text = rows
    .slice(0, 200)
    .map((row) => row.text)
    .join('\n');
  if ((text.match(CODE)?.length ?? 0) > text.length / 60) return false;
  const parts = new Set<string>();
  for (const row of rows.slice(0, 200)) {
    const name =
      labelOf({
        ...row,
        text: row.text.replace(/^[\s>#-]*(?:[*+] )?\*\*([^*]+?)[:.]?\*\*:?/, '$1:').replace(/^[\s>*#-]+/, ''),
      })?.name ?? '';
    if (storyKind(name) === 'star') parts.add(name.toLowerCase());
  }
  return (parts.size > 1 && rows.some((row) => row.text.length > 30)) || isNarrative(text, 40);
}

/** The fences themselves part what stands inside from what stands around. */
function openFence(block: Block, again: ReadAgain): Block[] {
  const first = block.rows[0]?.lines.start ?? block.lines.start;
  const last = block.rows.at(-1)?.lines.end ?? block.lines.end;
  const inner = again({ start: first, end: last });
  const before = first > block.lines.start ? [rule(block, { start: block.lines.start, end: first - 1 })] : [];
  const after = last < block.lines.end ? [rule(block, { start: last + 1, end: block.lines.end })] : [];
  return [...before, ...inner, ...after];
}

/** A table with a part to each row, `Situation | what it was`, is lines with labels. */
function openTable(rows: readonly Block[]): Block[] {
  const columns = storyColumns(rows[0]);
  if (columns)
    return rows.flatMap((row, index) => (index === 0 ? [rule(row, row.lines)] : openStoryRow(row, columns)));
  const isPart = ({ rows: cells }: Block) => cells.length === 2 && kindOf(cells[0]?.text ?? '') !== undefined;
  const parts = rows.filter((row) => kindOf(row.rows[0]?.text ?? '') === 'star' && isPart(row)).length;
  if (parts < 2 && !opensWithSituation(rows)) return [...rows];
  return rows.map((row, index) => {
    const [name, value] = row.rows;
    // The head of such a table says no more than `Part | Text`.
    if (
      index === 0 &&
      !isPart(row) &&
      /^(?:part|stage|step|element|star|section|component|label|)$/i.test(name?.text ?? '')
    )
      return rule(row, row.lines);
    const cells = row.rows.map(({ text }) => text).filter((text) => text !== '');
    const named = name && value && cells.length === 2;
    const label = {
      text: cells.join(named ? ': ' : ' | '),
      bold: named ? `${name.text}:` : '',
      rest: named ? value.text : cells.join(' | '),
      lines: row.lines,
    };
    if (cells.length === 0) return rule(row, row.lines);
    return { ...row, kind: 'text', rows: [label], depth: -1 };
  });
}

/** Parts of the writer's own making after a situation: `Situation | …`, `Bet | …`, `Proof | …`. */
function opensWithSituation([, first, ...others]: readonly Block[]): boolean {
  const isNamed = ({ rows: cells }: Block) =>
    cells.length === 2 &&
    /^[\p{L} &/-]{1,30}$/u.test(cells[0]?.text ?? '') &&
    (cells[1]?.text.length ?? 0) > 20;
  if (
    first === undefined ||
    others.length < 2 ||
    !/^(?:situation|context|background)$/i.test(first.rows[0]?.text ?? '')
  )
    return false;
  return [first, ...others].every(isNamed);
}

/** The head of a table with a story to each row: `Story | Situation | Task | Action | Result`. */
function storyColumns(head: Block | undefined): readonly string[] | undefined {
  const names = head?.rows.map(({ text }) => text) ?? [];
  const parts = names.filter((name) => storyKind(name) === 'star');
  const isRubric = /^(?:score|level|rating|grade|points)$/i.test(names[0] ?? '');
  return parts.length > 2 && !isRubric ? names : undefined;
}

function openStoryRow(row: Block, columns: readonly string[]): Block[] {
  const { lines } = row;
  const cells = row.rows
    .map(({ text }, at) => ({ name: columns[at] ?? '', text }))
    .filter(({ text }) => text !== '');
  if (cells.length === 0) return [rule(row, lines)];
  const titled = cells.findIndex(({ name }) => /^(?:story|title|name|example|project|stories)$/i.test(name));
  const title = titled < 0 ? undefined : cells.splice(titled, 1)[0]?.text;
  const line = (text: string, bold: string, rest: string): Block => ({
    ...row,
    kind: 'text',
    rows: [{ text, bold, rest, lines }],
    depth: -1,
  });
  const parts = cells.map(({ name, text }) =>
    name === '' ? line(text, '', text) : line(`${name}: ${text}`, `${name}:`, text),
  );
  return title === undefined ? parts : [line(`Story: ${title}`, 'Story:', title), ...parts];
}

function kindOf(name: string): string | undefined {
  const kind = storyKind(name);
  return kind === 'notes' || kind === 'frame' ? undefined : kind;
}
