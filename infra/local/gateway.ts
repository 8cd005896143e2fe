import { fromApiResult, toApiEvent } from './api-event.ts';
import type { FailureLog } from './failures.ts';
import type { Handlers } from './handlers.ts';
import type { Answer } from './node-server.ts';

/** API Gateway's part: requests become events for the web Lambda. */
export function createGateway(options: {
  web: Handlers['web'];
  now: () => number;
  failures: FailureLog;
}): Answer {
  return async (request) => {
    const event = await toApiEvent(request, options.now());
    try {
      return fromApiResult(await options.web(event));
    } catch (error) {
      options.failures.add('web', error);
      return Response.json({ message: 'Internal Server Error' }, { status: 500 });
    }
  };
}
