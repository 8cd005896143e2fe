import type { Conversation } from '../../../functions/domain/conversation.ts';
import type { Seen } from '../../../functions/domain/visible.ts';
import { enPages } from '../../words/en-pages.ts';
import type { Acting } from '../parts/command-form.tsx';
import { CommitmentFacts, State } from '../parts/commitment-facts.tsx';
import type { Reader } from '../parts/reader.ts';
import { SaidForm } from '../parts/said-form.tsx';
import { Quote, Told } from '../parts/told.tsx';

const { person: words, manage, pages } = enPages;

function Contest({ seen, acting, reader }: { seen: Seen; acting: Acting; reader: Reader }) {
  const { id, owner } = seen.commitment;
  return (
    <SaidForm
      acting={acting}
      type="contest"
      about={id}
      hidden={{ commitment: id }}
      summary={words.contest}
      label={<Told phrase={words.contestLabel(reader.named(owner))} />}
      hint={pages.yourWords}
      button={words.sayIt}
    />
  );
}

/** What the others promised, as far as this reader may see it. */
export function OtherCommitments(props: {
  seen: readonly Seen[];
  conversation: Conversation;
  acting: Acting | undefined;
  reader: Reader;
}) {
  const { conversation, acting, reader } = props;
  return (
    <ul class="list">
      {props.seen.map((seen) => {
        const { owner } = seen.commitment;
        const kept = seen.judgement?.verdict === 'kept' || seen.judgement?.verdict === 'kept-late';
        return (
          <li key={seen.commitment.id} id={seen.commitment.id}>
            <div class="row">
              <h3>
                <Told phrase={manage.forWhom(reader.named(owner))} />
              </h3>
              {/* Their answers are theirs, and a missing state must not tell of a miss. */}
              {seen.judgement && <State seen={seen} reader={reader} />}
            </div>
            <p>
              <Quote words={seen.commitment.action} />
            </p>
            <CommitmentFacts seen={seen} conversation={conversation} reader={reader} small={true} />
            {acting && kept && owner === conversation.manager && owner !== reader.id && (
              <Contest seen={seen} acting={acting} reader={reader} />
            )}
          </li>
        );
      })}
    </ul>
  );
}
