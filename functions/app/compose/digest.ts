import type { Digest, DigestNeed } from '../../../templates/mail/sections/digest.ts';
import { namesIn, participantsIn } from '../../../templates/pages/dashboard/list-reader.ts';
import type { Moment } from '../../../templates/parts/moment.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Thing } from '../../domain/overview/things.ts';
import type { Ahead, KeptThen } from '../../domain/overview/week.ts';
import type { Row, RowCommitment } from '../../domain/row.ts';
import type { Scope } from './scope.ts';

/** What one reads on a phone without scrolling for long; the page has all of it. */
const NEEDS = 6;
const AHEAD = 8;
const KEPT = 6;

type Telling = { zone: string; today: string };

const person = (row: Row, id: PersonId) => namesIn(row)(id);

function dueOn({ zone }: Telling, due: NonNullable<RowCommitment['due']>): Moment {
  return { at: due.at, zone, also: due.zone };
}

function need({ row, need: one }: Thing, telling: Telling): DigestNeed {
  const { zone, today } = telling;
  const page = `${today}conversations/${row.conversation}`;
  const about = row.title;
  const at = (moment: Instant): Moment => ({ at: moment, zone });
  const commitment =
    'commitment' in one ? row.commitments.find(({ id }) => id === one.commitment) : undefined;
  const to = commitment ? `${page}?commitment=${commitment.id}` : page;
  switch (one.code) {
    case 'change-asked': {
      const link = `${page}?${new URLSearchParams({ commitment: one.commitment, change: `${one.commitment}-${one.request}` })}`;
      const due = one.due && { at: dueOn(telling, one.due) };
      return { code: one.code, about, to: link, person: person(row, one.by), asks: one.kind, ...due };
    }
    case 'declined':
    case 'time-proposed': {
      const talk = row.checkIns.find(({ id }) => id === one.checkIn);
      const when = one.code === 'declined' ? (talk?.at ?? one.from) : one.proposed;
      const link = `${page}#move-check-in-${one.checkIn}`;
      return { code: one.code, about, to: link, person: person(row, one.person), at: at(when) };
    }
    case 'verdict':
      return { code: one.code, about, to, person: person(row, commitment?.owner ?? row.manager) };
    case 'unanswered':
      return { code: one.code, about, to: page, person: person(row, one.person) };
    case 'address-failed': {
      const link = `${page}?person=${one.person}#correct-address-${one.person}`;
      return { code: one.code, about, to: link, person: person(row, one.person) };
    }
    case 'wrap-up': {
      const talk = row.checkIns.find(({ id }) => id === one.checkIn);
      const when = talk && { at: at(talk.at) };
      return { code: one.code, about, to: `${page}/check-in`, people: participantsIn(row), ...when };
    }
    case 'own-due':
      return { code: one.code, about, to, ...(commitment?.due && { at: dueOn(telling, commitment.due) }) };
    case 'own-unanswered':
      return { code: one.code, about, to };
  }
}

function ahead(one: Ahead, telling: Telling): Digest['ahead'][number] {
  if (one.is === 'talk') {
    const at = { at: one.at, zone: telling.zone };
    return { is: 'talk', at, about: one.row.title, minutes: one.minutes };
  }
  const { row, commitment } = one;
  const at = commitment.due ? dueOn(telling, commitment.due) : { at: one.at, zone: telling.zone };
  return { is: 'due', at, words: commitment.action, owner: person(row, commitment.owner) };
}

function kept({ row, commitment }: KeptThen): Digest['kept'][number] {
  return { words: commitment.action, owner: person(row, commitment.owner) };
}

const beyond = (all: readonly unknown[], shown: number) => Math.max(0, all.length - shown);

/** The manager's week in a mail: what needs them first, then what comes, then what was kept. */
export function digestSection({ week, reader, today }: Scope): Digest {
  if (!week || today === undefined) throw new RangeError('a digest tells of a week');
  const telling = { zone: reader.zone, today };
  return {
    kind: 'digest',
    needs: week.things.slice(0, NEEDS).map((thing) => need(thing, telling)),
    ahead: week.ahead.slice(0, AHEAD).map((one) => ahead(one, telling)),
    kept: week.kept.slice(0, KEPT).map(kept),
    more: {
      needs: beyond(week.things, NEEDS),
      ahead: beyond(week.ahead, AHEAD),
      kept: beyond(week.kept, KEPT),
    },
    today,
  };
}
