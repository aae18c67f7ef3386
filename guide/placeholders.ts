/** Places of a text that its writer still has to fill in: `[YOUR METRICS]`, `[?]`, `<title>`, `TODO`, `___`. */

/** Words that open what a template asks for. */
const ASKS_FOR =
  '(?:your|the name|name|company|team|title|role|date|year|month|metrics?|number|amount|result|outcome|insert|add|describe|explain|specific|what|how|who|when|which|why|list|fill|enter|example|placeholder|product|project|competency|theme|story|target|x|n)';
const BRACKETS = [
  // Capitals all through, a mark of interrogation or dots, or a word that asks for something.
  String.raw`\[(?!x\]|\^)(?:[\p{Lu}\d][\p{Lu}\d _/&%$#.,'’-]*\p{Lu}[\p{Lu}\d _/&%$#.,'’-]*|[^\[\]]{0,40}[?…_]+|\.{3}|[XN])\](?!\()`,
  String.raw`\[${ASKS_FOR}\b[^\[\]]{0,120}\](?!\()`,
  String.raw`\{\{[^{}]{1,60}\}\}`,
  String.raw`<(?!\/)(?!br\b|b>|i>|u>|em>|strong>|details|summary|div|span|p>|img|a\s)[a-z][\w -]{1,40}>`,
  String.raw`\$?_{3,}[a-z%]?`,
];
const GAP = new RegExp(`(?:${BRACKETS.join('|')})`, 'giu');
const CAPITALS_ONLY = /^\[[^\]]*\p{Ll}/u;
const CALL =
  /^\W{0,3}(?:todo|tbd|fixme|tba|xxx+|to be (?:added|filled|written)|fill (?:this )?in|coming soon)\b/i;
const EMPTY = /^(?:\([^()]{1,200}\?\)$|\.{2,}|…|-{2,}|\?+|_+|n\/a|[x]{2,})$/i;
const WHOLE = /^[-*\s"“]*(?:\[(?![\^\]])[^[\]]+\]|<[a-z][^<>]{0,120}>)[.\s"”%+]*$/iu;
const TASK_MARK = /^\[[ x]\](?:\s|$)/i;
const LINK = /^\[\[|\]\]$|^\[\d{1,3}\]$/;
const TEMPLATE =
  /^(?:describe|explain|briefly|set the (?:scene|context|stage)|what (?:was|were|did|is) (?:the|your|you)\b|include (?:any|the|your|metrics|numbers)|quantify|your (?:role|responsibility|answer|story|text))\b/i;

/** Most words of a line that only says what is to be written there. */
const MAX_TEMPLATE = 30;
const MAX_LOOK = 2000;

/** @returns whether the text is nothing but a place to fill in */
export function isGap(text: string): boolean {
  const plain = text.slice(0, MAX_LOOK).trim();
  if (plain === '' || TASK_MARK.test(plain) || LINK.test(plain)) return false;
  if (CALL.test(plain) || EMPTY.test(plain) || WHOLE.test(plain)) return true;
  const gaps = gapsIn(plain);
  if (gaps.length === 0) return false;
  const rest = gaps.reduce((left, gap) => left.replace(gap, ' '), plain);
  const words = rest.match(/[\p{L}\p{N}]{2,}/gu)?.length ?? 0;
  const missing = gaps.join(' ').match(/[\p{L}\p{N}]+/gu)?.length ?? 1;
  return words === 0 || (words <= 4 && missing >= words);
}

/** @returns whether the text says what somebody should write here, and is no answer itself */
export function isTemplate(text: string): boolean {
  return (
    text.length < 300 &&
    TEMPLATE.test(text) &&
    text.split(' ').length <= MAX_TEMPLATE &&
    !/\b(?:I|we|my|our)\b/.test(text)
  );
}

/** @returns the places to fill in that stand in a text, in order */
export function gapsIn(text: string): string[] {
  if (!/[[{<_]/.test(text)) return [];
  const found = text.slice(0, MAX_LOOK).match(GAP) ?? [];
  // The first pattern is about capitals, and the flag that the others need lets small letters through.
  return found.filter(
    (gap) => !CAPITALS_ONLY.test(gap) || new RegExp(`^\\[${ASKS_FOR}\\b|[?…_]\\]$`, 'i').test(gap),
  );
}
