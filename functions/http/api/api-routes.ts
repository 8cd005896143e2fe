import { Hono, type MiddlewareHandler } from 'hono';
import * as z from 'zod/mini';
import { readFields } from '../../domain/read-fields.ts';
import { failedFrom } from '../client.ts';
import { sealed } from '../manager/form-guard.ts';
import type { WebConfig } from '../web-config.ts';
import { answered, type Env, keyOf, pageQuery } from './api-request.ts';
import { jsonBody } from './json-body.ts';
import { openApiDocument } from './openapi.ts';
import { presentConversation, presentCreated, presentList, presentPreview } from './present.ts';
import { presentChange } from './present-change.ts';
import { presentFreeTimes } from './present-free-times.ts';
import { oneProblem, problem, refusedAnswer, wrongMethod } from './problem.ts';
import { addShareRoutes } from './share-routes.ts';

const versioned = z.looseObject({
  expectedVersion: z.optional(z.int('Write the version as a whole number.')),
});

function unauthorized(): Response {
  return oneProblem(
    401,
    'Send the header Authorization: Bearer <token>, with an API token that is still valid.',
    { 'www-authenticate': 'Bearer realm="nevertwice"' },
  );
}

/** The JSON API under /api. Every answer that is not a success is `{ errors: [{ path, message }] }`. */
export function apiRoutes(config: WebConfig): Hono<Env> {
  const { useCases, appUrl, now } = config;
  const api = new Hono<Env>();
  // Made when it is first asked for: no other request should wait for it at a cold start.
  let document: object | undefined;

  api.get('/v1/openapi.json', () => {
    document ??= openApiDocument(appUrl);
    return Response.json(document);
  });
  api.all('/v1/openapi.json', () => wrongMethod('GET, HEAD'));

  const signedIn: MiddlewareHandler<Env> = async (c, next) => {
    const [, token] = /^Bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '') ?? [];
    const actor = token === undefined ? undefined : await useCases.actorOfToken(token);
    if (!actor || token === undefined) {
      const over = await failedFrom(config, c.env, 'bad-token');
      return over ? refusedAnswer(over) : unauthorized();
    }
    const writes = c.req.method === 'POST';
    const over = writes ? await config.brake('api-write', sealed(config, `token ${token}`)) : undefined;
    if (over) return refusedAnswer(over);
    c.set('actor', actor);
    await next();
    return undefined;
  };
  api.use('/v1/conversations/*', signedIn);
  api.use('/v1/free-times', signedIn);
  api.use('/v1/shares/*', signedIn);

  addShareRoutes(api, config);

  api.get('/v1/conversations', async (c) => {
    const query = readFields(pageQuery, c.req.query());
    if ('errors' in query) return problem(422, query.errors);
    return Response.json(presentList(await useCases.list(c.get('actor'), query.data), appUrl, now()));
  });
  api.post('/v1/conversations', async (c) => {
    const key = keyOf(c);
    if ('answer' in key) return key.answer;
    const body = await jsonBody(c.req.raw);
    if ('answer' in body) return body.answer;
    const submitted = await useCases.submit(c.get('actor'), body.json, key.key);
    return answered(submitted, ({ view }) => presentCreated(view, appUrl), 201);
  });
  api.all('/v1/conversations', () => wrongMethod('GET, HEAD, POST'));

  api.post('/v1/conversations/preview', async (c) => {
    const body = await jsonBody(c.req.raw);
    if ('answer' in body) return body.answer;
    return answered(await useCases.preview(c.get('actor'), body.json), presentPreview);
  });
  api.all('/v1/conversations/preview', () => wrongMethod('POST'));

  api.get('/v1/conversations/:id', async (c) =>
    answered(await useCases.read(c.get('actor'), c.req.param('id')), (view) =>
      presentConversation(view, appUrl),
    ),
  );
  api.all('/v1/conversations/:id', () => wrongMethod('GET, HEAD'));

  api.post('/v1/conversations/:id/commands', async (c) => {
    const key = keyOf(c);
    if ('answer' in key) return key.answer;
    const body = await jsonBody(c.req.raw);
    if ('answer' in body) return body.answer;
    const read = readFields(versioned, body.json);
    if ('errors' in read) {
      const isObject = typeof body.json === 'object' && body.json !== null;
      return isObject
        ? problem(422, read.errors)
        : oneProblem(422, 'Send one JSON object with the command’s "type".');
    }
    const { expectedVersion, ...command } = read.data;
    const done = await useCases.command(c.get('actor'), c.req.param('id'), command, {
      expectedVersion,
      idempotencyKey: key.key,
    });
    return answered(done, (view) => presentConversation(view, appUrl));
  });
  api.all('/v1/conversations/:id/commands', () => wrongMethod('POST'));

  api.post('/v1/conversations/:id/commands/preview', async (c) => {
    const body = await jsonBody(c.req.raw);
    if ('answer' in body) return body.answer;
    return answered(
      await useCases.previewCommand(c.get('actor'), c.req.param('id'), body.json),
      presentChange,
    );
  });
  api.all('/v1/conversations/:id/commands/preview', () => wrongMethod('POST'));

  // Asked by POST, because addresses do not belong into an address of the web.
  api.post('/v1/free-times', async (c) => {
    const actor = c.get('actor');
    const over = await config.brake('free-times', sealed(config, `manager ${actor.email}`));
    if (over) return refusedAnswer(over);
    const body = await jsonBody(c.req.raw);
    if ('answer' in body) return body.answer;
    return answered(await useCases.askFreeTimes(actor, body.json), presentFreeTimes);
  });
  api.all('/v1/free-times', () => wrongMethod('POST'));

  api.all('*', () => oneProblem(404, 'There is nothing at this address. See /api/v1/openapi.json.'));
  return api;
}
