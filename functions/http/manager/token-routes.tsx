import { NewTokenPage, TokensPage } from '../../../templates/pages/tokens-page.tsx';
import { enPages } from '../../../templates/words/en-pages.ts';
import { cleanLine } from '../../domain/text.ts';
import { html, seeOther } from '../html.ts';
import { formToken, sealed } from './form-guard.ts';
import { managerForm, problemPage, type Signed, type Web } from './manager-context.tsx';

const { tokens: words } = enPages;

const PURPOSE = 'tokens';
const LONGEST_NAME = 60;
const KEY = /^[a-z2-7]{26}$/;
const ID = /^[\w-]{43}$/;

type Shown = { typed?: string; error?: string; revoked?: boolean };

/** The manager's tokens and the form of a new one. */
export async function showTokens(
  web: Web,
  signed: Signed,
  shown: Shown = {},
  status = 200,
): Promise<Response> {
  const { actor, session } = signed;
  const now = web.now();
  const tokens = await web.useCases.tokens.list(actor);
  const key = sealed(web, `token key ${now} ${tokens.length} ${session}`);
  const data = {
    email: actor.email,
    tokens,
    hidden: { token: formToken(web, session, PURPOSE), key },
    typed: shown.typed ?? '',
    error: shown.error,
    revoked: shown.revoked === true,
    now,
    zone: web.tenant.timezone,
  };
  return html(<TokensPage frame={web.frame} data={data} />, status);
}

function wrongName(name: string): string | undefined {
  if (name === '') return words.nameMissing;
  return name.length > LONGEST_NAME ? words.nameLong(LONGEST_NAME) : undefined;
}

/** Makes a token and shows it, this once. */
export async function postToken(web: Web, signed: Signed, request: Request): Promise<Response> {
  const posted = await managerForm(web, request, signed.session, PURPOSE);
  if (posted instanceof Response) return posted;
  const { form, stale } = posted;
  const [name, key] = [cleanLine(form.get('name') ?? ''), form.get('key') ?? ''];
  if (stale || !KEY.test(key)) return problemPage(web, 'foreign', 403);
  const wrong = wrongName(name);
  if (wrong !== undefined) return showTokens(web, signed, { typed: name, error: wrong }, 422);
  const made = await web.useCases.tokens.make(signed.actor, name, key);
  if ('refused' in made) {
    const error = made.refused === 'full' ? words.full(made.most) : words.over;
    return showTokens(web, signed, { typed: name, error }, 422);
  }
  const { email } = signed.actor;
  return html(<NewTokenPage frame={web.frame} email={email} name={name} token={made.token} />);
}

/** Ends a token of this manager; another's is not even looked for. */
export async function postRevoke(web: Web, signed: Signed, id: string, request: Request): Promise<Response> {
  const posted = await managerForm(web, request, signed.session, PURPOSE);
  if (posted instanceof Response) return posted;
  if (posted.stale) return problemPage(web, 'foreign', 403);
  if (!ID.test(id)) return problemPage(web, 'notFound', 404);
  await web.useCases.tokens.revoke(signed.actor, id);
  return seeOther('/tokens?revoked');
}
