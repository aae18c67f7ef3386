/** Lists as Word puts them into the clipboard: paragraphs with a bullet's letter in front. */
import type { Element, ElementContent, RootContent } from 'hast';

/** Bullets that are written as letters; `o` and `§` are Word's, in fonts of its own. */
const BULLET = /^[\s\u00a0]*[·•▪●\uf0b7\uf0a7](?:[\s\u00a0]+|(?=\S))/;
const NUMBER = /^\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]/i;
/** Deeper than any list that Word makes. */
const MAX_LEVEL = 9;

interface Item {
  readonly level: number;
  readonly isOrdered: boolean;
  readonly children: ElementContent[];
}

const styleOf = ({ properties }: Element) => String(properties.style ?? '');

function wordsOf(node: RootContent): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(wordsOf).join('') : '';
}

/** Takes the spans out that hold a bullet or a number; adds their letters to `marks`. */
function withoutMarks(nodes: readonly ElementContent[], marks: string[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type !== 'element') return [node];
    if (/mso-list\s*:\s*ignore/i.test(styleOf(node))) {
      marks.push(wordsOf(node).trim());
      return [];
    }
    return [{ ...node, children: withoutMarks(node.children, marks) }];
  });
}

/** Drops a bullet that stands in the first words themselves. */
function withoutBullet(nodes: readonly ElementContent[]): ElementContent[] {
  const at = nodes.findIndex((node) => wordsOf(node).trim() !== '');
  return nodes.map((node, index) => {
    if (index !== at) return node;
    if (node.type === 'text') return { ...node, value: node.value.replace(BULLET, '') };
    return node.type === 'element' ? { ...node, children: withoutBullet(node.children) } : node;
  });
}

/** A paragraph that stands for an item of a list. */
function itemOf(node: RootContent): Item | undefined {
  if (node.type !== 'element' || node.tagName !== 'p') return undefined;
  const list = /mso-list\s*:(?!\s*(?:none|skip))([^;]*)/i.exec(styleOf(node))?.[1];
  const isBulleted = /^[\s\u00a0]*[·•]/.test(wordsOf(node));
  if (list === undefined && !isBulleted) return undefined;
  const marks: string[] = [];
  const children = withoutBullet(withoutMarks(node.children, marks));
  const level = Number(/level(\d)/i.exec(list ?? '')?.[1] ?? 1);
  const isOrdered = NUMBER.test(marks[0] ?? '');
  return { level: Math.min(Math.max(level, 1), MAX_LEVEL), isOrdered, children };
}

const element = (tagName: string, children: ElementContent[]): Element => ({
  type: 'element',
  tagName,
  properties: {},
  children,
});

/** Items in a row as lists, the deeper ones within the item before them. */
function nested(items: readonly Item[]): Element[] {
  const lists: Element[] = [];
  for (let at = 0; at < items.length; ) {
    const item = items[at];
    if (item === undefined) break;
    let next = at + 1;
    while ((items[next]?.level ?? 0) > item.level) next += 1;
    const inner = nested(items.slice(at + 1, next));
    const tagName = item.isOrdered ? 'ol' : 'ul';
    const last = lists.at(-1);
    const entry = element('li', [...item.children, ...inner]);
    if (last?.tagName === tagName) last.children.push(entry);
    else lists.push(element(tagName, [entry]));
    at = next;
  }
  return lists;
}

/** @param nodes the children of one element; @returns them with runs of Word's list paragraphs as lists */
export function withWordLists<T extends RootContent>(nodes: readonly T[]): (T | Element)[] {
  const all: (T | Element)[] = [];
  let items: Item[] = [];
  const end = () => {
    all.push(...nested(items));
    items = [];
  };
  for (const node of nodes) {
    const item = itemOf(node);
    if (item !== undefined) items.push(item);
    else {
      // Nothing but the source's own spaces and comments between two items.
      if (items.length > 0 && node.type !== 'element' && wordsOf(node).trim() === '') continue;
      end();
      all.push(node);
    }
  }
  end();
  return all;
}
