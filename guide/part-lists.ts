import type { Block } from './blocks.ts';
import { labelOf } from './labels.ts';
import type { Row } from './rows.ts';
import { storyKind } from './sections.ts';

/**
 * Takes the parts of a story out of the lists in which they are written: a list below `- STAR:`, the lines of a
 * numbered item, a label that follows a list without a blank line.
 *
 * @returns blocks that hold the same lines
 */
export function partLists(blocks: readonly Block[]): Block[] {
  return lift(blocks).flatMap((block) => {
    if (block.kind !== 'item') return [block];
    // A list number, and below it lines with labels: the number is the story's.
    if (holdsParts(block))
      return [{ ...block, kind: 'text', rows: block.rows.map(withoutBullet), depth: -1, done: undefined }];
    return partedItem(block);
  });
}

/** `- STAR:` over a list of its parts: they stand as if there were no list around them. */
function lift(blocks: readonly Block[]): readonly Block[] {
  const lifted = [...blocks];
  for (let at = 0; at < lifted.length; at++) {
    const block = lifted[at];
    if (block?.kind !== 'item' || block.depth !== 0 || !/[:：]$/.test(block.rows.at(-1)?.text ?? ''))
      continue;
    let end = at + 1;
    while (lifted[end]?.kind === 'item' && (lifted[end]?.depth ?? 0) > 0) end++;
    const below = lifted.slice(at + 1, end);
    const parts = below.filter(
      ({ depth, rows }) => depth === 1 && rows[0] && storyKind(labelOf(rows[0])?.name ?? '') === 'star',
    );
    if (parts.length < 2) continue;
    below.forEach((each, index) => {
      lifted[at + 1 + index] = { ...each, depth: each.depth - 1 };
    });
    at = end - 1;
  }
  return lifted;
}

function withoutBullet(row: Row): Row {
  const cut = (text: string) => text.replace(/^[•·▪◦‣]\s*/, '');
  return { ...row, text: cut(row.text), rest: row.bold === '' ? cut(row.rest) : row.rest };
}

/** `1. Title`, and in the same list item, line by line, `• Situation: …`, `• Task: …`. */
function holdsParts({ rows, depth }: Block): boolean {
  if (depth > 0 || rows.length < 3) return false;
  const names = rows.slice(1).map((row) => labelOf(row)?.name ?? '');
  return names.filter((name) => storyKind(name) === 'star').length > 1;
}

/** `- the last thing done`, and on the next line `Result: …`: the label begins something of its own. */
function partedItem(block: Block): Block[] {
  const { kind, rows } = block;
  const at = kind === 'item' ? rows.findIndex((row, index) => index > 0 && opensPart(row)) : -1;
  const first = rows.slice(0, at);
  const rest = rows.slice(at);
  if (at < 0 || first[0] === undefined || rest[0] === undefined) return [block];
  const end = first.at(-1)?.lines.end ?? first[0].lines.end;
  return [
    { ...block, rows: first, lines: { start: block.lines.start, end } },
    {
      kind: 'text',
      rows: rest,
      depth: -1,
      done: undefined,
      lines: { ...block.lines, start: rest[0].lines.start },
    },
  ];
}

function opensPart(row: Row): boolean {
  const label = labelOf(row);
  const kind = label && storyKind(label.name);
  if (!label || !kind || kind === 'notes') return false;
  return label.bold || (kind === 'star' && /^(?:situation|task|action|result|[star])$/i.test(label.name));
}
