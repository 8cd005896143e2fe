import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { apiRoutes } from './api/api-routes.ts';
import { assetRoutes, makeAssets } from './assets.ts';
import type { Outside } from './client.ts';
import { makeCookies } from './cookies.ts';
import { securityHeaders } from './headers.ts';
import { problemPage } from './manager/manager-context.tsx';
import { managerRoutes } from './manager/manager-routes.tsx';
import { feedRoutes } from './participant/feed-routes.tsx';
import { participantRoutes } from './participant/participant-routes.tsx';
import { unsubscribeRoutes } from './participant/unsubscribe-routes.tsx';
import { signInRoutes } from './sign-in-routes.tsx';
import type { WebConfig } from './web-config.ts';

/** The whole web: pages, participants' links and the JSON API. One object serves a Lambda, this machine and tests. */
export function makeWebApp(config: WebConfig): Hono<Outside> {
  const { tenant, appUrl, script } = config;
  const assets = makeAssets(tenant.branding.colour, script);
  const frame = {
    css: assets.css.path,
    icon: assets.icon.path,
    script: assets.script.path,
    tenant: tenant.name,
  };
  const web = { ...config, frame, cookies: makeCookies(appUrl) };
  const app = new Hono<Outside>();

  app.use(securityHeaders(appUrl));
  // Secrets may be squeezed together with others' words here, for nobody can ask and measure (BREACH): the session's cookie goes
  // with no request that another site makes unseen (SameSite=Lax), and a link's secret is known to whoever opens it.
  app.use(compress());
  app.route('/', assetRoutes(assets));
  app.route('/api', apiRoutes(config));
  app.route('/p', participantRoutes(web));
  app.route('/u', unsubscribeRoutes(web));
  app.route('/f', feedRoutes(web));
  app.route('/', signInRoutes(web));
  app.route('/', managerRoutes(web));
  app.notFound(() => problemPage(web, 'notFound', 404));
  // A bug or an outage: whoever runs this counts and logs it, and answers in our stead.
  app.onError((error) => {
    throw error;
  });
  return app;
}
