import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { DeskModel } from '../../state/desk.ts';
import { useMedia } from '../wide.ts';
import { Editor, type EditorHandle } from './Editor.tsx';
import { EditorNotes } from './EditorNotes.tsx';
import { GuideCard } from './GuideCard.tsx';
import { type Template, Templates } from './Templates.tsx';
import { Understanding } from './Understanding.tsx';

type Pane = 'text' | 'story' | 'understood';

const PANES: readonly { readonly pane: Pane; readonly name: string }[] = [
  { pane: 'text', name: 'Text' },
  { pane: 'story', name: 'Story' },
  { pane: 'understood', name: 'What was understood' },
];

/** Where there is room for one pane only, as in the style sheets. */
const NARROW = '(max-width: 820px)';

export interface WorkbenchProps {
  readonly desk: DeskModel;
  readonly handle: EditorHandle;
  /** Names the text; see the editor. */
  readonly name: string;
  readonly label: string;
  readonly text: ReadonlySignal<string>;
  readonly templates: readonly Template[];
  readonly first: Exclude<Pane, 'text'>;
  /** Absent where the text can only be read. */
  readonly onEdit?: (text: string) => void;
  /** Whether what can be undone outlives the page. */
  readonly isKept?: boolean;
}

/** The card of the story under the cursor; what was understood where the cursor is in none. */
function StoryPane({
  desk,
  goTo,
  canMark,
}: {
  desk: DeskModel;
  goTo: (line: number) => void;
  canMark: boolean;
}) {
  const guide = desk.reading.guide.value;
  const story = desk.story.value;
  if (guide === undefined || story === undefined)
    return (
      <>
        <p class="muted hint">Put the cursor into a story to see its card here.</p>
        <Understanding desk={desk} goTo={goTo} canMark={canMark} />
      </>
    );
  return <GuideCard guide={guide} story={story} />;
}

/** A text with its story card and what was understood of it: side by side, or one at a time where it is narrow. */
export function Workbench(props: WorkbenchProps) {
  const { desk, handle, name, label, text, templates, first, onEdit, isKept = false } = props;
  const side = useSignal(first);
  // One at a time, what was just brought in is looked over first, and what is one's own is written in. From then on
  // it is the part that was used last, also while there is room for both: a window that becomes narrow must not take
  // the editor from under the cursor.
  const isTextUsed = useSignal(first === 'story');
  const isNarrow = useMedia(NARROW);
  const root = useRef<HTMLDivElement>(null);
  const shown: Pane = isTextUsed.value ? 'text' : side.value;
  const isPressed = (pane: Pane) => (isNarrow ? shown === pane : side.value === pane);

  function goTo(line: number): void {
    const isHidden = handle.view?.dom.getClientRects().length === 0;
    if (isHidden) {
      isTextUsed.value = true;
      // At once, so that the editor is there to be given the focus.
      if (root.current !== null) root.current.dataset.pane = 'text';
    }
    handle.goTo(line);
  }

  return (
    <div ref={root} class="workbench" data-pane={shown}>
      <div class="bar">
        <nav aria-label="Parts of the page">
          {PANES.map((each) => (
            <button
              key={each.pane}
              type="button"
              class={`tab ${each.pane}-tab`}
              aria-pressed={isPressed(each.pane)}
              onClick={() => {
                isTextUsed.value = each.pane === 'text';
                if (each.pane !== 'text') side.value = each.pane;
              }}
            >
              {each.name}
            </button>
          ))}
        </nav>
        {onEdit !== undefined && <Templates templates={templates} desk={desk} handle={handle} />}
        <EditorNotes handle={handle} />
      </div>
      <Editor
        key={name}
        handle={handle}
        name={name}
        label={label}
        text={text}
        guide={desk.reading.guide}
        onEdit={onEdit}
        isKept={isKept}
        onFocus={() => {
          isTextUsed.value = true;
        }}
        onLine={(line) => {
          desk.line.value = line;
        }}
      />
      <section
        class="side"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and must then be reached by keyboard
        tabIndex={0}
        onFocusIn={() => {
          isTextUsed.value = false;
        }}
        aria-label={side.value === 'understood' ? 'What was understood' : 'Story'}
      >
        {side.value === 'understood' ? (
          <Understanding desk={desk} goTo={goTo} canMark={onEdit !== undefined} />
        ) : (
          <StoryPane desk={desk} goTo={goTo} canMark={onEdit !== undefined} />
        )}
      </section>
    </div>
  );
}
