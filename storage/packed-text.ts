/**
 * Texts as they are stored. Browser storage keeps strings as UTF-8, which has no place for half a surrogate
 * pair: such a text is kept as its code units instead, so that every text comes back to the letter.
 */

/** A text as it is, or as base64 of its UTF-16 code units, or as base64 of its deflated UTF-8. */
export type Packed = string | { readonly units: string } | { readonly deflate: string };

const encoder = new TextEncoder();

/** Length of a text in UTF-8 bytes. */
export function byteLength(text: string): number {
  return encoder.encode(text).length;
}

/** Roughly what a value takes in storage: browsers count the bytes of its JSON. */
export function storedBytes(value: unknown): number {
  return byteLength(JSON.stringify(value));
}

/** A checksum of a text (FNV-1a over its code units), to tell a damaged state from a sound one. */
export function checksum(text: string): number {
  let sum = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
  return sum >>> 0;
}

function toBase64(bytes: Uint8Array): string {
  let binary = '';
  // In slices: a call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 8192)
    binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(binary);
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}

/** Packs a text without compressing it. */
export function pack(text: string): string | { readonly units: string } {
  if (text.isWellFormed()) return text;
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), true);
  return { units: toBase64(bytes) };
}

/** Packs a text, compressed where that is shorter. */
export async function packTight(text: string): Promise<Packed> {
  const plain = pack(text);
  if (typeof plain !== 'string' || text.length < 200) return plain;
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const deflate = toBase64(new Uint8Array(await new Response(stream).arrayBuffer()));
  return storedBytes(deflate) < storedBytes(plain) ? { deflate } : plain;
}

function unitsOf(base64: string): string {
  const { buffer } = fromBase64(base64);
  const view = new DataView(buffer);
  let text = '';
  for (let at = 0; at + 1 < buffer.byteLength; at += 2) text += String.fromCharCode(view.getUint16(at, true));
  return text;
}

/** The text of a value that {@link pack} made; `undefined` when it is something else. */
export function unpack(packed: unknown): string | undefined {
  if (typeof packed === 'string') return packed;
  if (typeof packed !== 'object' || packed === null || !('units' in packed)) return undefined;
  if (typeof packed.units !== 'string') return undefined;
  try {
    return unitsOf(packed.units);
  } catch {
    return undefined; // no base64
  }
}

/** The text of a value that {@link packTight} made; `undefined` when it is something else. */
export async function unpackTight(packed: unknown): Promise<string | undefined> {
  if (typeof packed !== 'object' || packed === null || !('deflate' in packed)) return unpack(packed);
  if (typeof packed.deflate !== 'string') return undefined;
  try {
    const bytes = new Blob([fromBase64(packed.deflate)]);
    return await new Response(bytes.stream().pipeThrough(new DecompressionStream('deflate-raw'))).text();
  } catch {
    return undefined; // no base64, or damaged within
  }
}
