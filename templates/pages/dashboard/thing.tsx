import type { Row } from '../../../functions/domain/row.ts';
import { own } from '../../parts/phrase.ts';
import { enPages } from '../../words/en-pages.ts';
import { Quote, Told } from '../parts/told.tsx';
import { moveTold, wrapUpTold } from './check-in-thing.tsx';
import { namesIn } from './list-reader.ts';
import { CommandButton } from './one-tap.tsx';
import { Leads, type NeedOf, pageOf, type Saying, type ThingProps } from './saying.tsx';

const { dashboard: words } = enPages;

function actionOf(row: Row, id: string): string {
  return row.commitments.find((commitment) => commitment.id === id)?.action ?? '';
}

function askedTold(need: NeedOf<'change-asked'>, { thing, reader, tokenOf }: ThingProps): Saying {
  const { row } = thing;
  const { commitment, request, kind, due } = need;
  const about = `${commitment}-${request}`;
  const link = `${pageOf(row)}?${new URLSearchParams({ commitment, change: about })}`;
  const asker = namesIn(row)(need.by);
  // One tap is enough where all that was asked stands here, and saying yes is all there is to do.
  const mayAccept = kind !== 'words' && need.isWhole && (due === undefined || due.at > reader.now);
  return {
    head: <Told phrase={words.asks(asker, kind, due ? reader.moment(due) : own(''))} />,
    words: (
      <>
        {need.words !== '' && (
          <p class="quote">
            <Quote words={need.words} /> <Told phrase={[words.by(asker)]} />
          </p>
        )}
        <p class="small quiet">
          <Told phrase={words.about(actionOf(row, commitment))} />
        </p>
      </>
    ),
    acts: mayAccept ? (
      <>
        <CommandButton
          row={row}
          token={tokenOf(row.conversation)}
          type="answer-change"
          about={about}
          fields={{ commitment, request: String(request), accept: 'yes', words: '' }}
          label={words.act.accept}
          primary={true}
        />
        <Leads to={link} label={words.act.talk} row={row} plain={true} />
      </>
    ) : (
      <Leads to={link} label={words.act.answer} row={row} />
    ),
  };
}

function ownDueTold(need: NeedOf<'own-due' | 'own-unanswered' | 'verdict'>, props: ThingProps): Saying {
  const { thing, reader, tokenOf } = props;
  const { row } = thing;
  const { commitment } = need;
  const due = row.commitments.find(({ id }) => id === commitment)?.due;
  const isAhead = due !== undefined && due.at > reader.now;
  const head = isAhead
    ? words.ownToday(reader.time(due.at))
    : words.ownPassed(due === undefined ? '' : reader.dayTime(due.at));
  return {
    head,
    words: <Action row={row} commitment={commitment} />,
    acts: (
      <>
        <CommandButton
          row={row}
          token={tokenOf(row.conversation)}
          type="report"
          about={commitment}
          fields={{ commitment, kept: 'yes', words: '' }}
          label={words.act.done}
        />
        <Leads
          to={`${pageOf(row)}?commitment=${commitment}`}
          label={words.act.notYet}
          row={row}
          plain={true}
        />
      </>
    ),
  };
}

function Action({ row, commitment }: { row: Row; commitment: string }) {
  return (
    <p>
      <Quote words={actionOf(row, commitment)} />
    </p>
  );
}

function commitmentTold(need: NeedOf<'own-due' | 'own-unanswered' | 'verdict'>, props: ThingProps): Saying {
  if (need.code === 'own-due') return ownDueTold(need, props);
  const { row } = props.thing;
  const commitment = row.commitments.find(({ id }) => id === need.commitment);
  const link = `${pageOf(row)}?commitment=${need.commitment}`;
  const owner = namesIn(row)(commitment?.owner ?? row.manager);
  return {
    head: need.code === 'verdict' ? <Told phrase={words.verdict(owner)} /> : words.ownUnanswered,
    words: <Action row={row} commitment={need.commitment} />,
    acts: <Leads to={link} label={need.code === 'verdict' ? words.act.end : words.act.answer} row={row} />,
  };
}

function personTold(need: NeedOf<'unanswered' | 'address-failed'>, { thing, reader }: ThingProps): Saying {
  const { row } = thing;
  const person = namesIn(row)(need.person);
  const print = `${pageOf(row)}/recap/${need.person}`;
  if (need.code === 'unanswered')
    return {
      head: <Told phrase={words.unanswered(person)} />,
      quiet: words.unansweredHint,
      acts: (
        <>
          <Leads to={pageOf(row)} label={words.act.look} row={row} />
          <Leads to={print} label={words.act.print} row={row} plain={true} />
        </>
      ),
    };
  return {
    head: <Told phrase={words.failed(person)} />,
    words: (
      <p class="fault state">
        <span>{words.failedSince[need.why ?? 'bounced'](reader.dayTime(need.from))}</span>
      </p>
    ),
    acts: (
      <>
        <Leads
          to={`${pageOf(row)}?person=${need.person}#correct-address-${need.person}`}
          label={words.act.address}
          row={row}
        />
        <Leads to={print} label={words.act.print} row={row} plain={true} />
      </>
    ),
  };
}

function told(props: ThingProps): Saying {
  const { need } = props.thing;
  switch (need.code) {
    case 'change-asked':
      return askedTold(need, props);
    case 'own-due':
    case 'own-unanswered':
    case 'verdict':
      return commitmentTold(need, props);
    case 'unanswered':
    case 'address-failed':
      return personTold(need, props);
    case 'declined':
    case 'time-proposed':
      return moveTold(need, props);
    case 'wrap-up':
      return wrapUpTold(need, props);
  }
}

/** One thing that needs the manager: what it is, in whose words, and what to do about it. */
export function ThingItem(props: ThingProps) {
  const { row } = props.thing;
  const { head, words: said, quiet, acts } = told(props);
  return (
    <li class="act">
      <div class="stack-s">
        <h2 class="h3">
          <a class="head" href={pageOf(row)}>
            {head}
          </a>
        </h2>
        {said}
        <p class="small quiet">
          <bdi>{row.title}</bdi>
          {quiet !== undefined && <>. {quiet}</>}
        </p>
      </div>
      <div class="row small">{acts}</div>
    </li>
  );
}
