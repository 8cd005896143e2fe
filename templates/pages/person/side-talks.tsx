import type { SideTalk } from '../../../functions/domain/check-in.ts';
import type { Conversation } from '../../../functions/domain/conversation.ts';
import { endedFor, inSideTalk, sideTalkEnd } from '../../../functions/domain/side-talks.ts';
import { enPages } from '../../words/en-pages.ts';
import { type Acting, FoldedForm } from '../parts/command-form.tsx';
import type { Reader } from '../parts/reader.ts';
import { SaidForm } from '../parts/said-form.tsx';
import { SideTalkTold } from '../parts/side-talk-told.tsx';
import { Told } from '../parts/told.tsx';

const { sideTalks: words, pages } = enPages;

type Props = { conversation: Conversation; acting: Acting; reader: Reader; meant: string | undefined };

/** The one thing that is asked of who comes to a short talk. */
function AskOne({ talk, conversation, acting, reader, meant }: Props & { talk: SideTalk }) {
  const mine = conversation.notes.some(({ checkIn, by }) => checkIn === talk.id && by === reader.id);
  const others = inSideTalk(conversation, talk).filter((id) => id !== reader.id);
  return (
    <SaidForm
      acting={acting}
      type="bring"
      about={talk.id}
      hidden={{ checkIn: talk.id }}
      summary={mine ? words.askAgain : words.ask}
      open={meant === talk.id}
      label={pages.yourWords}
      hint={<Told phrase={words.askHint(others.map(reader.named))} />}
      button={words.askButton}
    />
  );
}

function Decline({ talk, acting }: { talk: SideTalk; acting: Acting }) {
  const all = talk.kind === 'cadence';
  return (
    <FoldedForm
      acting={acting}
      type="decline-talk"
      about={talk.id}
      hidden={{ checkIn: talk.id }}
      summary={all ? words.declineAll : words.decline}
    >
      <p class="hint">{all ? words.declineAllHint : words.declineHint}</p>
      <div class="row">
        <button type="submit">{all ? words.declineAllButton : words.declineButton}</button>
      </div>
    </FoldedForm>
  );
}

/** The talks beside the check-ins that the reader was asked to and that are ahead; nobody else's. */
export function OwnSideTalks(props: Props) {
  const { conversation, acting, reader } = props;
  const ahead = conversation.sideTalks.filter(
    (talk) =>
      talk.people.includes(reader.id) &&
      !endedFor(conversation, talk, reader.id) &&
      sideTalkEnd(talk) > reader.now,
  );
  if (ahead.length === 0) return null;
  return (
    <ul class="list">
      {ahead.map((talk) => (
        <li key={talk.id} id={talk.id}>
          <SideTalkTold talk={talk} conversation={conversation} reader={reader} />
          {talk.kind === 'cadence' && <AskOne {...props} talk={talk} />}
          <Decline talk={talk} acting={acting} />
        </li>
      ))}
    </ul>
  );
}
