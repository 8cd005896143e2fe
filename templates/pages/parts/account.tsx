import { enPages } from '../../words/en-pages.ts';
import type { Frame } from './frame.ts';
import { Told } from './told.tsx';

const { mails, pages, signIn, tokens } = enPages;

/** Who is signed in, their calendar, mails and API tokens, and the way out. */
export function Account({ frame, email }: { frame: Frame; email: string }) {
  return (
    <>
      <span>
        <Told phrase={pages.signedInAs(email, frame.tenant)} />
      </span>
      <a href="/calendar">{pages.calendar}</a>
      <a href="/mails">{mails.title}</a>
      <a href="/tokens">{tokens.title}</a>
      {frame.signOut !== undefined && (
        <form method="post" action="/sign-out">
          <input type="hidden" name="leave" value={frame.signOut} />
          <button type="submit" class="plain inline">
            {signIn.signOut}
          </button>
        </form>
      )}
    </>
  );
}
