import { Hono } from 'hono';
import * as z from 'zod';
import { clockMoveSchema } from '../clock-request.ts';
import type { ConsoleOptions } from './console-options.ts';
import { faultSchema } from './fault-request.ts';
import { bodyOf, refuse, refuseAll } from './json-answers.ts';

/** What a guest says in their own calendar. */
const answerSchema = z.strictObject({
  id: z.string('Name the event.'),
  email: z.string('Name the guest by their address.'),
  answer: z.enum(['accepted', 'declined', 'tentative'], 'Say accepted, declined or tentative.'),
});

const tokenRequestSchema = z.strictObject({ email: z.string('Write the address of a manager.') });

/** The console's JSON, as README and interfaces say it. */
export function createJsonApi(options: ConsoleOptions): Hono {
  const { servers, now, timeMachine } = options;
  const { ses, scheduler, faults } = servers;
  const app = new Hono();

  app.get('/mail', (c) =>
    c.json(
      ses.mails().map(({ id, at, from, to, subject, tags }) => ({
        id,
        at,
        from,
        to,
        subject,
        kind: tags.kind ?? null,
        conversation: tags.conversation ?? null,
      })),
    ),
  );
  app.all('/mail', () => wrongMethod('GET'));

  app.get('/mail/:file{.+\\.eml}', async (c) => {
    const id = c.req.param('file').slice(0, -'.eml'.length);
    if (!ses.mails().some((mail) => mail.id === id)) return refuse(404, 'There is no such mail.');
    const bytes = Uint8Array.from(await ses.raw(id));
    return c.body(bytes, 200, { 'content-type': 'message/rfc822' });
  });
  app.all('/mail/:file{.+\\.eml}', () => wrongMethod('GET'));

  app.get('/clock', (c) => c.json({ now: new Date(now()).toISOString() }));
  app.post('/clock', async (c) =>
    withBody(c.req.raw, clockMoveSchema, async (move) => {
      const moved = await timeMachine.move(move);
      return 'refusal' in moved
        ? refuse(400, moved.refusal, 'to' in move ? 'to' : 'advance')
        : Response.json(moved);
    }),
  );
  app.all('/clock', () => wrongMethod('GET, POST'));

  app.post('/token', async (c) =>
    withBody(c.req.raw, tokenRequestSchema, async ({ email }) => {
      const issued = await options.issueToken(email);
      return 'refusal' in issued ? refuse(422, issued.refusal, 'email') : Response.json(issued);
    }),
  );
  app.all('/token', () => wrongMethod('POST'));

  app.post('/canary', async (c) => {
    await options.runCanary();
    return c.json({ now: new Date(now()).toISOString() });
  });
  app.all('/canary', () => wrongMethod('POST'));

  app.get('/calls', (c) => c.json(servers.calls()));
  app.all('/calls', () => wrongMethod('GET'));

  app.get('/calendar', (c) =>
    c.json({ events: servers.calendar.events(), notices: servers.calendar.notices() }),
  );
  app.post('/calendar', async (c) =>
    withBody(c.req.raw, answerSchema, async ({ id, email, answer }) =>
      servers.calendar.answer(id, email, answer)
        ? Response.json({ events: servers.calendar.events() })
        : refuse(404, 'There is no such event, or nobody of that address in it.'),
    ),
  );
  app.all('/calendar', () => wrongMethod('GET, POST'));

  app.get('/alarms', (c) =>
    c.json(scheduler.schedules().map((alarm) => ({ ...alarm, at: new Date(alarm.at).toISOString() }))),
  );
  app.all('/alarms', () => wrongMethod('GET'));

  app.get('/failures', (c) => c.json(options.failures.list()));
  app.all('/failures', () => wrongMethod('GET'));

  app.get('/faults', (c) => c.json(faults.list()));
  app.post('/faults', async (c) =>
    withBody(c.req.raw, faultSchema, async (fault) => {
      faults.add(fault);
      return Response.json(faults.list());
    }),
  );
  app.delete('/faults', (c) => {
    faults.clear();
    return c.json(faults.list());
  });
  app.all('/faults', () => wrongMethod('GET, POST, DELETE'));
  return app;
}

export function wrongMethod(allow: string): Response {
  return refuse(405, `This path answers ${allow} only.`, '', { allow });
}

async function withBody<T>(
  request: Request,
  schema: z.ZodType<T>,
  answer: (body: T) => Promise<Response>,
): Promise<Response> {
  const body = await bodyOf(request);
  if (!body) return refuse(400, 'The body is not JSON.');
  const parsed = schema.safeParse(body.json);
  return parsed.success ? answer(parsed.data) : refuseAll(parsed.error);
}
