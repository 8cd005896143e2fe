import * as z from 'zod/mini';
import { commandListSchema, managerCommandSchema } from '../../domain/commands.ts';
import { checkInId, commitmentId, personId } from '../../domain/ids.ts';
import { freeTimesRequest } from '../../domain/read-free-times.ts';
import { recordRequest } from '../../domain/record/request.ts';
import { shareRequest } from '../../domain/record/share.ts';
import {
  changeAnswer,
  conversationAnswer,
  createdAnswer,
  errorsAnswer,
  freeTimesAnswer,
  listAnswer,
  previewAnswer,
  shareAnswer,
  shareListAnswer,
} from './answer-schemas.ts';

// Own types of the domain, which zod cannot describe by itself.
const PATTERNS = new Map<unknown, string>([
  [personId, '^p[1-9]\\d*$'],
  [commitmentId, '^c[1-9]\\d*$'],
  [checkInId, '^k[1-9]\\d*$'],
]);

function jsonSchema(schema: z.ZodMiniType, io: 'input' | 'output') {
  const { $schema: _, ...described } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema: described }) => {
      const pattern = PATTERNS.get(zodSchema);
      if (pattern !== undefined) Object.assign(described, { type: 'string', pattern });
    },
  });
  return described;
}

/** Everything that stands under components/schemas: what is sent in, and what comes out. */
export function componentSchemas() {
  return {
    RecordRequest: jsonSchema(recordRequest, 'input'),
    Command: jsonSchema(managerCommandSchema, 'input'),
    CommandList: jsonSchema(commandListSchema, 'input'),
    Created: jsonSchema(createdAnswer, 'output'),
    Change: jsonSchema(changeAnswer, 'output'),
    Preview: jsonSchema(previewAnswer, 'output'),
    Conversation: jsonSchema(conversationAnswer, 'output'),
    ConversationList: jsonSchema(listAnswer, 'output'),
    ShareRequest: jsonSchema(shareRequest, 'input'),
    Share: jsonSchema(shareAnswer, 'output'),
    ShareList: jsonSchema(shareListAnswer, 'output'),
    FreeTimesRequest: jsonSchema(freeTimesRequest, 'input'),
    FreeTimes: jsonSchema(freeTimesAnswer, 'output'),
    Errors: jsonSchema(errorsAnswer, 'output'),
  };
}
