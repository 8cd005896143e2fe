import * as z from 'zod';
import { fail, ok, type Result } from './finding.ts';

const LOGIN = 'https://login.microsoftonline.com';
const GRAPH = 'https://graph.microsoft.com';
const GUIDE = 'see “Microsoft 365” in infra/README.md';

/** An application of the customer's directory with a client secret. */
const keySchema = z.object({ tenantId: z.guid(), clientId: z.guid(), clientSecret: z.string().min(1) });
type MicrosoftKey = z.infer<typeof keySchema>;

export const MICROSOFT_KEY = {
  schema: keySchema,
  made: '{"tenantId": "…", "clientId": "…", "clientSecret": "…"} of the application in the customer’s Microsoft Entra',
  called: 'key of an application',
  mend: 'Put the three there as Microsoft Entra shows them: the directory’s ID, the application’s, and a client secret’s value',
};

type Token = { token: string } | { ill: Result };

const granted = z.object({ access_token: z.string() });
/** What Microsoft answers to a token request it refuses (RFC 6749 §5.2). */
const refused = z.object({ error: z.string(), error_description: z.string().default('') });

async function tokenFor(key: MicrosoftKey, endpoint: string | undefined): Promise<Token> {
  const { tenantId, clientId, clientSecret } = key;
  const response = await fetch(new URL(`/${tenantId}/oauth2/v2.0/token`, endpoint ?? LOGIN), {
    method: 'POST',
    signal: AbortSignal.timeout(10_000),
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret,
      scope: 'https://graph.microsoft.com/.default',
    }),
  });
  const data: unknown = await response.json();
  if (response.ok) return { token: granted.parse(data).access_token };
  const { error, error_description: words } = refused.parse(data);
  return { ill: fail(adviceFor(error, words, key)) };
}

// One code stands for several causes; the number that Microsoft puts before its words tells them apart.
function adviceFor(code: string, words: string, { tenantId, clientId }: MicrosoftKey): string {
  if (code === 'invalid_client')
    return `${code}: the client secret is wrong or has expired. Make a new one for the application ${clientId} in Microsoft Entra and put its value, not its ID, into the secret`;
  if (code === 'unauthorized_client')
    return `${code}: the directory ${tenantId} has no application ${clientId}. Look at both in Microsoft Entra`;
  if (/AADSTS(90002|900023)\b/.test(words))
    return `${code}: Microsoft knows no directory ${tenantId}. Its ID is on the overview of Microsoft Entra`;
  const [line = ''] = words.split(/\s+Trace ID:|\n/);
  return `Microsoft refuses with ${code}${line === '' ? '' : `: ${line}`}`;
}

/** Whether Microsoft takes the application for itself. `endpoint`: whom to ask instead; for this machine only. */
export async function microsoftToken(key: MicrosoftKey, endpoint: string | undefined): Promise<Result> {
  const taken = await tokenFor(key, endpoint);
  return 'ill' in taken ? taken.ill : ok(`as ${key.clientId}`);
}

const schedule = z.object({
  value: z.array(z.object({ error: z.object({ responseCode: z.string() }).nullish() })),
});
const graphError = z.object({ error: z.object({ code: z.string(), message: z.string() }) });

/** Whether the application can look into a manager's calendar. `endpoint`: as before. */
export async function microsoftSchedule(
  key: MicrosoftKey,
  manager: string,
  endpoint: string | undefined,
): Promise<Result> {
  const taken = await tokenFor(key, endpoint);
  if ('ill' in taken) return fail('Not asked for: see the token');
  const now = Date.now();
  const at = (hours: number) => ({
    dateTime: new Date(now + hours * 3_600_000).toISOString().slice(0, 19),
    timeZone: 'UTC',
  });
  const path = `/v1.0/users/${encodeURIComponent(manager)}/calendar/getSchedule`;
  const response = await fetch(new URL(path, endpoint ?? GRAPH), {
    method: 'POST',
    signal: AbortSignal.timeout(10_000),
    headers: { authorization: `Bearer ${taken.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ schedules: [manager], startTime: at(0), endTime: at(1) }),
  });
  const data: unknown = await response.json();
  if (response.ok) {
    const error = schedule.parse(data).value.find((one) => one.error)?.error;
    return error
      ? fail(`${error.responseCode}: ${manager} shows no free times; ${GUIDE}`)
      : ok(`of ${manager}`);
  }
  const { code, message } = graphError.parse(data).error;
  if (response.status === 403)
    return fail(
      `${code}: the application ${key.clientId} is not let into the calendar of ${manager}; ${GUIDE}. It takes up to two hours`,
    );
  if (response.status === 404)
    return fail(`${code}: ${manager} has no mailbox in Exchange Online. Name another manager with --as`);
  return fail(`Microsoft refuses with ${code}: ${message}`);
}
