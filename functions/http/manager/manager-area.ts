import { Hono } from 'hono';
import { assetRoutes } from '../assets.ts';
import type { Outside } from '../client.ts';
import { makeWeb } from '../make-web.ts';
import { signInRoutes } from '../sign-in-routes.tsx';
import { thrown } from '../thrown.ts';
import type { WebConfig } from '../web-config.ts';
import { problemPage } from './manager-context.tsx';
import { managerRoutes } from './manager-routes.tsx';

/** Signing in, the managers' pages, the files of all pages, and what is nowhere. */
export function managerArea(config: WebConfig): Hono<Outside> {
  const { web, assets } = makeWeb(config);
  const app = new Hono<Outside>();
  app.route('/', assetRoutes(assets));
  app.route('/', signInRoutes(web));
  app.route('/', managerRoutes(web));
  app.notFound(() => problemPage(web, 'notFound', 404));
  return app.onError(thrown);
}
