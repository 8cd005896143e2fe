import { Hono } from 'hono';
import { iconSvg } from '../../templates/public/icon.ts';
import { styleSheet } from '../../templates/public/style-sheet.ts';
import { fingerprint } from '../app/hash.ts';

type Asset = { path: string; body: string; type: string };

export type Assets = { css: Asset; icon: Asset; script: Asset };

/** The files of the pages under paths that name their content, so that they can be kept for ever. */
export function makeAssets(colour: string, script: string): Assets {
  const asset = (name: string, body: string, type: string): Asset => ({
    path: `/assets/${fingerprint(body)}/${name}`,
    body,
    type,
  });
  return {
    css: asset('pages.css', styleSheet(colour), 'text/css; charset=utf-8'),
    icon: asset('icon.svg', iconSvg, 'image/svg+xml'),
    script: asset('pages.js', script, 'text/javascript; charset=utf-8'),
  };
}

export function assetRoutes(assets: Assets): Hono {
  const app = new Hono();
  for (const { path, body, type } of Object.values(assets)) {
    app.get(
      path,
      () =>
        new Response(body, {
          headers: { 'content-type': type, 'cache-control': 'public, max-age=31536000, immutable' },
        }),
    );
    app.all(path, () => new Response(null, { status: 405, headers: { allow: 'GET, HEAD' } }));
  }
  return app;
}
