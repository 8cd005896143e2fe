import { enPages } from '../../words/en-pages.ts';
import type { Frame } from '../parts/frame.ts';
import { PlainPage } from '../parts/page.tsx';
import { Told } from '../parts/told.tsx';

const { signIn: words } = enPages;

/** `again`: where signing in begins once more; `afresh`: the same, for somebody else. */
type Ways = { again: string; afresh: string };

/** Why somebody is not signed in, and what they can do now. */
export function NotSignedInPage(props: {
  frame: Frame;
  problem: keyof typeof words.problems;
  email: string;
  ways: Ways;
}) {
  const { frame, problem, email, ways } = props;
  const { title, lead, more } = words.problems[problem];
  const isKnown = problem === 'stranger' || problem === 'unverified';
  const label = problem === 'unreachable' ? words.retry : words.again;
  return (
    <PlainPage frame={frame} title={title}>
      <header>
        <h1>{`${title}.`}</h1>
        <p class="lead">
          <Told phrase={lead(frame.tenant, email)} />
        </p>
        {problem !== 'not-set-up' && (
          <p class="row">
            <a class="button primary" href={isKnown ? ways.afresh : ways.again}>
              {isKnown ? words.asOther : label}
            </a>
          </p>
        )}
      </header>
      {more.length > 0 && (
        <section class="part" aria-labelledby="h-works">
          <h2 id="h-works">{words.works}</h2>
          {more.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </section>
      )}
    </PlainPage>
  );
}

export function SignedOutPage({ frame }: { frame: Frame }) {
  const { title, lead } = words.signedOut;
  return (
    <PlainPage frame={frame} title={title}>
      <header>
        <h1>{`${title}.`}</h1>
        <p class="lead">
          <Told phrase={lead(frame.tenant)} />
        </p>
        <p class="row">
          <a class="button primary" href="/sign-in">
            {words.again}
          </a>
        </p>
      </header>
    </PlainPage>
  );
}

/** Stands for a moment between signing out here and signing out at the issuer. */
export function LeavingPage({ frame, to }: { frame: Frame; to: string }) {
  const { title, lead, go } = words.leaving;
  return (
    <PlainPage frame={frame} title={title}>
      <header>
        <h1>{`${title}.`}</h1>
        <p class="lead">{lead}</p>
        <p class="row">
          <a class="button primary" href={to}>
            {go}
          </a>
        </p>
      </header>
    </PlainPage>
  );
}
