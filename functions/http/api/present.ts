import { phraseText } from '../../../templates/mail/phrase-text.ts';
import { enPages } from '../../../templates/words/en-pages.ts';
import type { Receipt } from '../../app/ports.ts';
import type { ConversationView, DeliveryView, Previewed } from '../../app/use-cases.ts';
import type { Hint } from '../../domain/coach/hint.ts';
import type { Conversation } from '../../domain/conversation.ts';
import type { Delivery } from '../../domain/delivery.ts';
import { type Fact, factSchema } from '../../domain/facts.ts';
import { earliest, type Instant, toIso } from '../../domain/instant.ts';
import { holdsAt } from '../../domain/needs.ts';
import { personOf } from '../../domain/parties.ts';
import type { Row } from '../../domain/row.ts';
import { conversationAnswer, createdAnswer, listAnswer, previewAnswer } from './answer-schemas.ts';
import { presentState } from './present-state.ts';
import { zoned } from './zoned.ts';

const links = (appUrl: string, id: string) => `${appUrl}/conversations/${id}`;

function presentDelivery(conversation: Conversation, delivery: Delivery) {
  const { key, kind, to, at, zone, skipped } = delivery;
  return {
    key,
    kind,
    to: personOf(conversation, to).email ?? null,
    person: to,
    at: toIso(at),
    atLocal: zoned(at, zone),
    ...(skipped === undefined ? {} : { skipped }),
  };
}

function presentReceipt({ outcome, times, detail }: Receipt) {
  return {
    outcome,
    times: Object.fromEntries(
      Object.entries(times).flatMap(([name, at]) => (at === undefined ? [] : [[name, toIso(at)]])),
    ),
    ...(detail === undefined ? {} : { detail }),
  };
}

/** One delivery with how it stands. */
export function presentPlanned(conversation: Conversation, { delivery, state, receipt }: DeliveryView) {
  return {
    ...presentDelivery(conversation, delivery),
    state,
    ...(receipt === undefined ? {} : { receipt: presentReceipt(receipt) }),
  };
}

// People stand in the state; their tenant-wide ids and what else is ours alone stays inside.
const INSIDE = new Set(['v', 'people', 'newcomer', 'holidays', 'policy', 'key', 'carried']);

function presentFact(fact: Fact) {
  const { no, at, by, type, words, ...rest } = factSchema.parse(fact);
  const details = Object.fromEntries(Object.entries(rest).filter(([name]) => !INSIDE.has(name)));
  return { no, at: toIso(at), by, type, words: words ?? {}, details };
}

/** What recording it brought about. */
export function presentCreated({ conversation, deliveries }: ConversationView, appUrl: string) {
  return createdAnswer.parse({
    id: conversation.id,
    url: links(appUrl, conversation.id),
    plan: deliveries.map(({ delivery }) => presentDelivery(conversation, delivery)),
  });
}

function presentHint(hint: Hint) {
  const { coach } = enPages;
  const better = coach.better(hint);
  return {
    path: `commitments[${hint.commitment}].${hint.field}`,
    code: hint.code,
    message: phraseText(coach.message(hint)),
    ...(better === undefined ? {} : { better }),
    ...(hint.rest === undefined ? {} : { rest: hint.rest }),
  };
}

export function presentPreview(preview: Previewed) {
  const { conversation, deliveries } = preview.view;
  return previewAnswer.parse({
    plan: deliveries.map(({ delivery }) => presentDelivery(conversation, delivery)),
    hints: preview.hints.map(presentHint),
    recaps: preview.recaps.map(({ to, mail }) => ({
      to: personOf(conversation, to).email ?? null,
      person: to,
      subject: mail.subject,
      html: mail.html,
      text: mail.text,
    })),
  });
}

export function presentConversation(view: ConversationView, appUrl: string) {
  const { conversation, facts, deliveries, former } = view;
  return conversationAnswer.parse({
    id: conversation.id,
    url: links(appUrl, conversation.id),
    version: conversation.version,
    state: presentState(conversation),
    facts: facts.map(presentFact),
    plan: deliveries.map((planned) => presentPlanned(conversation, planned)),
    formerReceipts: former.map((receipt) => ({
      ...presentReceipt(receipt),
      keys: receipt.keys,
      person: receipt.to,
    })),
  });
}

function presentRow(row: Row, appUrl: string, now: Instant) {
  const talk = earliest(row.checkIns.flatMap(({ at }) => (at > now ? [at] : [])));
  const needs = row.needs.filter((need) => holdsAt(need, now)).map(({ code }) => code);
  return {
    id: row.conversation,
    url: links(appUrl, row.conversation),
    title: row.title,
    status: row.status,
    recordedAt: toIso(row.recordedAt),
    nextCheckInAt: talk === undefined ? null : toIso(talk),
    people: row.people.filter(({ partner }) => !partner).map(({ name }) => name),
    needs: [...new Set(needs)],
  };
}

export function presentList(
  list: { rows: readonly Row[]; after: string | undefined },
  appUrl: string,
  now: Instant,
) {
  return listAnswer.parse({
    conversations: list.rows.map((row) => presentRow(row, appUrl, now)),
    next: list.after ?? null,
  });
}
