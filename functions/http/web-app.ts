import { type Handler, Hono } from 'hono';
import { compress } from 'hono/compress';
import type { Outside } from './client.ts';
import { securityHeaders } from './headers.ts';
import { thrown } from './thrown.ts';
import type { WebConfig } from './web-config.ts';

/** A part of the web, loaded with its first request: whoever opens a link waits for no manager's form. */
function area(load: () => Promise<Hono<Outside>>): Handler<Outside> {
  let loading: Promise<Hono<Outside>> | undefined;
  return async (c) => {
    loading ??= load();
    return (await loading).fetch(c.req.raw, c.env);
  };
}

/** The whole web: pages, participants' links and the JSON API. One object serves a Lambda, this machine and tests. */
export function makeWebApp(config: WebConfig): Hono<Outside> {
  const app = new Hono<Outside>();
  app.use(securityHeaders(config.appUrl));
  // Secrets may be squeezed together with others' words here, for nobody can ask and measure (BREACH): the session's cookie goes
  // with no request that another site makes unseen (SameSite=Lax), and a link's secret is known to whoever opens it.
  app.use(compress());
  app.all(
    '/api/*',
    area(async () => (await import('./api/api-area.ts')).apiArea(config)),
  );
  const participants = area(async () =>
    (await import('./participant/participant-area.ts')).participantArea(config),
  );
  for (const path of ['/p/*', '/u/*', '/f/*']) app.all(path, participants);
  app.all(
    '*',
    area(async () => (await import('./manager/manager-area.ts')).managerArea(config)),
  );
  app.onError(thrown);
  return app;
}
