import { type Phrase, say } from '../../parts/phrase.ts';

type Told = { title: string; lead: (tenant: string, email: string) => Phrase; more: readonly string[] };

const LINKS_WORK =
  'Did somebody write down what you agreed with them? Open the link in their mail: it needs no sign-in.';

/** Signing in and out. */
export const signIn = {
  again: 'Sign in',
  retry: 'Try again',
  asOther: 'Sign in as somebody else',
  signOut: 'Sign out',
  works: 'What works',
  signedOut: {
    title: 'You are signed out',
    lead: (tenant: string) => say`Nobody who uses this browser after you sees what ${tenant} wrote down.`,
  },
  leaving: {
    title: 'Signing you out',
    lead: 'You are signed out here. Your browser goes on to sign you out where you signed in.',
    go: 'Go on',
  },
  problems: {
    cancelled: {
      title: 'You did not sign in',
      lead: () => say`You stopped on the way, and nothing happened. Sign in whenever you like.`,
      more: [],
    },
    expired: {
      title: 'That sign-in is over',
      lead: () =>
        say`One sign-in works once, in one browser, for ten minutes. Begin again; it takes a moment.`,
      more: [],
    },
    unreachable: {
      title: 'The sign-in does not answer',
      lead: (tenant: string) =>
        say`Where ${tenant} signs in is not to be reached, or refuses. Nothing is lost; try again in a minute.`,
      more: [LINKS_WORK],
    },
    'not-set-up': {
      title: 'Nobody can sign in yet',
      lead: (tenant: string) =>
        say`Nevertwice runs for ${tenant}, and its sign-in comes with a later deployment. Whoever deploys it finds the steps in infra/README.md.`,
      more: [LINKS_WORK],
    },
    unverified: {
      title: 'Your address is not confirmed',
      lead: (tenant: string, email: string) =>
        email === ''
          ? say`Where ${tenant} signs in, no mail address stands behind this account. Ask whoever looks after accounts to add yours, then sign in again.`
          : say`Where ${tenant} signs in, nobody has confirmed that ${email} is yours. Confirm it there, or ask whoever looks after accounts, then sign in again.`,
      more: [LINKS_WORK],
    },
    stranger: {
      title: 'This page is for managers',
      lead: (tenant: string, email: string) =>
        say`You signed in as ${email}, which is not on the list of managers of ${tenant}. Only they write conversations down and see their own.`,
      more: [
        LINKS_WORK,
        'Should you be on the list? Ask whoever looks after Nevertwice where you work to add this address.',
      ],
    },
  } satisfies Record<string, Told>,
};
