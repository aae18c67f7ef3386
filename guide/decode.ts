/** A file's bytes as text: nothing is guessed in silence, and nothing is half read. */

/** The most that is read: enough for any guide, and little enough that a page stays quick. */
export const MAX_BYTES = 20 * 1024 * 1024;

export type Encoding = 'UTF-8' | 'UTF-16 LE' | 'UTF-16 BE' | 'Windows-1252';

export type Decoded =
  | {
      readonly outcome: 'text';
      /** To the letter, without a byte order mark. */
      readonly text: string;
      readonly encoding: Encoding;
      /** A plain sentence where the encoding was not UTF-8; `''` otherwise. */
      readonly remark: string;
    }
  /** `reason` is a plain sentence that names the file and what to do. */
  | { readonly outcome: 'refused'; readonly reason: string };

/** Files that people drop by mistake, by their first bytes, and what to do with each. */
const KNOWN: readonly { readonly starts: readonly number[]; readonly say: string }[] = [
  {
    starts: [0x50, 0x4b, 0x03, 0x04],
    say: 'is a packed document (Word, Pages, OpenDocument or ZIP): open it, select all, copy, and paste here.',
  },
  {
    starts: [0xd0, 0xcf, 0x11, 0xe0],
    say: 'is an old Word document: open it, select all, copy, and paste here.',
  },
  { starts: [0x25, 0x50, 0x44, 0x46], say: 'is a PDF: open it, select all, copy, and paste here.' },
  {
    starts: [0x7b, 0x5c, 0x72, 0x74, 0x66],
    say: 'is an RTF document: open it, select all, copy, and paste here.',
  },
];
const NO_TEXT = 'is not a text file. Bring in Markdown or plain text, or paste the text.';
/** How far into a file is looked for bytes that no text has. */
const LOOK = 64 * 1024;

/**
 * @param name the file's name, for the sentences
 * @param bytes the whole file
 * @returns its text to the letter, or why there is none; never throws
 */
export function decodeText(name: string, bytes: Uint8Array): Decoded {
  if (bytes.length > MAX_BYTES) return refused(name, tooLarge(bytes.length));
  const known = KNOWN.find(({ starts }) => startsWith(bytes, starts));
  if (known !== undefined) return refused(name, known.say);
  if (startsWith(bytes, [0xff, 0xfe, 0, 0]) || startsWith(bytes, [0, 0, 0xfe, 0xff]))
    return refused(name, 'is UTF-32, which browsers do not read. Save it as UTF-8, then bring it in.');
  if (startsWith(bytes, [0xff, 0xfe])) return inUtf16(name, bytes, 'UTF-16 LE');
  if (startsWith(bytes, [0xfe, 0xff])) return inUtf16(name, bytes, 'UTF-16 BE');
  if (bytes.subarray(0, LOOK).some(isNoText) || bytes.includes(0)) return refused(name, NO_TEXT);
  const text = strictly('utf-8', bytes);
  if (text !== undefined) return { outcome: 'text', text, encoding: 'UTF-8', remark: '' };
  return {
    outcome: 'text',
    text: new TextDecoder('windows-1252').decode(bytes),
    encoding: 'Windows-1252',
    remark: `“${name}” is not UTF-8 and was read as Windows-1252 (Latin-1). Look at its accents and quotation marks before you keep it.`,
  };
}

/** @param size in bytes; @returns the rest of a sentence about a file that is too large */
export function tooLarge(size: number): string {
  const megabytes = Math.ceil(size / 1024 / 1024);
  return `has ${megabytes} MB, and the most is ${MAX_BYTES / 1024 / 1024} MB. Split it, or paste the part that you need.`;
}

function inUtf16(name: string, bytes: Uint8Array, encoding: 'UTF-16 LE' | 'UTF-16 BE'): Decoded {
  const text = strictly(encoding === 'UTF-16 LE' ? 'utf-16le' : 'utf-16be', bytes);
  if (text === undefined)
    return refused(name, `says that it is ${encoding}, but is damaged. Save it as UTF-8, then bring it in.`);
  if (text.includes('\0')) return refused(name, NO_TEXT);
  const remark = `“${name}” is ${encoding}. It was read whole, and is kept as UTF-8.`;
  return { outcome: 'text', text, encoding, remark };
}

const refused = (name: string, say: string): Decoded => ({ outcome: 'refused', reason: `“${name}” ${say}` });

/** The text, or `undefined` where a byte is not of that encoding. */
function strictly(label: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const startsWith = (bytes: Uint8Array, starts: readonly number[]) =>
  bytes.length >= starts.length && starts.every((byte, index) => bytes[index] === byte);

/** Control bytes but tab, line feed, form feed, carriage return, end of file (0x1a) and escape. */
const isNoText = (byte: number) =>
  byte < 9 || byte === 11 || (byte > 13 && byte < 26) || (byte > 27 && byte < 32);
