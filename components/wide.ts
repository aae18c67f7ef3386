import { useEffect, useState } from 'preact/hooks';

/** From this width on a card has room for the script beside its points. */
const WIDE = '(min-width: 620px)';

/** Whether a media query holds; follows the window. */
export function useMedia(query: string): boolean {
  const [isMet, setMet] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const list = matchMedia(query);
    const follow = () => setMet(list.matches);
    list.addEventListener('change', follow);
    return () => list.removeEventListener('change', follow);
  }, [query]);
  return isMet;
}

/** Whether the panel is wide enough for two columns; follows its width. */
export const useWide = (): boolean => useMedia(WIDE);
