import { Hono } from 'hono';
import type { Outside } from '../client.ts';
import { makeWeb } from '../make-web.ts';
import { problemPage } from '../manager/manager-context.tsx';
import { thrown } from '../thrown.ts';
import type { WebConfig } from '../web-config.ts';
import { feedRoutes } from './feed-routes.tsx';
import { participantRoutes } from './participant-routes.tsx';
import { unsubscribeRoutes } from './unsubscribe-routes.tsx';

/** What participants' links open: their page, which mails they want, their calendar. */
export function participantArea(config: WebConfig): Hono<Outside> {
  const { web } = makeWeb(config);
  const app = new Hono<Outside>();
  app.route('/p', participantRoutes(web));
  app.route('/u', unsubscribeRoutes(web));
  app.route('/f', feedRoutes(web));
  app.notFound(() => problemPage(web, 'notFound', 404));
  return app.onError(thrown);
}
