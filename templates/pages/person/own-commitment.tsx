import type { Commitment } from '../../../functions/domain/conversation.ts';
import { dueOf } from '../../../functions/domain/moments.ts';
import { decidersOf, openRequests } from '../../../functions/domain/parties.ts';
import type { Seen } from '../../../functions/domain/visible.ts';
import { enPages } from '../../words/en-pages.ts';
import { CommitmentFacts, State } from '../parts/commitment-facts.tsx';
import type { Reader } from '../parts/reader.ts';
import { Quote, Told } from '../parts/told.tsx';
import { Answers } from './answers.tsx';
import {
  ChangeForm,
  ConsequenceForms,
  DateForm,
  ExplainForm,
  type FormsProps,
  HelpedForm,
  ReportForm,
} from './report-forms.tsx';

const { person: words } = enPages;

export function isDue(commitment: Commitment, reader: Reader): boolean {
  const due = dueOf(commitment);
  return due !== undefined && due <= reader.now;
}

/** What the reader asked and nobody has answered yet. */
function OwnRequests({ commitment, conversation, reader }: FormsProps) {
  const asked = openRequests(commitment).filter((request) => request.by === reader.id);
  return (
    <>
      {asked.map((request) => {
        const [decider] = decidersOf(conversation, commitment, request);
        return (
          <div key={request.fact} class="stack-s">
            <p>
              {words.asked[request.kind]}
              {request.kind === 'date' && (
                <>
                  : <Told phrase={reader.moment(request.due, commitment.owner)} />
                </>
              )}
            </p>
            {request.words !== '' && (
              <p class="quote">
                <Quote words={request.words} />
              </p>
            )}
            {decider !== undefined && (
              <p class="small quiet">
                <Told phrase={words.waiting(reader.named(decider))} />
              </p>
            )}
          </div>
        );
      })}
    </>
  );
}

function Running(props: FormsProps) {
  const { commitment, reader, meant } = props;
  const asked = isDue(commitment, reader) || meant.kept !== undefined || meant.reason !== undefined;
  return (
    <>
      {asked ? (
        <ReportForm {...props} />
      ) : (
        <details class="fold">
          <summary>
            <b>{words.report}</b>
          </summary>
          <ReportForm {...props} />
        </details>
      )}
      <ConsequenceForms {...props} />
      <DateForm {...props} />
      <ChangeForm {...props} />
    </>
  );
}

function Judged(props: FormsProps) {
  const { commitment } = props;
  const { judgement } = commitment;
  switch (judgement?.verdict) {
    case 'kept':
    case 'kept-late':
      return (
        <>
          <HelpedForm {...props} />
          <details class="fold">
            <summary>
              <b>{words.report}</b>
            </summary>
            <ReportForm {...props} />
          </details>
        </>
      );
    case 'missed':
      return (
        <>
          <ExplainForm {...props} />
          <details class="fold" open={props.meant.kept === 'yes'}>
            <summary>
              <b>{words.putRight}</b>
            </summary>
            <ReportForm {...props} putRight={true} />
          </details>
        </>
      );
    case 'missed-not-reported':
      return <ReportForm {...props} putRight={true} />;
    case 'unresolved':
      return (
        <>
          <ReportForm {...props} />
          <DateForm {...props} />
        </>
      );
    case 'released':
    case undefined:
      return null;
  }
}

function Asked(props: FormsProps & { alone: boolean }) {
  const { commitment, reader, meant, alone } = props;
  if (isDue(commitment, reader))
    return (
      <>
        <ReportForm {...props} />
        <DateForm {...props} />
      </>
    );
  const named = meant.commitment === commitment.id;
  const answers = (
    <Answers
      {...props}
      commitments={[commitment]}
      meant={alone || named ? meant.answer : undefined}
      all={false}
    />
  );
  return (
    <>
      {alone ? (
        answers
      ) : (
        <details class="fold" open={named || isRefusedHere(props)}>
          <summary>
            <b>{words.only}</b>
          </summary>
          {answers}
        </details>
      )}
      <DateForm {...props} />
    </>
  );
}

function isRefusedHere({ acting, commitment }: FormsProps): boolean {
  return acting.refused?.form.endsWith(commitment.id) === true;
}

/** One of the reader's own commitments and whatever they can say about it now. `forms` is absent once it is over. */
export function OwnCommitment(props: { seen: Seen; alone: boolean; forms: FormsProps; open: boolean }) {
  const { seen, alone, open } = props;
  const { commitment } = seen;
  const { conversation, reader, meant } = props.forms;
  const about = meant.commitment === undefined || meant.commitment === commitment.id;
  const unmeant = {
    ...meant,
    kept: undefined,
    reason: undefined,
    date: false,
    helped: false,
    consequence: false,
  };
  const forms = { ...props.forms, meant: about ? meant : unmeant };
  const answered = commitment.agreement.state === 'agreed';
  return (
    <li id={commitment.id}>
      <p class="aloud">
        <Quote words={commitment.action} />
      </p>
      <p>
        <State seen={seen} reader={reader} />
      </p>
      {commitment.judgement && commitment.judgement.words !== '' && (
        <p class="quote">
          <Quote words={commitment.judgement.words} />
        </p>
      )}
      <CommitmentFacts seen={seen} conversation={conversation} reader={reader} />
      <OwnRequests {...forms} />
      {open && (
        <div class="folds">
          {commitment.judgement ? (
            <Judged {...forms} />
          ) : answered ? (
            <Running {...forms} />
          ) : (
            <Asked {...forms} alone={alone} />
          )}
        </div>
      )}
    </li>
  );
}
