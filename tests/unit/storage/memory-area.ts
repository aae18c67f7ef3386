import type { Changes, WideArea } from '../../../storage/item.ts';

type Listener = Parameters<Changes['addListener']>[0];

/** A storage area in memory: what it is given is cloned, as a browser does, and listeners are told. */
export function memoryArea(initial: Record<string, unknown> = {}) {
  const stored: Record<string, unknown> = structuredClone(initial);
  const listeners = new Set<Listener>();
  const tell = (changes: Record<string, { newValue?: unknown }>) => {
    for (const listener of listeners) listener(changes);
  };
  const area: WideArea = {
    get: async (keys) => {
      const wanted = keys === null ? Object.keys(stored) : [keys].flat();
      return structuredClone(
        Object.fromEntries(wanted.filter((key) => key in stored).map((key) => [key, stored[key]])),
      );
    },
    set: async (items) => {
      Object.assign(stored, structuredClone(items));
      tell(
        Object.fromEntries(
          Object.entries(items).map(([key, newValue]) => [key, { newValue: structuredClone(newValue) }]),
        ),
      );
    },
    remove: async (keys) => {
      const there = keys.filter((key) => key in stored);
      for (const key of there) delete stored[key];
      if (there.length > 0) tell(Object.fromEntries(there.map((key) => [key, {}])));
    },
  };
  const changes: Changes = {
    addListener: (listener) => void listeners.add(listener),
    removeListener: (listener) => void listeners.delete(listener),
  };
  return { area, changes, stored };
}
