import { MANAGER_POLICY } from '../../../functions/http/headers.ts';
import { BrokenListPage } from '../../../templates/pages/dashboard/broken-list-page.tsx';
import type { Frame } from '../../../templates/pages/parts/frame.ts';
import { ProblemPage, TooManyPage } from '../../../templates/pages/problem-page.tsx';
import { LeavingPage, NotSignedInPage } from '../../../templates/pages/sign-in/sign-in-pages.tsx';
import { MANAGER } from '../minute/story.ts';
import type { Tour } from './tour.ts';

const EMAIL = MANAGER.email;
const WAYS = { again: '/sign-in', afresh: '/sign-in?as=other' };

function pagesIn(frame: Frame) {
  const notSignedIn = (problem: 'unreachable' | 'not-set-up' | 'unverified') => (
    <NotSignedInPage frame={frame} problem={problem} email={EMAIL} ways={WAYS} />
  );
  return {
    'today-not-read': <BrokenListPage frame={{ ...frame, signOut: 'x' }} email={EMAIL} here="/" />,
    'sign-in-unreachable': notSignedIn('unreachable'),
    'sign-in-not-set-up': notSignedIn('not-set-up'),
    'sign-in-unverified': notSignedIn('unverified'),
    'signing-out': <LeavingPage frame={frame} to="/signed-out" />,
    'too-many': <TooManyPage frame={frame} seconds={600} />,
    'problem-method': <ProblemPage frame={frame} problem="method" home={true} />,
    'problem-too-large': <ProblemPage frame={frame} problem="tooLarge" />,
    'problem-type': <ProblemPage frame={frame} problem="type" />,
    'problem-foreign': <ProblemPage frame={frame} problem="foreign" home={true} />,
    'problem-signed-out': <ProblemPage frame={frame} problem="signedOut" />,
  };
}

/** Pages that take an outage, an issuer of one's own or much patience to see; under the policy of the app's own answers. */
export async function walkHardToReach({ appUrl, newPage, desk, see }: Tour): Promise<void> {
  const assetOf = async (selector: string, attribute: string) =>
    (await desk.locator(selector).first().getAttribute(attribute)) ?? '';
  await desk.goto(`${appUrl}/people`);
  const frame = {
    css: await assetOf('link[rel=stylesheet]', 'href'),
    icon: await assetOf('link[rel=icon]', 'href'),
    script: await assetOf('script[src]', 'src'),
    tenant: 'Northwind',
  };
  const page = await newPage();
  for (const [name, content] of Object.entries(pagesIn(frame))) {
    const url = `${appUrl}/${name}`;
    await page.route(url, (route) =>
      route.fulfill({
        contentType: 'text/html; charset=utf-8',
        headers: { 'content-security-policy': MANAGER_POLICY },
        body: String(content),
      }),
    );
    await page.goto(url);
    await see(name, page);
  }
  await page.close();
}
