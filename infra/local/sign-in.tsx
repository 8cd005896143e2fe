import * as z from 'zod';
import { addressSchema } from '../../functions/domain/address.ts';
import { mayManage, type Tenant } from '../../functions/domain/tenant.ts';
import { PAGE_HEADERS, PageShell } from './console/page-shell.tsx';
import { isForeign } from './local-only.ts';
import type { Answer } from './node-server.ts';

// The clock of this machine moves by weeks; a session that ended on the way would only be in the way.
const SESSION_MS = 365 * 24 * 3_600_000;

const formSchema = z.object({ email: addressSchema, return: z.string().default('/') });

/**
 * "Sign in as": takes any manager of the tenant at their word. Part of the local runtime, so it is in no bundle that runs in AWS.
 * `knownAddresses` are offered as buttons where they may manage; `sealSession` makes the cookie's value (`expiresAt` epoch ms).
 */
export function createSignIn(options: {
  tenant: Tenant;
  knownAddresses: () => string[];
  sealSession: (session: { email: string; expiresAt: number }) => string;
  now: () => number;
}): Answer {
  const { tenant } = options;
  const offered = () =>
    [...new Set([...tenant.managers.filter((entry) => entry.includes('@')), ...options.knownAddresses()])]
      .filter((address) => mayManage(tenant, address))
      .sort();

  const page = (to: string, refusal?: { typed: string; message: string }) =>
    new Response(String(<SignInPage tenant={tenant} addresses={offered()} to={to} refusal={refusal} />), {
      status: refusal ? 400 : 200,
      headers: { ...PAGE_HEADERS, 'content-type': 'text/html; charset=utf-8' },
    });

  return async (request) => {
    const query = new URL(request.url).searchParams;
    if (request.method === 'GET' || request.method === 'HEAD')
      return page(ownPath(query.get('return') ?? '/'));
    if (request.method !== 'POST')
      return Response.json(
        { message: 'Method Not Allowed' },
        { status: 405, headers: { allow: 'GET, POST' } },
      );
    if (isForeign(request.headers))
      return Response.json(
        { message: 'Only the sign-in page itself may sign somebody in.' },
        { status: 403 },
      );
    const fields = Object.fromEntries(new URLSearchParams(await request.text()));
    const form = formSchema.safeParse(fields);
    const typed = fields.email ?? '';
    if (!form.success)
      return page(ownPath(fields.return ?? '/'), {
        typed,
        message: form.error.issues[0]?.message ?? 'Write a mail address.',
      });
    const to = ownPath(form.data.return);
    const { email } = form.data;
    if (!mayManage(tenant, email))
      return page(to, { typed, message: `${email} is not one of ${tenant.name}’s managers.` });
    const sealed = options.sealSession({ email, expiresAt: options.now() + SESSION_MS });
    return new Response(null, {
      status: 303,
      headers: {
        location: to,
        'set-cookie': `nevertwice_session=${sealed}; Path=/; HttpOnly; SameSite=Lax`,
      },
    });
  };
}

/** Only a path of this very server: `//host` and `/\host` would lead away. */
function ownPath(to: string): string {
  return /^\/(?![/\\])[^\r\n]*$/.test(to) ? to : '/';
}

function SignInPage(props: {
  tenant: Tenant;
  addresses: string[];
  to: string;
  refusal: { typed: string; message: string } | undefined;
}) {
  return (
    <PageShell title="Sign in as" colour={props.tenant.branding.colour}>
      <main id="main" class="narrow stack">
        <h1>Sign in as</h1>
        <p>
          This page exists on this machine only, so that you can try {props.tenant.name} as any of its
          managers. In AWS there is a real sign-in here.
        </p>
        <form class="stack" method="post" action="/sign-in">
          <input type="hidden" name="return" value={props.to} />
          {props.refusal && (
            <p id="why" class="alert" role="alert">
              {props.refusal.message}
            </p>
          )}
          <div class="field">
            <label for="email">A manager’s address</label>
            <input
              id="email"
              name="email"
              type="email"
              autocomplete="email"
              required
              value={props.refusal?.typed ?? ''}
              aria-describedby={props.refusal ? 'why' : undefined}
            />
          </div>
          <span>
            <button class="primary big" type="submit">
              Sign in
            </button>
          </span>
        </form>
        {props.addresses.length > 0 && (
          <form class="stack" method="post" action="/sign-in">
            <input type="hidden" name="return" value={props.to} />
            <h2>Or as one of these</h2>
            <div class="row">
              {props.addresses.map((address) => (
                <button key={address} type="submit" name="email" value={address}>
                  {address}
                </button>
              ))}
            </div>
          </form>
        )}
      </main>
    </PageShell>
  );
}
