import cardCss from '../../styles/cue-card.css?inline';
import tokensCss from '../../styles/tokens.css?inline';

/** The card's whole style: the tokens of the pages, on the card's own layer, where no page's rule reaches. */
const CSS = `${tokensCss.replaceAll(':root', '.layer')}\n${cardCss}`;

/** Where a card stands: in a closed tree under `host`, which scripts of the page can't enter. */
export interface Layer {
  readonly root: ShadowRoot;
  readonly element: HTMLElement;
}

/** A window that makes style sheets for its own documents. */
type SheetMaker = Window & { readonly CSSStyleSheet: typeof CSSStyleSheet };

/**
 * Makes the closed tree. Its style is a constructed sheet, which no content security policy forbids. Firefox denies
 * that to content scripts (Xray vision): there it is a style element, which a strict policy of the page may empty.
 */
export function openLayer(host: HTMLElement, card: HTMLElement, view: Window): Layer {
  const { ownerDocument: document } = host;
  const root = host.attachShadow({ mode: 'closed' });
  try {
    const sheet = new (view as SheetMaker).CSSStyleSheet();
    sheet.replaceSync(CSS);
    root.adoptedStyleSheets = [sheet];
  } catch {
    const style = document.createElement('style');
    style.textContent = CSS;
    root.append(style);
  }
  const element = document.createElement('div');
  element.className = 'layer';
  element.append(card);
  root.append(element);
  return { root, element };
}
