import type { Tenant } from '../../../functions/domain/tenant.ts';
import { PageShell } from '../console/page-shell.tsx';

/** Whom to sign in. `refusal`: why what was typed is nobody. */
export function PickPage(props: {
  tenant: Tenant;
  action: string;
  addresses: string[];
  refusal: { typed: string; message: string } | undefined;
}) {
  const { tenant, action, addresses, refusal } = props;
  return (
    <PageShell title="Sign in as" colour={tenant.branding.colour}>
      <main id="main" class="narrow stack">
        <h1>Sign in as</h1>
        <p>
          This page exists on this machine only, so that you can try {tenant.name} as anybody. In AWS there is
          the sign-in of {tenant.name} here.
        </p>
        {addresses.length > 0 && (
          <form class="stack" method="post" action={action}>
            <div class="row">
              {addresses.map((address) => (
                <button key={address} type="submit" name="email" value={address}>
                  {address}
                </button>
              ))}
            </div>
          </form>
        )}
        <form class="stack" method="post" action={action}>
          <h2>Or as anybody</h2>
          {refusal && (
            <p id="why" class="alert" role="alert">
              {refusal.message}
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
              value={refusal?.typed ?? ''}
              aria-describedby={refusal ? 'why' : undefined}
            />
          </div>
          <span>
            <button class="primary big" type="submit">
              Sign in
            </button>
          </span>
        </form>
        <form method="post" action={action}>
          <button type="submit" name="cancel" value="yes">
            Don’t sign in
          </button>
        </form>
      </main>
    </PageShell>
  );
}
