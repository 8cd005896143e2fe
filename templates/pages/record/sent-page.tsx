import type { DeliveryKind } from '../../../functions/domain/delivery.ts';
import { checkInStart } from '../../../functions/domain/moments.ts';
import { participants } from '../../../functions/domain/parties.ts';
import { duration } from '../../words/en/names.ts';
import { enPages } from '../../words/en-pages.ts';
import { type Acting, CommandForm } from '../parts/command-form.tsx';
import type { ConversationData } from '../parts/conversation-data.ts';
import { deliveryItems } from '../parts/deliveries.tsx';
import type { Frame } from '../parts/frame.ts';
import { ManagerPage } from '../parts/page.tsx';
import { readerOf } from '../parts/reader.ts';
import { type Item, Times } from '../parts/times.tsx';
import { Told } from '../parts/told.tsx';

const { sent: words, conversation: told, manage, deliveries } = enPages;

/** What is told right after sending: the turning points, not every mail. */
const TURNS: ReadonlySet<DeliveryKind> = new Set([
  'recap',
  'invitation',
  'reminder',
  'start',
  'today',
  'due-check',
]);

function turns(data: ConversationData, reader: ReturnType<typeof readerOf>): Item[] {
  const coming = data.deliveries.filter(
    ({ delivery, state }) => TURNS.has(delivery.kind) && (state === 'ahead' || state === 'if-agreed'),
  );
  const talks = data.conversation.checkIns.map((checkIn) => ({
    at: checkInStart(checkIn),
    kind: 'talk' as const,
    what: (
      <strong>
        <Told phrase={deliveries.talk(duration(checkIn.minutes))} />
      </strong>
    ),
  }));
  return [...deliveryItems({ ...data, deliveries: coming }, reader), ...talks].sort((a, b) => a.at - b.at);
}

/** What was sent and has not left yet: when it leaves, the way back, and what happens then. */
export function SentPage(props: { frame: Frame; email: string; data: ConversationData; acting: Acting }) {
  const { frame, email, data, acting } = props;
  const { conversation, now } = data;
  const { leavesAt } = conversation;
  const reader = readerOf(conversation, conversation.manager, now);
  const soon = leavesAt - now <= 60_000;
  const title = soon
    ? told.leaves(reader.time(leavesAt))
    : told.leavesOn(reader.day(leavesAt), reader.time(leavesAt));
  const page = `/conversations/${conversation.id}`;
  return (
    <ManagerPage frame={frame} title={title} email={email}>
      <header>
        <h1>{title}</h1>
        <p class="lead">
          <Told phrase={told.leavesLead(participants(conversation).map(({ id }) => reader.named(id)))} />
        </p>
        {soon && <div class="minute" aria-hidden="true" />}
        <CommandForm acting={acting} type="undo" about="">
          <div class="row">
            <button type="submit">{manage.undo}</button>
            <a href={page}>{words.look}</a>
          </div>
        </CommandForm>
      </header>
      <section class="part margin" aria-labelledby="h-next">
        <h2 id="h-next">{words.next}</h2>
        <div class="stack">
          <p class="quiet">{words.answers}</p>
          <Times items={turns(data, reader)} reader={reader} label={words.next} />
        </div>
      </section>
      <section class="part margin" aria-labelledby="h-you">
        <h2 id="h-you">{words.you}</h2>
        <div class="stack-s">
          <p>
            <Told phrase={words.youDo} />
          </p>
          <p>
            <Told phrase={words.all(page)} />
          </p>
        </div>
      </section>
    </ManagerPage>
  );
}
