/** "0 calc(1px + 2px)" → its values; spaces within brackets part nothing. */
function valuesOf(text: string): string[] {
  return text.match(/(?:\([^()]*(?:\([^()]*\)[^()]*)*\)|[^\s()])+/g) ?? [];
}

/**
 * The style sheet in words that a phone of 2019 knows (Chromium 70, WebKit 12.1): pairs of logical sides and `inset`, which
 * came two years later, spelled out side by side.
 */
export function forOldBrowsers(css: string): string {
  return css
    .replace(
      /(?<=[{;]\s*)((?:margin|padding)-(?:inline|block)): ([^;}]+?)(?=\s*[;}])/g,
      (_, pair, values) => {
        const [start = '', end = start] = valuesOf(values);
        return `${pair}-start: ${start}; ${pair}-end: ${end}`;
      },
    )
    .replace(/(?<=[{;]\s*)inset: 0(?=\s*[;}])/g, 'top: 0; right: 0; bottom: 0; left: 0');
}
