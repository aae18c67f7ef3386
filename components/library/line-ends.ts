/**
 * CodeMirror holds lines, not line ends. This chooses a separator with which a text comes back out of the
 * editor to the letter: its own when it has only one kind; else `\n`, and a stray `\r` is a letter.
 */
export function lineEndOf(text: string): '\n' | '\r\n' | '\r' {
  const returns = text.split('\r').length - 1;
  if (returns === 0) return '\n';
  const feeds = text.split('\n').length - 1;
  const both = text.split('\r\n').length - 1;
  if (both === returns && both === feeds) return '\r\n';
  return feeds === 0 ? '\r' : '\n';
}
