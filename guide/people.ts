import { labelOf } from './labels.ts';
import type { Row } from './rows.ts';

/** A name and who that is, before it is known in whose story. */
export interface PersonText {
  readonly name: string;
  readonly role: string;
}

/** @param text `Steve (now Principal Engineer)`, `Steve - lead engineer`, `Steve, lead engineer` */
export function personOf(text: string): PersonText {
  const whole = text.trim();
  const bracket = whole.match(/^([^(),:]{1,60}?)\s*\(([^()]*)\)\s*$/);
  if (bracket && !/\s[-–—→]/.test(bracket[1] ?? ''))
    return { name: bracket[1]?.trim() ?? whole, role: bracket[2]?.trim() ?? '' };
  const parted = whole.match(/^(.{1,60}?)(?:\s+[-–—→]+>?\s+|\s*[:,]\s+)(?=\S)/);
  if (parted?.[1] === undefined) return { name: whole, role: '' };
  return { name: parted[1], role: whole.slice(parted[0].length) };
}

/** @param row a list item; `**Steve** - Lead engineer` is cut after its bold name */
export function personOfRow(row: Row): PersonText {
  const label = row.bold === '' ? undefined : labelOf(row);
  if (label) return { name: label.name, role: label.text };
  if (row.bold !== '') return { name: row.bold, role: row.rest.replace(/^\s*[,(→-]+\s*|\)$/g, '') };
  return personOf(row.text);
}
