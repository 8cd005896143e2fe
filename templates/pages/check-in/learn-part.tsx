import type { Commitment } from '../../../functions/domain/conversation.ts';
import { visibleTo } from '../../../functions/domain/visible.ts';
import { enPages } from '../../words/en-pages.ts';
import { State } from '../parts/commitment-facts.tsx';
import { WordsField } from '../parts/field.tsx';
import { dueTold, type Reader } from '../parts/reader.ts';
import { Quote, Told } from '../parts/told.tsx';
import { AfterMiss } from './after-miss.tsx';
import { canStillAgree, Ending, type OneProps } from './ending.tsx';
import { type PartProps, TALK_FORM } from './talk-data.ts';

const { checkIn: words, manage, conversation: page, tone } = enPages;

function WhatWasSaid({ commitment, reader }: { commitment: Commitment; reader: Reader }) {
  const { judgement } = commitment;
  const reason = manage.reasons.find(({ value }) => value === judgement?.reason)?.label;
  if (!judgement || (judgement.words === '' && reason === undefined)) return null;
  return (
    <p class="quote">
      {judgement.words !== '' && <Quote words={judgement.words} />}
      <span class="by">
        <Told phrase={manage.forWhom(reader.named(judgement.by))} />
        {reason !== undefined && `: ${reason}`}
      </span>
    </p>
  );
}

/** What its owner said to the ask: how they do it, and what help they need. */
function WhatHelps({ commitment: { askAnswer } }: { commitment: Commitment }) {
  if (!askAnswer) return null;
  const said = [
    { label: tone.howTold, words: askAnswer.how },
    { label: tone.helpTold, words: askAnswer.help },
  ];
  return (
    <>
      {said.map(
        ({ label, words: typed }) =>
          typed !== '' && (
            <p key={typed} class="quote">
              <Quote words={typed} />
              <span class="by">
                <Told phrase={label} />
              </span>
            </p>
          ),
      )}
    </>
  );
}

function Head({ seen, reader }: OneProps) {
  const { commitment } = seen;
  const due = dueTold(reader, commitment);
  return (
    <>
      <div class="row">
        <h3>
          <Told phrase={manage.forWhom(reader.named(commitment.owner))} />
        </h3>
        <State seen={seen} reader={reader} />
      </div>
      <p class="aloud">
        <Quote words={commitment.action} />
      </p>
      {due && (
        <p class="small quiet">
          <Told phrase={page.wasDue(due)} />
        </p>
      )}
      <WhatHelps commitment={commitment} />
    </>
  );
}

function questionFor(commitment: Commitment, reader: Reader) {
  if (canStillAgree(commitment, reader)) return words.askAnswer;
  return commitment.habit ? words.askHabit : words.askLearn;
}

function ToLearnFrom(props: OneProps) {
  const { seen, reader, typed } = props;
  const { commitment } = seen;
  return (
    <li id={commitment.id}>
      <Head {...props} />
      <WhatWasSaid commitment={commitment} reader={reader} />
      <p class="ask">
        <Told phrase={questionFor(commitment, reader)(reader.named(commitment.owner))} />
      </p>
      <WordsField
        typed={typed}
        form={TALK_FORM}
        name={`${commitment.id}.learned`}
        label={words.learned}
        optional={true}
      />
      <AfterMiss {...props} />
      <Ending {...props} />
    </li>
  );
}

function Running(props: OneProps) {
  const { seen, reader, typed } = props;
  const { id } = seen.commitment;
  const touched = ['verdict', 'dueBy'].some((field) => typed.value(`${id}.${field}`) !== '');
  const wrong = ['verdict', 'dueBy'].some((field) => typed.error(`${id}.${field}`) !== undefined);
  return (
    <li id={id}>
      <div class="row">
        <h3>
          <Told phrase={manage.forWhom(reader.named(seen.commitment.owner))} />
        </h3>
        <State seen={seen} reader={reader} />
      </div>
      <p class="quote">
        <Quote words={seen.commitment.action} />
      </p>
      <WhatHelps commitment={seen.commitment} />
      <details class="fold" open={touched || wrong}>
        <summary>
          <b>{words.endsAlready}</b>
        </summary>
        <div class="stack">
          <Ending {...props} />
        </div>
      </details>
    </li>
  );
}

function Brought({ data, reader }: PartProps) {
  const notes = data.conversation.notes.filter(({ about }) => about === 'check-in');
  if (notes.length === 0) return null;
  return (
    <>
      <h3>{words.brought}</h3>
      {notes.map((note) => (
        <p key={note.fact} class="quote">
          <Quote words={note.words} />
          <span class="by">
            <Told phrase={manage.forWhom(reader.named(note.by))} />
          </span>
        </p>
      ))}
    </>
  );
}

/** What was missed or is open: what to learn from it, and how it ends; then what still runs. */
export function LearnPart(props: PartProps) {
  const { data, reader } = props;
  const seen = visibleTo(data.conversation, reader.id);
  const those = (commitments: readonly Commitment[]) =>
    seen.filter(({ commitment }) => commitments.includes(commitment));
  const learn = those(data.agenda.learn);
  const running = those(data.agenda.running);
  return (
    <section class="part margin" id="learn" aria-labelledby="h-learn">
      <h2 id="h-learn">{words.learn}</h2>
      <div class="stack">
        {learn.length === 0 ? (
          <p class="ask">{words.nothingToLearn}</p>
        ) : (
          <ul class="list">
            {learn.map((one) => (
              <ToLearnFrom key={one.commitment.id} {...props} seen={one} />
            ))}
          </ul>
        )}
        <Brought {...props} />
        {running.length > 0 && (
          <>
            <h3>{words.running}</h3>
            <p class="hint">{words.runningHint}</p>
            <ul class="list">
              {running.map((one) => (
                <Running key={one.commitment.id} {...props} seen={one} />
              ))}
            </ul>
          </>
        )}
      </div>
    </section>
  );
}
