import type { Instant } from '../../functions/domain/instant.ts';
import { teller } from '../parts/teller.ts';
import { dates } from '../words/en/dates.ts';
import { enPages } from '../words/en-pages.ts';
import { TextField } from './parts/field.tsx';
import type { Frame } from './parts/frame.ts';
import { ManagerPage } from './parts/page.tsx';
import { ProblemList } from './parts/problem-list.tsx';
import { Told } from './parts/told.tsx';

const { tokens: words } = enPages;

type TokenData = { id: string; name: string; createdAt: Instant; usedAt: Instant | undefined };

export type TokensData = {
  email: string;
  /** The newest first. */
  tokens: readonly TokenData[];
  /** What the forms carry: an anti-forgery token, and for a new one a key that makes it one however often it is sent. */
  hidden: { token: string; key: string };
  typed: string;
  error: string | undefined;
  revoked: boolean;
  now: Instant;
  zone: string;
};

function Token({ token, data }: { token: TokenData; data: TokensData }) {
  const when = (at: Instant) => dates.dayTime(teller(dates, data.now).reading({ at, zone: data.zone }));
  return (
    <li class="act">
      <div class="stack-s">
        <p>
          <strong>
            <bdi>{token.name}</bdi>
          </strong>
        </p>
        <p class="small quiet">
          <Told phrase={words.made(when(token.createdAt))} />
          {', '}
          {token.usedAt === undefined ? words.unused : <Told phrase={words.used(when(token.usedAt))} />}
        </p>
      </div>
      <form method="post" action={`/tokens/${token.id}/revoke`} class="row small">
        <input type="hidden" name="token" value={data.hidden.token} />
        <button type="submit" aria-label={words.revokeNamed(token.name)}>
          {words.revoke}
        </button>
      </form>
    </li>
  );
}

/** A manager's API tokens: which there are, a new one, and the end of one. */
export function TokensPage({ frame, data }: { frame: Frame; data: TokensData }) {
  const { tokens, error } = data;
  const typed = { value: () => data.typed, error: () => error };
  return (
    <ManagerPage frame={frame} title={words.title} email={data.email}>
      <header>
        <p class="quiet">{words.title}</p>
        <h1>{tokens.length === 0 ? words.none : words.some(tokens.length)}</h1>
        <p class="lead">{words.lead}</p>
        {data.revoked && <p role="status">{words.revoked}</p>}
      </header>
      <ProblemList errors={error === undefined ? [] : [{ path: 'name', message: error }]} />
      {tokens.length > 0 && (
        <section class="part margin" aria-labelledby="h-listed">
          <h2 id="h-listed">{words.listed}</h2>
          <div class="stack">
            <ul class="list">
              {tokens.map((token) => (
                <Token key={token.id} token={token} data={data} />
              ))}
            </ul>
            <p class="small quiet">{words.hourly}</p>
          </div>
        </section>
      )}
      <section class="part margin" aria-labelledby="h-create">
        <h2 id="h-create">{words.create}</h2>
        <form method="post" action="/tokens" class="stack" autocomplete="off">
          <input type="hidden" name="token" value={data.hidden.token} />
          <input type="hidden" name="key" value={data.hidden.key} />
          <TextField typed={typed} name="name" label={words.name} hint={words.nameHint} required={true} />
          <p class="row">
            <button type="submit" class="primary">
              {words.make}
            </button>
            <a href="/api/v1/openapi.json">{words.guide}</a>
          </p>
        </form>
      </section>
    </ManagerPage>
  );
}

/** The one time that a token is shown. */
export function NewTokenPage(props: { frame: Frame; email: string; name: string; token: string }) {
  const { fresh } = words;
  return (
    <ManagerPage frame={props.frame} title={fresh.title} email={props.email}>
      <header>
        <p class="quiet">{words.title}</p>
        <h1>{`${fresh.title}.`}</h1>
        <p class="lead">
          <Told phrase={fresh.lead(props.name)} />
        </p>
      </header>
      <section class="part stack" aria-label={fresh.label}>
        <div class="field">
          <label for="secret">{fresh.label}</label>
          <p class="hint" id="secret-hint">
            {fresh.hint}
          </p>
          <textarea
            id="secret"
            class="secret line"
            rows={2}
            readonly={true}
            spellcheck={false}
            aria-describedby="secret-hint"
          >
            {props.token}
          </textarea>
        </div>
        <p>{fresh.sent}</p>
        <p class="row">
          <a class="button" href="/tokens">
            {fresh.done}
          </a>
        </p>
      </section>
    </ManagerPage>
  );
}
