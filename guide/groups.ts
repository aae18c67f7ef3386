import type { Block } from './blocks.ts';
import { type Label, labelOf } from './labels.ts';
import type { Row } from './rows.ts';
import type { Lines } from './types.ts';

/** One paragraph, list item, table row or line of code. */
export interface Piece {
  readonly kind: 'text' | 'item' | 'cells' | 'verbatim';
  readonly text: string;
  /** The first row, for its label. */
  readonly row: Row;
  readonly rows: readonly Row[];
  readonly depth: number;
  readonly done: boolean | undefined;
  readonly lines: Lines;
}

/** Pieces that stand under one label, or before the first label of their section. */
export interface Group<Kind> {
  readonly kind: Kind;
  /** `''` for what stands before the first label. */
  readonly label: string;
  readonly lines: Lines | undefined;
  readonly pieces: readonly Piece[];
}

/** Where a label was found. */
export interface Place<Kind> {
  /** The kind of the group that the label would end. */
  readonly current: Kind;
  readonly item: boolean;
  /** The label has no text of its own and a list follows. */
  readonly opensList: boolean;
  /** A rule parts it from what stands before. */
  readonly afterRule: boolean;
}

export interface Grouping<Kind> {
  /** The kind of what stands under the heading itself. */
  readonly base: Kind;
  /** What a label opens; `undefined` when it is only text. */
  readonly opens: (label: Label, place: Place<Kind>) => Kind | undefined;
  /** Kinds that a text on the label's own line completes, so that the next paragraph is not theirs. */
  readonly oneLine: (kind: Kind) => boolean;
}

interface Draft<Kind> extends Group<Kind> {
  readonly pieces: Piece[];
  complete: boolean;
}

/**
 * Cuts a section's body at its labels: bold lines (`**Values:** Courage`), and plain ones where the
 * caller knows their name or a list follows (`If you need thinking time:`).
 *
 * @returns the groups in order, the first without a label; rules are dropped
 */
export function groupsOf<Kind>(body: readonly Block[], grouping: Grouping<Kind>): Group<Kind>[] {
  const { base, opens, oneLine } = grouping;
  let group: Draft<Kind> = { kind: base, label: '', lines: undefined, pieces: [], complete: false };
  const groups = [group];
  const open = (kind: Kind, label: Label | undefined, row?: Row, end = row?.lines.end ?? 1) => {
    group = { kind, label: label?.name ?? '', lines: row?.lines, pieces: [], complete: false };
    groups.push(group);
    if (!row || !label?.text) return;
    group.complete = oneLine(kind);
    group.pieces.push(textPiece([valueRow(label.text, { start: row.lines.start, end })]));
  };

  body.forEach((block, index) => {
    const next = body[index + 1]?.kind;
    const afterRule = body[index - 1]?.kind === 'rule';
    if (block.kind === 'rule') {
      if (group.kind !== base) open(base, undefined);
    } else if (block.kind === 'text') {
      let run: Row[] = [];
      // Set while rows go on with the text that stands on their label's line.
      let wrapped = false;
      const flush = () => {
        if (run.length === 0) return;
        if (group.complete) open(base, undefined);
        group.pieces.push(textPiece(run));
        run = [];
      };
      block.rows.forEach((row, at) => {
        const label = labelOf(row);
        const opensList = label?.text === '' && at === block.rows.length - 1 && next === 'item';
        const kind =
          label &&
          opens(label, { current: group.kind, item: false, opensList, afterRule: afterRule && at === 0 });
        if (label && kind !== undefined) {
          flush();
          open(kind, label, row);
          wrapped = label.text !== '';
        } else if (wrapped) {
          group.pieces.push(textPiece([...(group.pieces.pop()?.rows ?? []), row]));
        } else run.push(row);
      });
      flush();
    } else {
      const row = block.rows[0];
      const label = block.kind === 'item' && block.depth === 0 && row ? labelOf(row) : undefined;
      const kind =
        label && opens(label, { current: group.kind, item: true, opensList: next === 'item', afterRule });
      if (label && row && kind !== undefined) {
        open(
          kind,
          { ...label, text: [label.text, ...block.rows.slice(1).map(({ text }) => text)].join(' ').trim() },
          row,
          block.lines.end,
        );
      } else if (block.kind === 'verbatim') {
        for (const line of block.rows) group.pieces.push(pieceOf('verbatim', [line]));
      } else if (block.kind !== 'heading' && block.rows.length > 0) {
        group.pieces.push(pieceOf(block.kind, block.rows, block));
      }
    }
  });
  return groups;
}

/** @param rows the lines of one paragraph, at least one; @returns them as a piece of text */
export function textPiece(rows: readonly Row[]): Piece {
  return pieceOf('text', rows);
}

function pieceOf(kind: Piece['kind'], rows: readonly Row[], block?: Block): Piece {
  const empty = { start: 1, end: 1 };
  const row = rows[0] ?? { text: '', bold: '', rest: '', lines: block?.lines ?? empty };
  const lines = block?.lines ?? { start: row.lines.start, end: rows.at(-1)?.lines.end ?? row.lines.end };
  const text = rows
    .map((each) => each.text)
    .filter((each) => each !== '')
    .join(kind === 'cells' ? ' | ' : ' ');
  return { kind, text, row, rows, depth: block?.depth ?? 0, done: block?.done, lines };
}

function valueRow(text: string, lines: Lines): Row {
  return { text, bold: '', rest: text, lines };
}
