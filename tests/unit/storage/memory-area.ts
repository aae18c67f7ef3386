import type { Area, Changes } from '../../../storage/item.ts';

type Listener = Parameters<Changes['addListener']>[0];

/** A storage area in memory: what it is given is cloned, as a browser does, and listeners are told. */
export function memoryArea(initial: Record<string, unknown> = {}) {
  const stored: Record<string, unknown> = structuredClone(initial);
  const listeners = new Set<Listener>();
  const area: Area = {
    get: async (key) => (key in stored ? { [key]: structuredClone(stored[key]) } : {}),
    set: async (items) => {
      Object.assign(stored, structuredClone(items));
      const changes = Object.fromEntries(
        Object.entries(items).map(([key, newValue]) => [key, { newValue: structuredClone(newValue) }]),
      );
      for (const listener of listeners) listener(changes);
    },
  };
  const changes: Changes = {
    addListener: (listener) => void listeners.add(listener),
    removeListener: (listener) => void listeners.delete(listener),
  };
  return { area, changes, stored };
}
