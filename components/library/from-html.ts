import type { Element, ElementContent, Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toMdast } from 'hast-util-to-mdast';
import type { Nodes as MarkdownNodes } from 'mdast';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemToMarkdown } from 'mdast-util-gfm-task-list-item';
import { toMarkdown } from 'mdast-util-to-markdown';
import { raisedOrLowered } from './raised.ts';
import { withWordLists } from './word-lists.ts';

/** Elements whose content is no text of the document, or that may act. */
const DROPPED = new Set(
  'script style template noscript iframe frame frameset object embed applet link meta base title svg math canvas audio video'.split(
    ' ',
  ),
);
/** Nothing else may stand behind a link. */
const KEPT_LINK = /^(?:https?:\/\/|mailto:|#)/i;
/** What the reading of Markdown out of HTML asks of an element; handlers and styles are not among it. */
const KEPT_PROPERTIES = [
  'href',
  'checked',
  'type',
  'start',
  'className',
  'align',
  'selected',
  'multiple',
  'value',
];
/** Elements that nest only as deep as someone nested them: the others close by themselves. */
const NESTING =
  /<(\/?)(?:div|span|section|article|b|i|u|s|em|strong|font|a|ul|ol|table|blockquote|center|big|small)\b/gi;
/** Deeper and longer than any document of a person; what is past it is read as bare words, at once. */
const MAX_DEPTH = 300;
const MAX_LENGTH = 4_000_000;

/**
 * Rich text as Markdown. The HTML is parsed into a plain tree, apart from any page, so nothing of it runs and
 * nothing loads. Scripts, handlers, images (their description stays) and links to anything but a web or mail
 * address are left out.
 *
 * @param html of a clipboard or a file
 * @returns Markdown; the bare words where the HTML is beyond reading; never throws
 */
export function markdownFromHtml(html: string): string {
  if (html.length > MAX_LENGTH || depthOf(html) > MAX_DEPTH) return bareWords(html);
  try {
    const tree = fromHtml(html, { fragment: true });
    return toMarkdown(withoutImages(toMdast(cleaned(tree))), {
      bullet: '-',
      emphasis: '*',
      rule: '-',
      listItemIndent: 'one',
      extensions: [gfmTableToMarkdown(), gfmTaskListItemToMarkdown()],
      handlers: {
        delete: (node, _, state, info) =>
          `~~${state.containerPhrasing(node, { ...info, before: '~', after: '~' })}~~`,
      },
    });
  } catch {
    return bareWords(html);
  }
}

function cleaned(tree: Root): Root {
  return {
    type: 'root',
    children: withWordLists(tree.children).flatMap((child) => cleanedNode(child, false)),
  };
}

/** @param isBold whether the text around is bold already: a heading, a cell of a table's head, `<b>` */
function cleanedNode(node: RootContent, isBold: boolean): ElementContent[] {
  if (node.type === 'text') return [node];
  if (node.type !== 'element' || DROPPED.has(node.tagName)) return [];
  const { tagName } = node;
  const raised = raisedOrLowered(node);
  if (raised !== undefined) return [{ type: 'text', value: raised }];
  const weight = weightOf(node);
  // Document editors write bold, and its undoing, as styles.
  if (/^(b|strong)$/.test(tagName) && weight === 'normal') return inside(node, isBold);
  if (tagName === 'a' && !KEPT_LINK.test(String(node.properties.href ?? '').trim()))
    return inside(node, isBold);
  if (tagName === 'img') {
    const { alt } = node.properties;
    return typeof alt === 'string' && alt !== '' ? [{ type: 'text', value: alt }] : [];
  }
  if (tagName === 'span' && weight === 'bold' && !isBold)
    return [{ type: 'element', tagName: 'strong', properties: {}, children: inside(node, true) }];
  const children = inside(node, isBold || /^(h[1-6]|b|strong|th)$/.test(tagName));
  const properties = Object.fromEntries(
    Object.entries(node.properties).filter(([name]) => KEPT_PROPERTIES.includes(name)),
  );
  return [{ type: 'element', tagName, properties, children }];
}

const inside = (node: Element, isBold: boolean) =>
  withWordLists(node.children).flatMap((child) => cleanedNode(child, isBold));

function weightOf({ properties }: Element): 'bold' | 'normal' | undefined {
  const weight = /font-weight\s*:\s*([a-z0-9]+)/i.exec(String(properties.style ?? ''))?.[1];
  if (weight === undefined) return undefined;
  return /^(bold|bolder|[6-9]00)$/i.test(weight) ? 'bold' : 'normal';
}

/** Pictures by other names (`<input type="image">`, say) and raw HTML have no place in a guide either. */
function withoutImages<T extends MarkdownNodes>(node: T): T {
  if (!('children' in node)) return node;
  const children = node.children.flatMap((child): MarkdownNodes[] => {
    if (child.type === 'html' || child.type === 'imageReference') return [];
    if (child.type === 'image') return child.alt ? [{ type: 'text', value: child.alt }] : [];
    return [withoutImages(child)];
  });
  // What takes the place of an image is phrasing, as the image is.
  return { ...node, children } as T;
}

function depthOf(html: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [, isEnd] of html.matchAll(NESTING)) {
    depth = Math.max(0, depth + (isEnd === '/' ? -1 : 1));
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** The words without the tags, a line for each block. */
function bareWords(html: string): string {
  const words = html
    .replace(/<(script|style|svg|template)\b[^>]*>[\s\S]*?<\/\1\s*>/gi, '')
    .replace(/<\/?(?:p|div|li|br|tr|h[1-6]|pre|blockquote)\b[^>]*>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(lt|gt|quot|apos|nbsp);/g, (all, name: string) => ENTITIES[name] ?? all)
    .replaceAll('&amp;', '&');
  const lines = words.split(/\s*\n\s*/).filter((line) => line !== '');
  return `${lines.join('\n\n').trim()}\n`;
}
