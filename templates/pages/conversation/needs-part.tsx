import type { Commitment, Conversation } from '../../../functions/domain/conversation.ts';
import { type Need, needsAt, needsOf as needsOfAll, openEnds } from '../../../functions/domain/needs.ts';
import { enPages } from '../../words/en-pages.ts';
import type { Acting } from '../parts/command-form.tsx';
import type { Reader } from '../parts/reader.ts';
import type { MeantChange } from './meant.ts';
import { NeedItem } from './need-item.tsx';
import { type Asked, isAnswered, RequestForm, waitingFor } from './requests.tsx';

const { conversation: words } = enPages;

/**
 * What waits for the manager, as the dashboard counts it: requests to answer, which have a form of their own, and the rest.
 * `ends`: commitments whose end nobody has told, also those that a talk to wrap up asks for.
 */
export type Needs = { asked: Asked[]; others: Need[]; ends: Commitment[]; count: number };

export function needsOf(conversation: Conversation, reader: Reader, meant: MeantChange): Needs {
  if (conversation.status !== 'open') return { asked: [], others: [], ends: [], count: 0 };
  const asked = waitingFor(conversation, reader, meant);
  const needs = needsAt(needsOfAll(conversation), reader.now);
  const others = needs.filter(({ code }) => code !== 'change-asked');
  return { asked, others, ends: openEnds(conversation, reader.now), count: needs.length };
}

/** Everything that waits for the manager, on top of the page. */
export function NeedsPart(props: {
  needs: Needs;
  conversation: Conversation;
  acting: Acting;
  reader: Reader;
  meant: MeantChange;
}) {
  const { needs, conversation, acting, reader, meant } = props;
  const amend = `/conversations/${conversation.id}/amend`;
  return (
    <>
      {isAnswered(conversation, meant) && (
        <p class="noted" role="status">
          {words.answered}
        </p>
      )}
      {needs.count > 0 && (
        <section aria-labelledby="h-needs">
          <h2 class="unseen" id="h-needs">
            {words.needs}
          </h2>
          <ul class="list urgent">
            {needs.asked.map((asked) => (
              <RequestForm
                key={asked.request.fact}
                asked={asked}
                acting={acting}
                reader={reader}
                meant={meant}
                amend={amend}
              />
            ))}
            {needs.others.map((need) => (
              <NeedItem
                key={JSON.stringify(need)}
                need={need}
                conversation={conversation}
                reader={reader}
                ends={needs.ends}
              />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
