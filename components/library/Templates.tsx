import type { DeskModel } from '../../state/desk.ts';
import type { EditorHandle } from './Editor.tsx';

/** A piece of a guide to begin with. `{number}` in its text becomes the next story's number. */
export interface Template {
  readonly id: string;
  readonly name: string;
  readonly text: string;
}

interface TemplatesProps {
  readonly templates: readonly Template[];
  readonly desk: DeskModel;
  readonly handle: EditorHandle;
}

/** Puts a story or a section to fill in where the cursor is. */
export function Templates({ templates, desk, handle }: TemplatesProps) {
  return (
    <label class="templates">
      <span class="unseen">Insert a story or a section</span>
      <select
        value=""
        onChange={(event) => {
          const chosen = templates.find((each) => each.id === event.currentTarget.value);
          event.currentTarget.value = '';
          const number = String(desk.nextNumber());
          if (chosen !== undefined) handle.insertBlock(chosen.text.replaceAll('{number}', number));
        }}
      >
        <option value="">Insert…</option>
        {templates.map((each) => (
          <option key={each.id} value={each.id}>
            {each.name}
          </option>
        ))}
      </select>
    </label>
  );
}
