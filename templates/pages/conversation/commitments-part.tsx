import type { Commitment, Conversation } from '../../../functions/domain/conversation.ts';
import { type Seen, visibleTo } from '../../../functions/domain/visible.ts';
import { enPages } from '../../words/en-pages.ts';
import type { Acting } from '../parts/command-form.tsx';
import { CommitmentFacts, State } from '../parts/commitment-facts.tsx';
import type { DraftData } from '../parts/conversation-data.ts';
import { OwnRequests } from '../parts/own-requests.tsx';
import type { Reader } from '../parts/reader.ts';
import { Quote, Told } from '../parts/told.tsx';
import { AfterMiss } from './after-miss.tsx';
import { showsForms } from './crowd.ts';
import { OwnForms } from './own-forms.tsx';
import { OwnerForms } from './owner-forms.tsx';
import { ToneDraft } from './tone-draft.tsx';

const { manage, conversation: words } = enPages;

function Judged({ seen, reader }: { seen: Seen; reader: Reader }) {
  const { judgement, commitment } = seen;
  const reason = manage.reasons.find(({ value }) => value === judgement?.reason);
  return (
    <>
      {judgement && judgement.words !== '' && (
        <p>
          <Quote words={judgement.words} />{' '}
          <span class="by">
            <Told phrase={manage.forWhom(reader.named(judgement.by))} />
          </span>
        </p>
      )}
      {reason && <p class="small quiet">{reason.label}</p>}
      {commitment.helped !== '' && (
        <p>
          {manage.helpedBy} <Quote words={commitment.helped} />
        </p>
      )}
    </>
  );
}

/** Every commitment with its owner, how it stands, and what can be done about it; the one that is meant stands first. */
export function CommitmentsPart(props: {
  conversation: Conversation;
  acting: Acting | undefined;
  reader: Reader;
  meant: string | undefined;
  drafts: readonly DraftData[];
  /** Those that wait for a word on how they ended: theirs is unfolded. */
  ends: readonly Commitment[];
}) {
  const { conversation, acting, reader, meant, ends, drafts } = props;
  const seen = visibleTo(conversation, reader.id);
  const first = seen.filter(({ commitment }) => commitment.id === meant);
  const rest = seen.filter(({ commitment }) => commitment.id !== meant);
  return (
    <ul class="list">
      {[...first, ...rest].map((seen) => {
        const { commitment, mine } = seen;
        const draft = drafts.find((one) => one.commitment === commitment.id);
        const open = (ends.includes(commitment) || meant === commitment.id) && !acting?.refused;
        return (
          <li key={commitment.id} id={commitment.id}>
            <div class="row">
              <h3>
                <Told phrase={manage.forWhom(reader.named(commitment.owner))} />
              </h3>
              <State seen={seen} reader={reader} />
            </div>
            <p class="quote">
              <Quote words={commitment.action} />
            </p>
            <CommitmentFacts seen={seen} conversation={conversation} reader={reader} small={true} />
            <Judged seen={seen} reader={reader} />
            <OwnRequests commitment={commitment} conversation={conversation} reader={reader} />
            {acting && draft && (
              <ToneDraft
                commitment={commitment}
                conversation={conversation}
                draft={draft}
                acting={acting}
                reader={reader}
              />
            )}
            {acting && !showsForms(conversation, commitment.id, meant, acting) && (
              <p>
                <a href={`?commitment=${commitment.id}#${commitment.id}`}>{words.can}</a>
              </p>
            )}
            {acting &&
              showsForms(conversation, commitment.id, meant, acting) &&
              (mine ? (
                <OwnForms {...{ commitment, conversation, acting, reader, open }} />
              ) : (
                <OwnerForms {...{ commitment, conversation, acting, reader, open }} />
              ))}
            {acting && showsForms(conversation, commitment.id, meant, acting) && (
              <AfterMiss
                commitment={commitment}
                conversation={conversation}
                acting={acting}
                reader={reader}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}
