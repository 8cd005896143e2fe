import { readFileSync } from 'node:fs';
import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { tokensCss } from '../../../templates/public/tokens-css.ts';

const css = ['./components.css', './console.css']
  .map((file) => readFileSync(new URL(file, import.meta.url), 'utf8'))
  .join('\n');

// Nothing but this page's own style and its own mails: a mail is somebody else's text.
export const PAGE_HEADERS = {
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
};

/** A whole page in the product's look; `colour` is the tenant's, #rrggbb; `style` is what this page has besides (CSS). */
export function PageShell(props: { title: string; colour: string; style?: string; children: Child }) {
  return (
    <>
      {raw('<!doctype html>')}
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <title>{`${props.title} · Nevertwice`}</title>
          <style>{raw(`${tokensCss(props.colour)}${css}${props.style ?? ''}`)}</style>
        </head>
        <body>
          <a class="skip" href="#main">
            Skip to the content
          </a>
          {props.children}
        </body>
      </html>
    </>
  );
}
