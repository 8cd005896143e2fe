import { Hono } from 'hono';
import type { Outside } from '../client.ts';
import { thrown } from '../thrown.ts';
import type { WebConfig } from '../web-config.ts';
import { apiRoutes } from './api-routes.ts';

/** Everything under /api. */
export function apiArea(config: WebConfig): Hono<Outside> {
  return new Hono<Outside>().route('/api', apiRoutes(config)).onError(thrown);
}
