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

/** The one style sheet of every page, with a tenant's colour (`#rrggbb`) made readable on light and on dark paper. */
export function styleSheet(colour: string): string {
  const sheet = [
    tokensCss(colour),
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
