import { coach } from '../domain/coach/coach.ts';
import { coachedOf } from '../domain/coach/coached-of.ts';
import type { Conversation } from '../domain/conversation.ts';
import { replay } from '../domain/evolve.ts';
import type { PersonId } from '../domain/ids.ts';
import { stamp } from '../domain/stamp.ts';
import { renderGroup } from './compose-mail.ts';
import type { Deps } from './deps.ts';
import { namedWrong } from './earlier-one.ts';
import { linkToken } from './links.ts';
import { readSubmit } from './submit.ts';
import type { RenderedMail, UseCases } from './use-cases.ts';
import { viewOf } from './view.ts';

function recapOf(deps: Deps, conversation: Conversation, person: PersonId): RenderedMail {
  const deliveries = viewOf(conversation, { facts: [], receipts: [] }, deps.now()).deliveries.map(
    ({ delivery }) => delivery,
  );
  const recap = deliveries.filter((delivery) => delivery.kind === 'recap' && delivery.to === person);
  return renderGroup(conversation, recap, {
    tenant: deps.tenant,
    appUrl: deps.appUrl,
    token: (id) => linkToken(deps.keyring, conversation, id),
    sentAt: deps.now(),
  });
}

/** What a form would record, and the recap of each who gets one; nothing is stored. */
export function makePreview(deps: Deps): UseCases['preview'] {
  return async (actor, input) => {
    const now = deps.now();
    const read = await namedWrong(deps, actor, input, readSubmit(deps, actor, input, now));
    if ('refused' in read) return read;
    const facts = stamp([read.ok], 0, now);
    const conversation = replay('preview', facts);
    const readers = conversation.people.filter((person) => person.role !== 'partner');
    return {
      ok: {
        view: viewOf(conversation, { facts, receipts: [] }, now),
        recaps: readers.map(({ id }) => ({ to: id, mail: recapOf(deps, conversation, id) })),
        hints: coach(coachedOf(conversation, now)),
      },
    };
  };
}
