/** Keeps what editors can undo while the browser runs, so that a reload or a closed tab loses none of it. */
export interface UndoMemory {
  /** What was kept beside exactly this text; `undefined`: nothing. Whoever asks checks it. */
  find(name: string, text: string): unknown;
  /** Keeps `history` beside the text; it is plain JSON. A very long one is forgotten. */
  keep(name: string, text: string, history: unknown): void;
  /** Nothing of this one may stay. */
  forget(name: string): void;
}
