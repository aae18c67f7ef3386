import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** Words of the open story that carried its rank, for every text of its card to mark. */
export const MarkedWords = createContext<readonly string[]>([]);

const escaped = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * A text with the words that carried the rank marked, where they stand as whole words. In scripts that part
 * no words, they are marked wherever they stand.
 */
export function Marked({ text }: { text: string }) {
  const words = useContext(MarkedWords).filter((word) => word.trim() !== '');
  if (words.length === 0) return <>{text}</>;
  const longestFirst = [...words].sort((a, b) => b.length - a.length).map(escaped);
  const isParted = (word: string) =>
    !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(word);
  const parts = longestFirst.map((word) =>
    isParted(word) ? `(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])` : word,
  );
  const pieces = text.split(new RegExp(`(${parts.join('|')})`, 'giu'));
  // Splitting by one group puts what matched at the odd places.
  return <>{pieces.map((piece, index) => (index % 2 === 1 ? <mark key={index}>{piece}</mark> : piece))}</>;
}
