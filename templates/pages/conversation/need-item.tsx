import type { Child } from 'hono/jsx';
import type { Commitment, Conversation } from '../../../functions/domain/conversation.ts';
import type { PersonId } from '../../../functions/domain/ids.ts';
import type { Need } from '../../../functions/domain/needs.ts';
import { checkInOf, commitmentOf } from '../../../functions/domain/parties.ts';
import { own } from '../../parts/phrase.ts';
import { enPages } from '../../words/en-pages.ts';
import { formName } from '../parts/command-form.tsx';
import { dueTold, type Reader } from '../parts/reader.ts';
import { Quote, Told } from '../parts/told.tsx';
import { isCrowded } from './crowd.ts';

const { conversation: words, dashboard } = enPages;

type Props = { need: Need; conversation: Conversation; reader: Reader; ends: readonly Commitment[] };
type Of<C extends Need['code']> = Omit<Props, 'need'> & { need: Extract<Need, { code: C }> };

function Head({ to, children }: { to: string; children: Child }) {
  return (
    <p>
      <a class="head" href={to}>
        {children}
      </a>
    </p>
  );
}

/** Where on the page something about one commitment or person is done: a crowded page shows its forms when asked. */
function placeOf(conversation: Conversation, what: 'commitment' | 'person', id: string, place = id): string {
  return isCrowded(conversation) ? `?${what}=${id}#${place}` : `#${place}`;
}

function End({ need, conversation, reader }: Of<'verdict' | 'own-due' | 'own-unanswered'>) {
  const commitment = commitmentOf(conversation, need.commitment);
  if (!commitment) return null;
  const due = dueTold(reader, commitment);
  const { owner, agreement, judgement } = commitment;
  const isAsked = owner !== reader.id && agreement.state === 'agreed' && judgement === undefined;
  return (
    <li>
      <Head to={placeOf(conversation, 'commitment', commitment.id)}>
        {need.code === 'own-unanswered' ? (
          dashboard.ownUnanswered
        ) : (
          <Told phrase={words.end(reader.named(owner))} />
        )}
      </Head>
      <p>
        <Quote words={commitment.action} />
      </p>
      {due && need.code !== 'own-unanswered' && (
        <p class="small quiet">
          <Told phrase={words.wasDue(due)} />
        </p>
      )}
      {isAsked && (
        <p class="small quiet">
          <Told phrase={words.isAsked(reader.named(owner))} />
        </p>
      )}
    </li>
  );
}

function Move({ need, conversation, reader }: Of<'declined' | 'time-proposed'>) {
  const checkIn = checkInOf(conversation, need.checkIn);
  if (!checkIn) return null;
  const person = reader.named(need.person);
  const stands = reader.short(checkIn.at);
  return (
    <li>
      <Head to={`#${formName('move-check-in', need.checkIn)}`}>
        <Told
          phrase={
            need.code === 'declined'
              ? words.declined(person, stands)
              : words.timeProposed([person], own(reader.dayTime(need.proposed)))
          }
        />
      </Head>
      <p class="small quiet">
        {need.code === 'declined' ? words.chooseAnother : <Told phrase={words.instead(stands)} />}
      </p>
    </li>
  );
}

/** What helps whoever mail does not reach, or whom it does not move to answer. */
function Print({ conversation, person }: { conversation: Conversation; person: PersonId }) {
  return <a href={`/conversations/${conversation.id}/recap/${person}`}>{enPages.manage.print}</a>;
}

function Unanswered({ need: { person }, conversation, reader }: Of<'unanswered'>) {
  return (
    <li>
      <Head to={placeOf(conversation, 'person', person, formName('said-in-person', person))}>
        <Told phrase={dashboard.unanswered(reader.named(person))} />
      </Head>
      <p class="small quiet">{dashboard.unansweredHint}</p>
      <p class="small">
        <Print conversation={conversation} person={person} />
      </p>
    </li>
  );
}

function AddressFailed({ need, conversation, reader }: Of<'address-failed'>) {
  const { person, why, from } = need;
  const correct = `#${formName('correct-address', person)}`;
  return (
    <li>
      <Head to={correct}>
        <Told phrase={dashboard.failed(reader.named(person))} />
      </Head>
      <p class="fault state">
        <span>{dashboard.failedSince[why](reader.dayTime(from))}</span>
      </p>
      <div class="row small">
        <a class="button" href={correct}>
          {enPages.manage.correctAddress}
        </a>
        <Print conversation={conversation} person={person} />
      </div>
    </li>
  );
}

function WrapUp({ conversation, reader, ends }: Of<'wrap-up'>) {
  const verdicts = ends.filter(({ owner }) => owner !== conversation.manager);
  return (
    <li>
      <Head to={`/conversations/${conversation.id}/check-in`}>{words.wrapUp}</Head>
      {verdicts.map(({ id, owner, action }) => (
        <p key={id} class="small">
          <a href={placeOf(conversation, 'commitment', id)}>
            <Told phrase={words.end(reader.named(owner))} />
          </a>{' '}
          <Quote words={action} />
        </p>
      ))}
      <p class="small quiet">{words.orClose}</p>
    </li>
  );
}

/** One thing that waits for the manager, with where it is done; what was asked has a form of its own. */
export function NeedItem({ need, ...props }: Props) {
  switch (need.code) {
    case 'change-asked':
      return null;
    case 'verdict':
    case 'own-due':
    case 'own-unanswered':
      return <End need={need} {...props} />;
    case 'declined':
    case 'time-proposed':
      return <Move need={need} {...props} />;
    case 'unanswered':
      return <Unanswered need={need} {...props} />;
    case 'address-failed':
      return <AddressFailed need={need} {...props} />;
    case 'wrap-up':
      return <WrapUp need={need} {...props} />;
  }
}
