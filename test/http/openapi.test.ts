import { expect, it } from 'vitest';
import * as z from 'zod';
import { makeWebWorld } from './web-world.ts';

const schema = z.union([z.boolean(), z.record(z.string(), z.unknown())]);
const media = z.object({ schema, example: z.unknown(), examples: z.unknown() }).partial();
const answer = z.strictObject({
  description: z.string().min(1),
  content: z.record(z.string(), media).optional(),
});
const operation = z.strictObject({
  operationId: z.string(),
  summary: z.string(),
  security: z.array(z.unknown()).optional(),
  parameters: z
    .array(
      z.strictObject({
        name: z.string(),
        in: z.enum(['query', 'header', 'path']),
        required: z.boolean().optional(),
        description: z.string().optional(),
        schema,
      }),
    )
    .optional(),
  requestBody: z.strictObject({ required: z.boolean(), content: z.record(z.string(), media) }).optional(),
  responses: z.record(z.string().regex(/^[2-5]\d\d$/), answer),
});
const documentSchema = z.strictObject({
  openapi: z.literal('3.1.0'),
  info: z.object({ title: z.string(), version: z.string() }),
  servers: z.array(z.object({ url: z.url() })),
  security: z.array(z.unknown()),
  paths: z.record(z.string().startsWith('/'), z.record(z.enum(['get', 'post']), operation.optional())),
  components: z.strictObject({
    securitySchemes: z.record(z.string(), z.unknown()),
    schemas: z.record(z.string(), z.record(z.string(), z.unknown())),
  }),
});

async function readDocument() {
  const { ask } = await makeWebWorld();
  const got = await ask('/api/v1/openapi.json');
  expect([got.status, got.headers.get('content-type')]).toEqual([200, 'application/json']);
  const text = await got.text();
  return { text, document: documentSchema.parse(JSON.parse(text)) };
}

it('is an OpenAPI document whose references all lead somewhere', async () => {
  const { text, document } = await readDocument();
  const refs = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref = '']) => ref);
  expect(refs.length).toBeGreaterThan(10);
  for (const ref of refs) {
    const [, name = ''] = /^#\/components\/schemas\/(\w+)$/.exec(ref) ?? [];
    expect([ref, ...Object.keys(document.components.schemas)]).toContain(name);
  }
});

it('describes every route of the API with its refusals and examples', async () => {
  const { document } = await readDocument();
  expect(Object.keys(document.paths).sort()).toEqual([
    '/api/v1/conversations',
    '/api/v1/conversations/preview',
    '/api/v1/conversations/{id}',
    '/api/v1/conversations/{id}/commands',
    '/api/v1/conversations/{id}/commands/preview',
    '/api/v1/free-times',
    '/api/v1/openapi.json',
    '/api/v1/shares',
    '/api/v1/shares/{id}',
    '/api/v1/shares/{id}/take-back',
  ]);
  const { post } = document.paths['/api/v1/conversations'] ?? {};
  expect(Object.keys(post?.responses ?? {})).toEqual(
    expect.arrayContaining(['201', '400', '401', '403', '409', '413', '415', '422', '429']),
  );
  expect(post?.requestBody?.content['application/json']?.example).toBeDefined();
});

it('names every command and every field of a submit', async () => {
  const { text, document } = await readDocument();
  for (const type of ['amend', 'answer-change', 'verdict', 'correct', 'renegotiate', 'hand-over', 'close'])
    expect(text).toContain(`"const":"${type}"`);
  const { properties } = z
    .object({ properties: z.record(z.string(), z.unknown()) })
    .parse(document.components.schemas.RecordRequest);
  expect(Object.keys(properties)).toEqual(
    expect.arrayContaining(['title', 'participants', 'commitments', 'checkIn', 'undoSeconds']),
  );
});
