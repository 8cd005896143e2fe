import type { IncomingMessage, ServerResponse } from 'node:http';
import { errors, type Provider } from 'oidc-provider';
import { addressSchema } from '../../../functions/domain/address.ts';
import { mayManage } from '../../../functions/domain/tenant.ts';
import { PAGE_HEADERS } from '../console/page-shell.tsx';
import type { IssuerOptions, Listener } from '../issuer.ts';
import { PickPage } from './pick-page.tsx';
import { makeProvider, PICK } from './provider.ts';

const END_SESSION = '/session/end';
const MOST_BYTES = 10_000;
const OVER = 'expires=Thu, 01 Jan 1970 00:00:00 GMT; path=/; httponly';
const NO_SESSION = [`_session=; ${OVER}`, `_session.sig=; ${OVER}`];

async function fieldsOf(request: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size <= MOST_BYTES) chunks.push(chunk);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString());
}

/** Who can be picked: named managers, who was written to, and for a whole domain two people to begin with. */
function offered({ tenant, knownAddresses }: IssuerOptions): string[] {
  const named = tenant.managers.flatMap((entry) =>
    entry.includes('@') ? [entry] : [`dana@${entry}`, `sam@${entry}`],
  );
  return [...new Set([...named, ...knownAddresses()])].filter((address) => mayManage(tenant, address)).sort();
}

function seeOther(reply: ServerResponse, location: string): void {
  reply.writeHead(303, { location, 'cache-control': 'no-store' }).end();
}

/** The issuer's own pages around the library's protocol: whom to sign in, and signing out without a question. */
export function makeAnswer(url: string, options: IssuerOptions): Listener {
  const provider = makeProvider(url, options);
  const callback = provider.callback();
  return async (request, reply) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', url);
    if (pathname.startsWith(PICK)) return pick(provider, options, request, reply);
    if (pathname === END_SESSION) {
      const back = `${options.appUrl}/signed-out`;
      reply.setHeader('set-cookie', NO_SESSION);
      return seeOther(reply, searchParams.get('post_logout_redirect_uri') === back ? back : options.appUrl);
    }
    // Whoever asks to be somebody else has no session here: changing one person for another takes the library a script.
    if (pathname === '/auth' && searchParams.get('prompt') === 'login') {
      delete request.headers.cookie;
      reply.setHeader('set-cookie', NO_SESSION);
    }
    await callback(request, reply);
  };
}

async function pick(
  provider: Provider,
  options: IssuerOptions,
  request: IncomingMessage,
  reply: ServerResponse,
): Promise<void> {
  try {
    const { uid } = await provider.interactionDetails(request, reply);
    const fields = request.method === 'POST' ? await fieldsOf(request) : undefined;
    if (fields?.has('cancel'))
      return await provider.interactionFinished(request, reply, { error: 'access_denied' });
    const typed = fields?.get('email') ?? '';
    const email = addressSchema.safeParse(typed);
    if (fields && email.success) {
      const login = { accountId: email.data, remember: false };
      return await provider.interactionFinished(request, reply, { login });
    }
    const message = email.error?.issues[0]?.message ?? '';
    const page = (
      <PickPage
        tenant={options.tenant}
        action={`${PICK}${uid}`}
        addresses={offered(options)}
        refusal={fields && { typed, message }}
      />
    );
    const policy = PAGE_HEADERS['content-security-policy'].replace(
      "form-action 'self'",
      // The way back to the app is a redirect of this form.
      `form-action 'self' ${options.appUrl}`,
    );
    const headers = { ...PAGE_HEADERS, 'content-security-policy': policy };
    reply.writeHead(fields ? 400 : 200, { ...headers, 'content-type': 'text/html; charset=utf-8' });
    reply.end(String(page));
  } catch (problem) {
    // Opened again after it was done, or in another browser: the app begins anew.
    if (!(problem instanceof errors.SessionNotFound)) throw problem;
    seeOther(reply, `${options.appUrl}/`);
  }
}
