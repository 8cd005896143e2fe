import type { Hono } from 'hono';
import * as z from 'zod/mini';
import { readFields } from '../../domain/read-fields.ts';
import type { WebConfig } from '../web-config.ts';
import { answered, type Env, keyOf, pageQuery } from './api-request.ts';
import { jsonBody } from './json-body.ts';
import { presentShare, presentShares } from './present-share.ts';
import { problem, refusedAnswer, wrongMethod } from './problem.ts';

/** A manager's notes under /v1/shares; who asks is known already. */
export function addShareRoutes(api: Hono<Env>, { useCases: { shares }, appUrl }: WebConfig): void {
  api.get('/v1/shares', async (c) => {
    const query = readFields(pageQuery, c.req.query());
    if ('errors' in query) return problem(422, query.errors);
    const { limit, after } = query.data;
    return Response.json(presentShares(await shares.list(c.get('actor'), { limit, after }), appUrl));
  });
  api.post('/v1/shares', async (c) => {
    const key = keyOf(c);
    if ('answer' in key) return key.answer;
    const body = await jsonBody(c.req.raw);
    if ('answer' in body) return body.answer;
    const sent = await shares.send(c.get('actor'), body.json, key.key);
    return answered(sent, ({ view }) => presentShare(view, appUrl), 201);
  });
  api.all('/v1/shares', () => wrongMethod('GET, HEAD, POST'));

  api.get('/v1/shares/:id', async (c) =>
    answered(await shares.read(c.get('actor'), c.req.param('id')), (view) => presentShare(view, appUrl)),
  );
  api.all('/v1/shares/:id', () => wrongMethod('GET, HEAD'));

  api.post('/v1/shares/:id/take-back', async (c) => {
    const [actor, id] = [c.get('actor'), c.req.param('id')];
    const share = await shares.read(actor, id);
    if ('refused' in share) return refusedAnswer(share.refused);
    const body = await jsonBody(c.req.raw);
    if ('answer' in body) return body.answer;
    const empty = readFields(z.strictObject({}), body.json);
    if ('errors' in empty) return problem(422, empty.errors);
    return answered(await shares.takeBack(actor, id), (view) => presentShare(view, appUrl));
  });
  api.all('/v1/shares/:id/take-back', () => wrongMethod('POST'));
}
