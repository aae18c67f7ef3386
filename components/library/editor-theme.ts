import { EditorView } from '@codemirror/view';

const tint = (token: string, percent: number) => `color-mix(in srgb, var(${token}) ${percent}%, transparent)`;

const button = {
  font: 'inherit',
  fontSize: 'var(--t-small)',
  color: 'var(--text)',
  background: 'var(--bg)',
  border: '1px solid var(--line)',
  borderRadius: 'var(--radius)',
  minHeight: '28px',
  cursor: 'pointer',
};

/** The editor's looks, in the page's tokens: light and dark come with them. */
export const THEME = EditorView.theme({
  '&': {
    height: '100%',
    maxHeight: '100%',
    backgroundColor: 'var(--bg)',
    color: 'var(--text)',
    fontSize: '13px',
  },
  '&.cm-focused': { outline: '2px solid var(--accent)', outlineOffset: '-2px' },
  '.cm-scroller': {
    fontFamily: 'ui-monospace, "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace',
    lineHeight: '1.5',
  },
  '.cm-content': { caretColor: 'var(--text)' },
  '.cm-line': { padding: '0 8px' },
  '.cm-cursor, .cm-dropCursor': { borderLeftColor: 'var(--text)' },
  '.cm-gutters': {
    backgroundColor: 'var(--surface)',
    color: 'var(--muted)',
    borderRight: '1px solid var(--line)',
  },
  '.cm-activeLine': { backgroundColor: tint('--accent', 9) },
  '.cm-activeLineGutter': { backgroundColor: tint('--accent', 9), color: 'var(--text)' },
  '.cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': {
    backgroundColor: tint('--accent', 30),
  },
  '.cm-specialChar': { color: 'var(--over)' },
  '.cm-searchMatch': { backgroundColor: 'var(--mark)' },
  '.cm-searchMatch-selected': { backgroundColor: 'var(--mark)', outline: '2px solid var(--accent)' },
  '.cm-selectionMatch': { backgroundColor: tint('--accent', 18) },
  '.cm-panels': { backgroundColor: 'var(--surface)', color: 'var(--text)' },
  '.cm-panels.cm-panels-top': { borderBottom: '1px solid var(--line)' },
  '.cm-panel.cm-search': {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px',
    padding: '6px 40px 6px 8px',
    fontFamily: 'var(--font)',
  },
  '.cm-panel.cm-search br': { display: 'none' },
  '.cm-panel.cm-search input, .cm-panel.cm-search label': { margin: '0', fontSize: 'var(--t-small)' },
  '.cm-panel.cm-search label': {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '4px',
    minHeight: '24px',
  },
  '.cm-panel.cm-search button': { ...button, margin: '0' },
  '.cm-panel.cm-search [name=close]': {
    top: '6px',
    right: '6px',
    width: '28px',
    padding: '0',
    fontSize: '18px',
    backgroundColor: 'transparent',
    borderColor: 'transparent',
  },
  '.cm-textfield': {
    font: 'inherit',
    color: 'var(--text)',
    backgroundColor: 'var(--bg)',
    border: '1px solid var(--muted)',
    borderRadius: 'var(--radius)',
    minHeight: '28px',
    padding: '2px 8px',
  },
  '.cm-button': { ...button, backgroundImage: 'none' },
  '.cm-panel.cm-panel-lint': { fontFamily: 'var(--font)' },
  '.cm-panel.cm-panel-lint ul [aria-selected]': {
    backgroundColor: tint('--accent', 18),
    color: 'var(--text)',
  },
  '.cm-panel.cm-panel-lint ul [aria-selected] *': { color: 'var(--text)' },
  '.cm-panel.cm-panel-lint button[name=close]': { color: 'var(--text)', width: '28px', minHeight: '28px' },
  '.cm-tooltip': {
    backgroundColor: 'var(--surface)',
    color: 'var(--text)',
    border: '1px solid var(--line)',
    maxWidth: 'min(420px, 80vw)',
    fontFamily: 'var(--font)',
  },
  '.tok-heading, .tok-strong': { fontWeight: '700' },
  '.tok-emphasis': { fontStyle: 'italic' },
  '.tok-meta, .tok-comment': { color: 'var(--muted)' },
  '.tok-link, .tok-url': { color: 'var(--accent)' },
});

/** What went is struck through and what came is underlined: not told by colour alone. */
export const DIFFERENCE_THEME = EditorView.theme({
  '&': { height: 'auto' },
  '.cm-changedLine': { backgroundColor: `${tint('--ok', 12)} !important` },
  '.cm-changedText': {
    background: `${tint('--ok', 22)} !important`,
    textDecoration: 'underline',
    textDecorationColor: 'var(--ok)',
  },
  '.cm-insertedLine': { textDecoration: 'none' },
  '.cm-deletedChunk': { backgroundColor: tint('--over', 10), padding: '0 8px' },
  '.cm-deletedLine, .cm-deletedLine del': { textDecoration: 'none' },
  '.cm-deletedText': {
    background: `${tint('--over', 20)} !important`,
    textDecoration: 'line-through',
  },
  '.cm-changedLineGutter': { background: 'var(--ok)' },
  '.cm-deletedLineGutter': { background: 'var(--over)' },
  '.cm-collapsedLines': {
    background: 'var(--surface)',
    color: 'var(--muted)',
    padding: '4px 12px',
    cursor: 'pointer',
    // Its own marks are letters that few fonts have.
    '&:before, &:after': { content: '"⋯"' },
  },
});

/**
 * Where CodeMirror puts its rules: in a document they would be a style element, which the pages' content
 * security policy forbids; a shadow root adopts them as style sheets.
 */
export function shadowOf(place: HTMLElement): ShadowRoot {
  return place.shadowRoot ?? place.attachShadow({ mode: 'open' });
}
