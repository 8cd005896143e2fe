import type { Commitment, Conversation } from '../../../functions/domain/conversation.ts';
import type { When } from '../../../functions/domain/facts.ts';
import type { PersonId } from '../../../functions/domain/ids.ts';
import type { Instant } from '../../../functions/domain/instant.ts';
import { momentOf } from '../../../functions/domain/moments.ts';
import { personOf } from '../../../functions/domain/parties.ts';
import { called } from '../../parts/called.ts';
import { own, type Phrase } from '../../parts/phrase.ts';
import { type Teller, teller } from '../../parts/teller.ts';
import { dates } from '../../words/en/dates.ts';
import type { Named } from '../../words/en/names.ts';
import { enPages } from '../../words/en-pages.ts';

/** Whoever reads a page: what others are called for them, and moments on their own clock. */
export type Reader = {
  id: PersonId;
  zone: string;
  now: Instant;
  named: (person: PersonId | 'system') => Named;
  /** "Wed 30 Dec, 15:00". */
  brief: (at: Instant) => string;
  /** "15:01". */
  time: (at: Instant) => string;
  /** "Wednesday 30 December". */
  day: (at: Instant) => string;
  /** "Wednesday 30 December, 15:00". */
  dayTime: (at: Instant) => string;
  /** Day, time and place; the other zone where it reads differently. */
  moment: (when: When, owner?: PersonId) => Phrase;
  /** Day and time without the place. */
  short: (when: When) => Phrase;
};

/** One person as reader of their conversation at a moment. */
export function readerOf(conversation: Conversation, id: PersonId, now: Instant): Reader {
  const { zone } = personOf(conversation, id);
  const names = called(conversation.people.map((person) => person.name));
  const nameOf = new Map(
    conversation.people.map((person, index) => [person.id, names[index] ?? person.name]),
  );
  const named = (person: PersonId | 'system'): Named =>
    person === 'system'
      ? { name: enPages.pages.product }
      : { name: nameOf.get(person) ?? person, you: person === id };
  const tell: Teller = teller(dates, now);
  const reading = (at: Instant) => tell.reading({ at, zone });
  const dayTime = (at: Instant) => dates.dayTime(reading(at));
  return {
    id,
    zone,
    now,
    named,
    brief: (at) => enPages.pages.brief(reading(at)),
    time: (at) => reading(at).time,
    day: (at) => dates.day(reading(at)),
    dayTime,
    moment: (when, owner) =>
      tell.full({
        at: momentOf(when),
        zone,
        also: when.zone,
        ...(when.dateOnly && owner !== undefined ? { endOfDayOf: named(owner) } : {}),
      }),
    short: (when) => own(dayTime(momentOf(when))),
  };
}

/** When a commitment is due, as its reader sees it; undefined for a habit. */
export function dueTold(reader: Reader, commitment: Commitment): Phrase | undefined {
  return commitment.due && reader.moment(commitment.due, commitment.owner);
}
