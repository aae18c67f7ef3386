import type { ChecklistItem, Guide, Item } from '../guide/types.ts';

function Section({ heading, items }: { heading: string; items: readonly Item[] }) {
  return (
    <details>
      <summary>{heading}</summary>
      <ul>
        {items.map((item) => (
          <li key={`${item.lines.start} ${item.text}`}>{item.text}</li>
        ))}
      </ul>
    </details>
  );
}

const ticked = (item: ChecklistItem): Item => ({ ...item, text: `${item.done ? '☑' : '☐'} ${item.text}` });

/** What else stands in the guide, by its own headings: checklist, lines to land on, notes of any kind. */
export function GuideSections({ guide }: { guide: Guide }) {
  return (
    <>
      {guide.checklist.length > 0 && <Section heading="Checklist" items={guide.checklist.map(ticked)} />}
      {guide.connections.length > 0 && <Section heading="Lines to land on" items={guide.connections} />}
      {guide.notes.map((note) => (
        <Section
          key={note.lines.start}
          heading={note.heading === '' ? 'Notes' : note.heading}
          items={note.items}
        />
      ))}
    </>
  );
}
