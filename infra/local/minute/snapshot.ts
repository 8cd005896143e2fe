/** A page or a mail as it looked, without anything that could load, run or be sent. */
export type Snapshot = { title: string; html: string };

const STYLESHEET = /<link[^>]+rel="stylesheet"[^>]*>/g;
const OUTSIDE = /<(?:link|script|base|meta http-equiv)\b[^>]*>(?:<\/script>)?/g;

/** The page with its stylesheets written into it. `styleOf` answers the content of a path such as /assets/pages.css. */
export async function snapshotOf(
  html: string,
  styleOf: (path: string) => Promise<string>,
): Promise<Snapshot> {
  const paths = [...html.matchAll(STYLESHEET)].flatMap(([link]) => /href="([^"]+)"/.exec(link)?.[1] ?? []);
  const styles = await Promise.all(paths.map(styleOf));
  const alone = html
    .replaceAll(STYLESHEET, '')
    .replaceAll(OUTSIDE, '')
    .replace('</head>', `<style>${styles.join('\n')}</style></head>`);
  return { title: titleOf(html), html: alone };
}

function titleOf(html: string): string {
  return /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? '';
}
