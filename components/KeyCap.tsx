import { useKeyOf } from './keys.ts';

/** The keys of a command, as a small key cap beside its button's words. */
export function KeyCap({ of }: { of: string }) {
  return <kbd>{useKeyOf(of)}</kbd>;
}
