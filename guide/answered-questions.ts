import type { Block } from './blocks.ts';
import { competencyOf } from './competencies.ts';
import { child, spanOf } from './cut-blocks.ts';
import { labelOf } from './labels.ts';
import { isAccount, isBehaviouralQuestion, isNarrative } from './prose.ts';
import { beginningOf, type Split } from './repeated-stories.ts';
import { EXPLAINS } from './roles.ts';
import type { Row } from './rows.ts';
import type { Section } from './tree.ts';

const LEAST_ANSWER = 12;
/** Lines that name the stories for some questions, and tell none. */
const ROUTES = /^(?:stories(?: to use)?|story to use|use|lead|backup|best (?:story|stories))\s*:/i;

/** Questions in a list or on lines of their own, some with an account of what happened below. */
export function answered(section: Section): Split | undefined {
  const isCompetency = competencyOf(section.heading) !== '';
  const body = section.body.flatMap(byQuestion);
  const beginning = beginningOf(body);
  const starts = body.flatMap((block, at) =>
    (beginning === undefined || at < beginning) && asks(block, isCompetency) ? [at] : [],
  );
  // Several questions above one story with its parts are what the story answers.
  if (beginning !== undefined && starts.length !== 1) return undefined;
  const children: Section[] = [];
  const rest: Block[] = body.slice(0, starts[0] ?? body.length);
  starts.forEach((start, index) => {
    const own = body.slice(start, starts[index + 1] ?? body.length);
    const answer = own.slice(1);
    const text = answer
      .flatMap(({ rows }) => rows.filter((row) => !ROUTES.test(row.text)).map((row) => row.text))
      .join(' ');
    const explains = answer.some(({ rows }) => rows[0]?.bold !== '' && EXPLAINS.test(rows[0]?.bold ?? ''));
    const fits = explains
      ? false
      : isCompetency
        ? isAccount(text, LEAST_ANSWER) && !isAnotherQuestion(text)
        : isNarrative(text, 40);
    if (!fits) {
      rest.push(...own);
      return;
    }
    const question = own[0]?.rows ?? [];
    children.push({
      ...child(section, question.map((row) => row.text).join(' '), question, own),
      found: true,
    });
  });
  return children.length === 0 ? undefined : { body: rest, children };
}

function asks({ kind, rows, depth }: Block, isCompetency: boolean): boolean {
  if (rows.length === 0 || (kind !== 'text' && (kind !== 'item' || depth > 0))) return false;
  const text = rows.map((row) => row.text).join(' ');
  return isBehaviouralQuestion(text) || (isCompetency && /\?["”]?$/.test(text));
}

function isAnotherQuestion(text: string): boolean {
  return /\?\W*$/.test(text) && text.split('?').length > 2;
}

/** Parts a question from the answer that goes on in the same paragraph or bullet. */
function byQuestion(block: Block): Block[] {
  const { kind, rows, depth } = block;
  if (rows.length < 2 || (kind !== 'text' && (kind !== 'item' || depth > 0))) return [block];
  let last = 0;
  while (last < rows.length - 1 && goesOn(rows[last], rows[last + 1])) last++;
  const question = rows.slice(0, last + 1);
  if (last === rows.length - 1 || !asks({ ...block, rows: question }, true)) return [block];
  const answer = rows.slice(last + 1);
  return [
    { ...block, rows: question, lines: spanOf(question) },
    ...byQuestion({ kind: 'text', rows: answer, depth: -1, done: undefined, lines: spanOf(answer) }),
  ];
}

/** A line that ends in the middle of a sentence goes on in the next. */
function goesOn(row: Row | undefined, next: Row | undefined): boolean {
  return (
    !/[.?!:]["”’*]*$/.test(row?.text ?? '') && /^\p{Ll}/u.test(next?.text ?? '') && !(next && labelOf(next))
  );
}
