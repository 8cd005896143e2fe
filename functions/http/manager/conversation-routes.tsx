import * as z from 'zod/mini';
import { AmendPage } from '../../../templates/pages/conversation/amend-page.tsx';
import type { Offered } from '../../../templates/pages/conversation/check-ins-part.tsx';
import { ConversationPage } from '../../../templates/pages/conversation/conversation-page.tsx';
import type { ManagerMeant } from '../../../templates/pages/conversation/meant.ts';
import { RecapPage } from '../../../templates/pages/conversation/recap-page.tsx';
import type { Acting } from '../../../templates/pages/parts/command-form.tsx';
import type { ForetoldData } from '../../../templates/pages/parts/foretold-data.ts';
import { enPages } from '../../../templates/words/en-pages.ts';
import { fingerprint } from '../../app/hash.ts';
import type { ConversationView } from '../../app/use-cases.ts';
import { personId } from '../../domain/ids.ts';
import { orNothing } from '../../domain/or-nothing.ts';
import type { FieldError } from '../../domain/refusal.ts';
import { isWallTime, type WallTime } from '../../domain/wall-time.ts';
import { amendField } from '../amend-of-form.ts';
import { commandOfForm } from '../command-of-form.ts';
import { type Form, number } from '../form-fields.ts';
import { html, seeOther } from '../html.ts';
import { changeFields } from '../participant/meant.ts';
import { foretoldBy } from './foretold-by.ts';
import { formToken } from './form-guard.ts';
import { earlierOne, laterOnes, linkedOf } from './linked.ts';
import {
  heldNow,
  managerForm,
  overFreeTimes,
  problemPage,
  type Signed,
  type Web,
} from './manager-context.tsx';
import { lookedFor, offeredTimes, withSlot } from './offered-times.ts';

/** What a token for the commands of one conversation is sealed for. */
export const purposeOf = (id: string) => `commands ${id}`;

type Tried = {
  form: Form;
  errors: readonly FieldError[];
  foretold?: ForetoldData | undefined;
  offered?: Offered;
};

/** How the forms of a conversation's pages are sent. */
export function actingOn(web: Web, signed: Signed, view: ConversationView, tried?: Tried): Acting {
  const { id } = view.conversation;
  const isAmend = tried?.form.get('type') === 'amend';
  // What an amendment differs from is the version its fields began with, however often it is looked at.
  const began = isAmend && tried.foretold ? number(tried.form, 'version') : undefined;
  const version = began ?? view.conversation.version;
  return {
    action: `/conversations/${id}/commands`,
    field: 'type',
    hidden: { token: formToken(web, signed.session, purposeOf(id)), version: String(version) },
    refused: tried && {
      form: tried.form.get('form') ?? '',
      errors: tried.errors.map(({ path, message }) => ({
        path: isAmend ? amendField(tried.form, path) : path,
        message: enPages.form.inForm(message),
      })),
      value: (name) => tried.form.get(name) ?? '',
      foretold: tried.foretold,
    },
  };
}

type Look = { form: Form; command: Record<string, unknown> };

const wallTime = z.custom<WallTime>((text) => typeof text === 'string' && isWallTime(text));
const meantQuery = z.object({
  ...changeFields,
  commitment: changeFields.change,
  person: changeFields.change,
  move: changeFields.change,
  at: orNothing(wallTime),
});

/** What a mail's link to a conversation is about, from its query; anything unknown means nothing. */
function meantBy(parameters: Record<string, string>): ManagerMeant {
  const { commitment, change, accept, person, move, at } = meantQuery.parse(parameters);
  return { commitment, change, accept, person, move, at };
}

/** The page again with what was typed: refused, or only looked at. */
async function triedPage(web: Web, signed: Signed, view: ConversationView, tried: Tried, status: number) {
  const acting = actingOn(web, signed, view, tried);
  const page = { frame: web.frame, email: signed.actor.email, data: view, acting };
  const { form } = tried;
  // What clears an obstacle away is amended from the conversation's own page.
  if (form.get('type') === 'amend' && !form.get('form')?.startsWith('amend-'))
    return html(<AmendPage {...page} />, status);
  const offered = tried.offered ?? offeredTimes(web, view);
  const linked = await linkedOf(web, signed, view);
  return html(<ConversationPage {...page} meant={meantBy({})} offered={offered} linked={linked} />, status);
}

