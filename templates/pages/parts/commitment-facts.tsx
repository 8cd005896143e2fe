import type {
  Commitment,
  Consequence,
  Conversation,
  FollowUp,
  Judgement,
} from '../../../functions/domain/conversation.ts';
import { momentOf } from '../../../functions/domain/moments.ts';
import { otherSide } from '../../../functions/domain/parties.ts';
import type { Seen } from '../../../functions/domain/visible.ts';
import { own, type Phrase } from '../../parts/phrase.ts';
import { commitment as terms } from '../../words/en/commitment.ts';
import { enPages } from '../../words/en-pages.ts';
import { dayTold } from './fact-told.ts';
import { dueTold, type Reader } from './reader.ts';
import { Quote, Told } from './told.tsx';

const { pages, tone } = enPages;

/** The look's shape of each verdict. */
export const VERDICT_SHAPES = {
  kept: 'kept',
  'kept-late': 'kept',
  missed: 'missed',
  'missed-not-reported': 'missed',
  unresolved: 'asked',
  released: 'let-go',
} as const;

function judged(judgement: Judgement, reader: Reader): string {
  const { verdict, at, how } = judgement;
  switch (verdict) {
    case 'missed':
      return how === 'reported'
        ? pages.state.missed(reader.day(at))
        : pages.state.missedByOther(reader.day(at));
    case 'kept':
    case 'kept-late':
      return pages.state[verdict](reader.day(at));
    case 'missed-not-reported':
    case 'unresolved':
    case 'released':
      return pages.state[verdict];
  }
}

function running({ due }: Commitment, reader: Reader): Phrase {
  const isPast = due !== undefined && momentOf(due) <= reader.now;
  return isPast ? pages.state.wasDue(reader.short(due)) : pages.state.agreed(due && reader.short(due));
}

/** How one commitment stands for its reader: a shape and words. */
export function State({ seen, reader }: { seen: Seen; reader: Reader }) {
  const { commitment, judgement } = seen;
  if (judgement)
    return <span class={`state ${VERDICT_SHAPES[judgement.verdict]}`}>{judged(judgement, reader)}</span>;
  const { state } = commitment.agreement;
  if (state !== 'agreed') return <span class="state asked">{pages.state[state]}</span>;
  return (
    <span class="state running">
      <span>
        <Told phrase={running(commitment, reader)} />
      </span>
    </span>
  );
}

function consequenceTold(consequence: Consequence, conversation: Conversation, seen: Seen, reader: Reader) {
  const { commitment } = seen;
  const owner = reader.named(commitment.owner);
  const speaker = reader.named(consequence.by);
  if (consequence.state === 'none') return terms.noConsequence(owner);
  if (consequence.state === 'agreed')
    return terms.agreed(consequence.words, speaker, reader.day(consequence.cause.at));
  return terms.proposed(consequence.words, speaker, accepterOf(consequence, conversation, seen, reader));
}

/** Who can accept a proposal: the other side; of a manager's own commitment, any one participant (rule 7). */
function accepterOf({ by }: Consequence, conversation: Conversation, seen: Seen, reader: Reader) {
  const { commitment } = seen;
  if (by !== commitment.owner) return reader.named(commitment.owner);
  const [first, ...rest] = otherSide(conversation, commitment);
  return first === undefined || rest.length > 0 ? { name: pages.anyParticipant } : reader.named(first);
}

function followedTold({ how, words, by: who }: FollowUp, reader: Reader): Phrase {
  return how === 'helps-instead' && who !== 'system'
    ? terms.said(words, reader.named(who))
    : terms.followUp[how === 'let-go' ? 'let-go' : 'follows'];
}

function Fact({ term, told }: { term: Phrase; told: Phrase | undefined }) {
  if (!told) return null;
  return (
    <div>
      <dt>
        <Told phrase={term} />
      </dt>
      <dd>
        <Told phrase={told} />
      </dd>
    </div>
  );
}

/** What a commitment is: from when, by when, how everybody knows, what follows. Only what its reader may see. */
export function CommitmentFacts(props: {
  seen: Seen;
  conversation: Conversation;
  reader: Reader;
  small?: boolean;
}) {
  const { seen, conversation, reader } = props;
  const { commitment, consequence } = seen;
  const started = commitment.start.dateOnly === true;
  const due = dueTold(reader, commitment);
  return (
    <dl class={props.small ? 'facts small' : 'facts'}>
      <Fact
        term={terms.from}
        told={
          started ? own(dayTold(commitment.start.wall.slice(0, 10), reader)) : reader.moment(commitment.start)
        }
      />
      <Fact term={due ? terms.until : terms.habit} told={due ?? terms.habitMeans} />
      {commitment.evidence !== '' && (
        <Fact
          term={terms.evidence}
          told={terms.said(commitment.evidence, reader.named(commitment.wordedBy))}
        />
      )}
      {consequence && (
        <Fact term={terms.ifMissed} told={consequenceTold(consequence, conversation, seen, reader)} />
      )}
      {commitment.celebration !== '' && (
        <div>
          <dt>
            <Told phrase={consequence ? terms.ifKept : terms.ifKeptAlone} />
          </dt>
          <dd>
            <Quote words={commitment.celebration} marked={true} />
          </dd>
        </div>
      )}
      {seen.askAnswer && seen.askAnswer.how !== '' && (
        <Fact term={tone.howTold} told={terms.said(seen.askAnswer.how, reader.named(commitment.owner))} />
      )}
      {seen.askAnswer && seen.askAnswer.help !== '' && (
        <Fact term={tone.helpTold} told={terms.said(seen.askAnswer.help, reader.named(commitment.owner))} />
      )}
      {seen.learned && (
        <Fact term={terms.changes} told={terms.said(seen.learned.words, reader.named(seen.learned.by))} />
      )}
      {seen.followUp && <Fact term={terms.followed} told={followedTold(seen.followUp, reader)} />}
      {commitment.partner !== undefined && (
        <Fact term={terms.partner} told={terms.partnerHelps(reader.named(commitment.partner))} />
      )}
    </dl>
  );
}
