import { accents } from '../parts/accent.ts';
import { controlsCss } from './controls-css.ts';
import { forOldBrowsers } from './for-old-browsers.ts';
import { formCss } from './form-css.ts';
import { frameCss } from './frame-css.ts';
import { listCss } from './list-css.ts';
import { pagesCss } from './pages-css.ts';
import { recordCss } from './record-css.ts';
import { talkCss } from './talk-css.ts';
import { tokensCss } from './tokens-css.ts';
import { wideCss } from './wide-css.ts';

function accentCss({ accent, press, soft }: { accent: string; press: string; soft: string }): string {
  return `:root { --accent: ${accent}; --accent-press: ${press}; --accent-soft: ${soft}; }`;
}

/** The one style sheet of every page, with a tenant's colour (`#rrggbb`) made readable on light and on dark paper. */
export function styleSheet(colour: string): string {
  const { light, dark } = accents(colour);
  const sheet = [
    tokensCss,
    accentCss(light),
    `@media (prefers-color-scheme: dark) { ${accentCss(dark)} }`,
    frameCss,
    controlsCss,
    recordCss,
    pagesCss,
    formCss,
    listCss,
    talkCss,
    wideCss,
  ].join('\n');
  return forOldBrowsers(sheet);
}
