/** What a text tells of itself before it is a guide. */

/** From here on, texts with their history may find no room in the browser's storage; in letters. */
const LARGE = 8 * 1024 * 1024;
const TOO_LARGE = 'The text is large';

/** What the text calls itself: its first heading of the first two levels that is no story. */
export function titleIn(text: string): string | undefined {
  const heading = /^\uFEFF?#{1,2}[ \t]+(?!story\b)(.*\S)/im.exec(text.slice(0, 2000))?.[1] ?? '';
  const title = heading
    .replace(/[*_`[\]#]/g, '')
    .trim()
    .slice(0, 60)
    .trim();
  return title === '' ? undefined : title;
}

/** One sentence where the text is so large that there may be no room for it; none otherwise. */
export function sizeWarning(text: string): string[] {
  if (text.length <= LARGE) return [];
  const size = Math.ceil(text.length / 1024 / 1024);
  return [
    `${TOO_LARGE} (${size} MB): the browser may have no room for it. Download it before you keep it, or split it.`,
  ];
}

/** Remarks without what {@link sizeWarning} said of the text before. */
export function withoutSizeWarning(remarks: readonly string[]): readonly string[] {
  return remarks.filter((remark) => !remark.startsWith(TOO_LARGE));
}
