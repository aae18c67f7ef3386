import { useEffect, useState } from 'preact/hooks';

/** From this width on a card has room for the script beside its points. */
const WIDE = '(min-width: 620px)';

/** Whether the panel is wide enough for two columns; follows its width. */
export function useWide(): boolean {
  const [isWide, setWide] = useState(() => matchMedia(WIDE).matches);
  useEffect(() => {
    const query = matchMedia(WIDE);
    const follow = () => setWide(query.matches);
    query.addEventListener('change', follow);
    return () => query.removeEventListener('change', follow);
  }, []);
  return isWide;
}
