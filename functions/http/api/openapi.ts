import {
  commandExamples,
  createdExample,
  errorsExample,
  freeTimesExample,
  shareExample,
  submitExample,
} from './openapi-examples.ts';
import { componentSchemas } from './openapi-schemas.ts';

type Schema = keyof ReturnType<typeof componentSchemas>;

const REFUSALS = {
  400: 'The body is not JSON; the message says where it breaks.',
  401: 'No token, or one that is not known.',
  403: 'This is not yours to do.',
  404: 'There is no such conversation, or it is another manager’s.',
  409: 'The same idempotency key with another body, or the conversation changed meanwhile.',
  413: 'The body is larger than 256 KB.',
  415: 'The body is not sent as application/json.',
  422: 'What was sent has errors: all of them, each with its path.',
  429: 'Too many requests; Retry-After says when to come back.',
} as const;
type Status = keyof typeof REFUSALS;

const ref = (schema: Schema) => ({ $ref: `#/components/schemas/${schema}` });

function answer(description: string, schema: Schema, example?: object) {
  return {
    description,
    content: { 'application/json': { schema: ref(schema), ...(example ? { example } : {}) } },
  };
}

function refusals(...statuses: Status[]) {
  return Object.fromEntries(
    statuses.map((status) => [status, answer(REFUSALS[status], 'Errors', errorsExample)]),
  );
}

function body(schema: object, example: object) {
  return { required: true, content: { 'application/json': { schema, ...example } } };
}

const key = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'The same key again: the same answer, and nothing happens twice.',
  schema: { type: 'string', minLength: 1, maxLength: 200 },
};
const id = { name: 'id', in: 'path', required: true, schema: { type: 'string' } };

const pageParameters = [
  { name: 'limit', in: 'query', schema: { type: 'integer', minimum: 1, maximum: 100, default: 50 } },
  { name: 'after', in: 'query', description: '"next" of the page before.', schema: { type: 'string' } },
];

const list = {
  get: {
    operationId: 'listConversations',
    summary: 'Your conversations, the open ones first, each newest first',
    parameters: pageParameters,
    responses: { 200: answer('A page.', 'ConversationList'), ...refusals(401, 422, 429) },
  },
  post: {
    operationId: 'recordConversation',
    summary: 'Records a conversation; everything else happens by itself',
    parameters: [key],
    requestBody: body(ref('RecordRequest'), { example: submitExample }),
    responses: {
      201: answer('Recorded, now or by an earlier request with the same key.', 'Created', createdExample),
      ...refusals(400, 401, 403, 409, 413, 415, 422, 429),
    },
  },
};

const preview = {
  post: {
    operationId: 'previewConversation',
    summary: 'The plan, every recap, and what the coach says; nothing is stored',
    requestBody: body(ref('RecordRequest'), { example: submitExample }),
    responses: {
      200: answer('What would happen.', 'Preview'),
      ...refusals(400, 401, 403, 413, 415, 422, 429),
    },
  },
};

const one = {
  get: {
    operationId: 'readConversation',
    summary: 'How it stands, what happened, and what comes',
    parameters: [id],
    responses: { 200: answer('The conversation.', 'Conversation'), ...refusals(401, 404, 429) },
  },
};

const command = {
  allOf: [
    { anyOf: [ref('Command'), ref('CommandList')] },
    {
      type: 'object',
      properties: {
        expectedVersion: { type: 'integer', description: 'Refused with 409 when it is another by now.' },
      },
    },
  ],
};

const commands = {
  post: {
    operationId: 'commandConversation',
    summary: 'Everything a manager can do with it',
    parameters: [id, key],
    requestBody: body(command, { examples: commandExamples }),
    responses: {
      200: answer('Done; this is how it stands.', 'Conversation'),
      ...refusals(400, 401, 403, 404, 409, 413, 415, 422, 429),
    },
  },
};

const commandPreview = {
  post: {
    operationId: 'previewCommand',
    summary: 'What a command would change of what people get; nothing is stored',
    parameters: [id],
    requestBody: body(
      { anyOf: [ref('Command'), ref('CommandList')] },
      { example: { type: 'move-check-in', checkIn: 'k1', at: '2027-01-20T09:30' } },
    ),
    responses: {
      200: answer('What drops out, what is new, what moves.', 'Change'),
      ...refusals(400, 401, 404, 413, 415, 422),
    },
  },
};

const freeTimes = {
  post: {
    operationId: 'askFreeTimes',
    summary: 'When everybody could talk: you, and the people you name; nothing is stored',
    requestBody: body(ref('FreeTimesRequest'), { example: freeTimesExample }),
    responses: {
      200: answer(
        'Times that suit everybody, or none; never when or why one does not. Calendars are looked into in your name.',
        'FreeTimes',
      ),
      ...refusals(400, 401, 413, 415, 422, 429),
    },
  },
};

const shares = {
  get: {
    operationId: 'listShares',
    summary: 'What you shared, newest first; it stands in no other list',
    parameters: pageParameters,
    responses: { 200: answer('A page.', 'ShareList'), ...refusals(401, 422, 429) },
  },
  post: {
    operationId: 'share',
    summary: 'A note to people, with no date, no answer and no reminder',
    parameters: [key],
    requestBody: body(ref('ShareRequest'), { example: shareExample }),
    responses: {
      201: answer('Shared, now or by an earlier request with the same key.', 'Share'),
      ...refusals(400, 401, 403, 409, 413, 415, 422, 429),
    },
  },
};

const share = {
  get: {
    operationId: 'readShare',
    summary: 'A note, and who got it',
    parameters: [id],
    responses: { 200: answer('The note.', 'Share'), ...refusals(401, 404, 429) },
  },
};

const takeBackShare = {
  post: {
    operationId: 'takeBackShare',
    summary: 'Takes a note back before anything left',
    parameters: [id],
    requestBody: body({ type: 'object', additionalProperties: false }, { example: {} }),
    responses: {
      200: answer('Taken back.', 'Share'),
      ...refusals(400, 401, 404, 413, 415, 422, 429),
    },
  },
};

const openapi = {
  get: {
    operationId: 'describe',
    summary: 'This document',
    security: [],
    responses: { 200: { description: 'OpenAPI 3.1.', content: { 'application/json': { schema: {} } } } },
  },
};

/** The whole API as an OpenAPI 3.1 document, from the schemas that check what comes in and what goes out. */
export function openApiDocument(appUrl: string) {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Nevertwice',
      version: '1',
      description:
        'Record a conversation once; recap, invitations, reminders and nudges happen by themselves. Times without a zone are wall times in the conversation’s timezone.',
    },
    servers: [{ url: appUrl }],
    security: [{ token: [] }],
    paths: {
      '/api/v1/conversations': list,
      '/api/v1/conversations/preview': preview,
      '/api/v1/conversations/{id}': one,
      '/api/v1/conversations/{id}/commands': commands,
      '/api/v1/conversations/{id}/commands/preview': commandPreview,
      '/api/v1/free-times': freeTimes,
      '/api/v1/shares': shares,
      '/api/v1/shares/{id}': share,
      '/api/v1/shares/{id}/take-back': takeBackShare,
      '/api/v1/openapi.json': openapi,
    },
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: componentSchemas(),
    },
  };
}
