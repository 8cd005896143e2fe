import type { Bindings, Claims, Issuer, NoSignIn } from '../../functions/app/issuer.ts';

/**
 * An issuer that vouches for whoever the code names: `code=dana@acme.example` signs Dana in. It checks what a real one and
 * its client check between them: the state, and that a code is used once and by the browser that asked.
 */
export function makeMemoryIssuer(newId: () => string) {
  const used = new Set<string>();
  const nonces: Bindings[] = [];
  let away: NoSignIn | undefined;
  let claims: (email: string) => Claims = (email) => ({ email, email_verified: true });
  const issuer: Issuer = {
    async start(afresh) {
      if (away) return away;
      const bindings = { state: newId(), nonce: newId(), verifier: newId() };
      nonces.push(bindings);
      const query = new URLSearchParams({ state: bindings.state, ...(afresh ? { prompt: 'login' } : {}) });
      return { to: `https://issuer.test/authorize?${query}`, bindings };
    },
    async finish(query, bindings) {
      if (away) return away;
      const { code, state, error } = Object.fromEntries(new URLSearchParams(query));
      const known = nonces.some((one) => one.nonce === bindings.nonce && one.verifier === bindings.verifier);
      if (!known || state !== bindings.state || used.has(state)) return { problem: 'expired' };
      used.add(state);
      if (error === 'access_denied' || code === undefined) return { problem: 'cancelled' };
      return { claims: claims(code), idToken: `id-token-of-${code}` };
    },
    endAt: async (idToken) => `https://issuer.test/end?${new URLSearchParams({ hint: idToken ?? '' })}`,
  };
  return {
    issuer,
    /** From now on it is not to be reached. */
    goAway: () => {
      away = { problem: 'unreachable' };
    },
    /** What it says of an address from now on. */
    say: (told: (email: string) => Claims) => {
      claims = told;
    },
  };
}
