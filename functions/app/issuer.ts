/** What an issuer says of whoever signed in, unchecked (OpenID Connect Core §5.1). */
export type Claims = Readonly<Record<string, unknown>>;

/** Binds the answer of the issuer to the browser that asked: against login CSRF, replayed tokens and stolen codes. */
export type Bindings = { state: string; nonce: string; verifier: string };

/** Why a sign-in did not come about. */
export type NoSignIn = { problem: 'cancelled' | 'expired' | 'unreachable' };

/** The outside that knows who people are (an OpenID Connect issuer); asked for the first time when somebody signs in. */
export type Issuer = {
  /** Where to send the browser. `afresh`: ask who it is even if the issuer knows. */
  start: (afresh: boolean) => Promise<{ to: string; bindings: Bindings } | NoSignIn>;
  /** `query`: of the address that the browser came back to. */
  finish: (query: string, bindings: Bindings) => Promise<{ claims: Claims; idToken: string } | NoSignIn>;
  /** Where to end the issuer's own session, if it has a place for that. */
  endAt: (idToken: string | undefined) => Promise<string | undefined>;
};
