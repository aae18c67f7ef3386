/** A file's bytes as text: nothing is guessed in silence, and nothing is half read. */

/** The most that is read: enough for any guide, and little enough that a page stays quick. */
export const MAX_BYTES = 20 * 1024 * 1024;

export type Encoding = 'UTF-8' | 'UTF-16 LE' | 'UTF-16 BE' | 'Windows-1252';

export type Decoded =
  | {
      readonly outcome: 'text';
      /** To the letter. A byte order mark of UTF-8 is its first letter; one of UTF-16 went with that encoding. */
      readonly text: string;
      readonly encoding: Encoding;
      /** A plain sentence where the encoding was not UTF-8; `''` otherwise. */
      readonly remark: string;
    }
  | {
      readonly outcome: 'refused';
      /** A plain sentence that names the file and what to do to bring it in. */
      readonly reason: string;
      /** The beginning of that sentence: what is the matter, without the file's name and what to do. */
      readonly matter: string;
    };

/** Files that people drop by mistake, by their first bytes. */
const KNOWN: readonly { readonly starts: readonly number[]; readonly matter: string }[] = [
  {
    starts: [0x50, 0x4b, 0x03, 0x04],
    matter: 'is a packed document (Word, Pages, OpenDocument or ZIP)',
  },
  { starts: [0xd0, 0xcf, 0x11, 0xe0], matter: 'is an old Word document' },
  { starts: [0x25, 0x50, 0x44, 0x46], matter: 'is a PDF' },
  { starts: [0x7b, 0x5c, 0x72, 0x74, 0x66], matter: 'is an RTF document' },
];
const NO_TEXT = 'is not a text file';
const IN_UTF8 = 'Save it as UTF-8, then bring it in.';
/** So few bytes that no text has are a slip in a text; more of them, and it is none. */
const FEW = 3;
const FEW_SHARE = 0.002;
/** So many of its first bytes in pairs with a zero are UTF-16 of a language with Latin letters. */
const PAIRED_SHARE = 0.7;
/** How far into a file is looked for bytes that no text has. */
const LOOK = 64 * 1024;

/**
 * @param name the file's name, for the sentences
 * @param bytes the whole file
 * @returns its text to the letter, or why there is none; never throws
 */
export function decodeText(name: string, bytes: Uint8Array): Decoded {
  if (bytes.length > MAX_BYTES) return refused(name, tooLargeMatter(bytes.length), SPLIT);
  const known = KNOWN.find(({ starts }) => startsWith(bytes, starts));
  if (known !== undefined) return refused(name, known.matter, 'Open it, select all, copy, and paste here.');
  if (startsWith(bytes, [0xff, 0xfe, 0, 0]) || startsWith(bytes, [0, 0, 0xfe, 0xff]))
    return refused(name, 'is UTF-32, which browsers do not read', IN_UTF8);
  if (startsWith(bytes, [0xff, 0xfe])) return inUtf16(name, bytes, 'UTF-16 LE');
  if (startsWith(bytes, [0xfe, 0xff])) return inUtf16(name, bytes, 'UTF-16 BE');
  if (bytes.subarray(0, LOOK).some(isNoText) || bytes.includes(0)) return noText(name, bytes);
  const text = strictly('utf-8', bytes);
  if (text !== undefined) return { outcome: 'text', text, encoding: 'UTF-8', remark: '' };
  return {
    outcome: 'text',
    text: new TextDecoder('windows-1252').decode(bytes),
    encoding: 'Windows-1252',
    remark: `“${name}” is not UTF-8 and was read as Windows-1252 (Latin-1). Look at its accents and quotation marks before you keep it.`,
  };
}

const SPLIT = 'Split it, or paste the part that you need.';

/** @param size in bytes; @returns the rest of a sentence about a file that is too large */
export function tooLarge(size: number): string {
  return `${tooLargeMatter(size)}. ${SPLIT}`;
}

function tooLargeMatter(size: number): string {
  return `has ${Math.ceil(size / 1024 / 1024)} MB, and the most is ${MAX_BYTES / 1024 / 1024} MB`;
}

function inUtf16(name: string, bytes: Uint8Array, encoding: 'UTF-16 LE' | 'UTF-16 BE'): Decoded {
  const text = strictly(encoding === 'UTF-16 LE' ? 'utf-16le' : 'utf-16be', bytes);
  if (text === undefined) return refused(name, `says that it is ${encoding}, but is damaged`, IN_UTF8);
  if (text.includes('\0')) return noText(name, bytes);
  const remark = `“${name}” is ${encoding}. It was read whole, and is kept as UTF-8.`;
  return { outcome: 'text', text: text.replace(/^\ufeff/, ''), encoding, remark };
}

/** Says what is wrong with bytes that no text has, as exactly as can be told. */
function noText(name: string, bytes: Uint8Array): Decoded {
  const start = bytes.subarray(0, LOOK);
  const pairs = Math.floor(start.length / 2);
  const zeros = (first: 0 | 1) => start.filter((byte, at) => at % 2 === first && byte === 0).length;
  const [even, odd] = [zeros(0), zeros(1)];
  // Latin letters in UTF-16 have a zero in each pair of bytes, always on the same side.
  if (pairs > 2 && Math.max(even, odd) > pairs * PAIRED_SHARE && Math.min(even, odd) === 0)
    return refused(name, 'looks like UTF-16 without the mark that says so', IN_UTF8);
  const count = bytes.reduce((sum, byte) => sum + (isNoText(byte) ? 1 : 0), 0);
  const isSlip = count <= Math.max(FEW, bytes.length * FEW_SHARE) && strictly('utf-8', bytes) !== undefined;
  if (!isSlip) return refused(name, NO_TEXT, 'Bring in Markdown or plain text, or paste the text.');
  const at = bytes.findIndex(isNoText);
  const line = bytes.subarray(0, at).reduce((sum, byte) => sum + (byte === 10 ? 1 : 0), 1);
  const code = (bytes[at] ?? 0).toString(16).toUpperCase().padStart(2, '0');
  return refused(
    name,
    `has a character in line ${line} that no text has (${code === '00' ? 'a zero byte' : `control character ${code}`})`,
    'Take it out in the program that wrote the file, or paste the text.',
  );
}

const refused = (name: string, matter: string, remedy: string): Decoded => ({
  outcome: 'refused',
  reason: `“${name}” ${matter}. ${remedy}`,
  matter,
});

/** The text, or `undefined` where a byte is not of that encoding. */
function strictly(label: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const startsWith = (bytes: Uint8Array, starts: readonly number[]) =>
  bytes.length >= starts.length && starts.every((byte, index) => bytes[index] === byte);

/** Control bytes but tab, line feed, form feed, carriage return, end of file (0x1a) and escape. */
const isNoText = (byte: number) =>
  byte < 9 || byte === 11 || (byte > 13 && byte < 26) || (byte > 27 && byte < 32);
