import type { Seen } from '../../../functions/domain/visible.ts';
import { who } from '../../words/en/names.ts';
import { enPages } from '../../words/en-pages.ts';
import { CommitmentFacts, State } from '../parts/commitment-facts.tsx';
import { OwnRequests } from '../parts/own-requests.tsx';
import type { Reader } from '../parts/reader.ts';
import { Quote, Told } from '../parts/told.tsx';
import { WhyThisTone } from '../parts/tone-told.tsx';
import { Answers } from './answers.tsx';
import { AskForm } from './ask-form.tsx';
import { askedNow, isDue, meantFor } from './asked-now.ts';
import { ChangeForm, ConsequenceForms, DateForm, HelpedForm } from './change-forms.tsx';
import { ExplainFold, ExplainForm, type FormsProps, ReportForm } from './report-forms.tsx';

const { person: words } = enPages;

function ReportFold(props: FormsProps & { putRight?: boolean }) {
  return (
    <details class="fold" open={props.putRight && props.meant.kept === 'yes'}>
      <summary>
        <b>{props.putRight ? words.putRight : words.report}</b>
      </summary>
      <ReportForm {...props} />
    </details>
  );
}

function AskedNow(props: FormsProps) {
  switch (askedNow(props.commitment, props.reader, props.meant)) {
    case 'report':
      return <ReportForm {...props} />;
    case 'put-right':
      return <ReportForm {...props} putRight={true} />;
    case 'explain':
      return <ExplainForm {...props} />;
    case undefined:
      return null;
  }
}

function Running(props: FormsProps) {
  const asked = askedNow(props.commitment, props.reader, props.meant);
  return (
    <>
      {asked === undefined && <AskForm {...props} />}
      {asked === undefined && <ReportFold {...props} />}
      <WhyThisTone {...props} />
      <ConsequenceForms {...props} />
      <DateForm {...props} />
      <ChangeForm {...props} />
    </>
  );
}

function Judged(props: FormsProps) {
  switch (props.commitment.judgement?.verdict) {
    case 'kept':
    case 'kept-late':
      return (
        <>
          <HelpedForm {...props} />
          <ReportFold {...props} />
        </>
      );
    case 'missed':
      return (
        <>
          {askedNow(props.commitment, props.reader, props.meant) === undefined && <ExplainFold {...props} />}
          <ReportFold {...props} putRight={true} />
        </>
      );
    case 'unresolved':
      return <DateForm {...props} />;
    case 'missed-not-reported':
    case 'released':
    case undefined:
      return null;
  }
}

/** The three answers to one commitment: in the open where it is the only one, or the one that a link is about. */
function OwnAnswers(props: FormsProps & { alone: boolean }) {
  const { commitment, meant, alone, acting } = props;
  const named = meant.commitment === commitment.id;
  const answers = (
    <Answers
      {...props}
      commitments={[commitment]}
      meant={alone || named ? meant.answer : undefined}
      all={false}
    />
  );
  if (alone) return answers;
  const isRefusedHere = acting.refused?.form.endsWith(commitment.id) === true;
  return (
    <details class="fold" open={named || isRefusedHere}>
      <summary>
        <b>{words.only}</b>
      </summary>
      {answers}
    </details>
  );
}

/** Whether a link meant an answer to this commitment: then its buttons stand before the details. */
function isAnswerMeant({ commitment, reader, meant }: FormsProps, alone: boolean): boolean {
  const isOpen = commitment.agreement.state !== 'agreed' && !commitment.judgement;
  if (!isOpen || isDue(commitment, reader) || meant.answer === undefined) return false;
  return alone || meant.commitment === commitment.id;
}

/** What was said about how it ended; whose words they are where they are not the reader's. */
function Said({ judgement, reader }: { judgement: Seen['judgement']; reader: Reader }) {
  const reason = words.reasons.find(({ value }) => value === judgement?.reason);
  return (
    <>
      {reason && <p class="small quiet">{reason.label}</p>}
      {judgement && judgement.words !== '' && (
        <p class="quote">
          <Quote words={judgement.words} />
          {judgement.by !== reader.id && (
            <span class="by">
              <Told phrase={who(reader.named(judgement.by))} />
            </span>
          )}
        </p>
      )}
    </>
  );
}

/**
 * One of the reader's own commitments: what is asked of them now stands under its words, what it is below, and
 * whatever else they can say last. `open`: false once the conversation is over.
 */
export function OwnCommitment(props: { seen: Seen; alone: boolean; forms: FormsProps; open: boolean }) {
  const { seen, alone, open } = props;
  const { commitment } = seen;
  const { conversation, reader } = props.forms;
  const forms = { ...props.forms, meant: meantFor(commitment, props.forms.meant) };
  const answersFirst = open && isAnswerMeant(forms, alone);
  return (
    <li id={commitment.id}>
      <p class="aloud">
        <Quote words={commitment.action} />
      </p>
      <p>
        <State seen={seen} reader={reader} />
      </p>
      <Said judgement={commitment.judgement} reader={reader} />
      {open && <AskedNow {...forms} />}
      {answersFirst && <OwnAnswers {...forms} alone={true} />}
      <CommitmentFacts seen={seen} conversation={conversation} reader={reader} />
      <OwnRequests {...forms} />
      {open && (
        <div class="folds">
          {commitment.judgement ? (
            <Judged {...forms} />
          ) : commitment.agreement.state === 'agreed' ? (
            <Running {...forms} />
          ) : (
            <>
              {!answersFirst && !isDue(commitment, reader) && <OwnAnswers {...forms} alone={alone} />}
              <DateForm {...forms} />
            </>
          )}
        </div>
      )}
    </li>
  );
}