/** One conversation with everything its manager can do. `query`: what a mail's link is about. */
export async function showConversation(
  web: Web,
  signed: Signed,
  id: string,
  query: Record<string, string> = {},
): Promise<Response> {
  const [read, held, cameBack] = await Promise.all([
    web.useCases.read(signed.actor, id),
    heldNow(web),
    laterOnes(web, signed, id),
  ]);
  if ('refused' in read) return problemPage(web, 'notFound', 404);
  const acting = actingOn(web, signed, read.ok);
  const { email } = signed.actor;
  const meant = meantBy(query);
  const earlier = await earlierOne(web, signed, read.ok);
  return html(
    <ConversationPage
      frame={web.frame}
      email={email}
      data={read.ok}
      acting={acting}
      meant={meant}
      offered={offeredTimes(web, read.ok)}
      held={held}
      linked={{ earlier, cameBack }}
    />,
  );
}

export async function showAmend(web: Web, signed: Signed, id: string): Promise<Response> {
  const read = await web.useCases.read(signed.actor, id);
  if ('refused' in read) return problemPage(web, 'notFound', 404);
  const acting = actingOn(web, signed, read.ok);
  return html(<AmendPage frame={web.frame} email={signed.actor.email} data={read.ok} acting={acting} />);
}

/** The printable recap of one person with the code of their link. */
export async function showRecap(web: Web, signed: Signed, id: string, person: string): Promise<Response> {
  const known = personId.safeParse(person);
  if (!known.success) return problemPage(web, 'notFound', 404);
  const read = await web.useCases.recapOf(signed.actor, id, known.data);
  if ('refused' in read) return problemPage(web, 'notFound', 404);
  const { view, link } = read.ok;
  return html(
    <RecapPage frame={web.frame} email={signed.actor.email} data={view} person={known.data} link={link} />,
  );
}

/** What a form would change, above its button; nothing is done. */
async function lookAt(web: Web, signed: Signed, id: string, look: Look): Promise<Response> {
  const { form, command } = look;
  const read = await web.useCases.read(signed.actor, id);
  if ('refused' in read) return problemPage(web, 'notFound', 404);
  const foretold = await foretoldBy(web, signed, id, command, read.ok);
  if ('ok' in foretold)
    return triedPage(web, signed, read.ok, { form, errors: [], foretold: foretold.ok }, 200);
  const { errors, status } = foretold.refused;
  return triedPage(web, signed, read.ok, { form, errors }, status);
}

/** The page again with what was typed, and times at which everybody could talk; nothing is done. */
async function offerTimes(web: Web, signed: Signed, id: string, form: Form): Promise<Response> {
  const over = await overFreeTimes(web, signed);
  if (over) return over;
  const read = await web.useCases.read(signed.actor, id);
  if ('refused' in read) return problemPage(web, 'notFound', 404);
  const offered = await lookedFor(web, signed, read.ok, form);
  return triedPage(web, signed, read.ok, { form, errors: [], offered }, 200);
}

/** Carries out one command from a form; a refusal shows the page again with what was typed. */
export async function postCommand(web: Web, signed: Signed, id: string, request: Request): Promise<Response> {
  const posted = await managerForm(web, request, signed.session, purposeOf(id));
  if (posted instanceof Response) return posted;
  if (posted.stale) return problemPage(web, 'foreign', 403);
  const form = withSlot(posted.form);
  if (form.get('free') === 'yes') return offerTimes(web, signed, id, form);
  const command = commandOfForm(form.get('type') ?? '', form);
  if (!command) return problemPage(web, 'method', 422);
  const version = number(form, 'version');
  if (form.get('look') === 'yes') return lookAt(web, signed, id, { form, command });
  const done = await web.useCases.command(signed.actor, id, command, {
    // The same button of the same page twice is one command; pressed on a newer page it is another.
    idempotencyKey: fingerprint([version ?? 0, command]),
    expectedVersion: command.type === 'amend' && typeof version === 'number' ? version : undefined,
  });
  if ('ok' in done) {
    const isBack = command.type === 'undo' && done.ok.conversation.status === 'taken-back';
    return seeOther(isBack ? `/conversations/new?again=${id}` : `/conversations/${id}`);
  }
  const { status, errors } = done.refused;
  const read = status === 404 ? done : await web.useCases.read(signed.actor, id);
  return 'ok' in read
    ? triedPage(web, signed, read.ok, { form, errors }, status)
    : problemPage(web, 'notFound', 404);
}
