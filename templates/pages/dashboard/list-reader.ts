import type { PersonId } from '../../../functions/domain/ids.ts';
import type { Instant } from '../../../functions/domain/instant.ts';
import type { Row } from '../../../functions/domain/row.ts';
import { called } from '../../parts/called.ts';
import type { Phrase } from '../../parts/phrase.ts';
import { teller } from '../../parts/teller.ts';
import { dates } from '../../words/en/dates.ts';
import type { Named } from '../../words/en/names.ts';
import { enPages } from '../../words/en-pages.ts';

type Due = NonNullable<Row['commitments'][number]['due']>;

/** A manager reading their lists: moments on their own clock. */
export type ListReader = {
  now: Instant;
  /** "Fri 8 Jan, 17:00". */
  brief: (at: Instant) => string;
  /** "Friday 8 January, 17:00". */
  dayTime: (at: Instant) => string;
  /** "Friday 8 January". */
  day: (at: Instant) => string;
  /** "Thursday" for one within a week, else the whole day. */
  near: (at: Instant) => string;
  time: (at: Instant) => string;
  month: (at: Instant) => string;
  /** Day, time and place, and the other zone where it reads differently. */
  moment: (due: Due) => Phrase;
  /** "11:00 in New York", where a due moment was meant on another clock. */
  elsewhere: (due: Due) => string | undefined;
  isToday: (at: Instant) => boolean;
};

export function listReader(now: Instant, zone: string): ListReader {
  const tell = teller(dates, now);
  const reading = (at: Instant) => tell.reading({ at, zone });
  return {
    now,
    brief: (at) => enPages.pages.brief(reading(at)),
    dayTime: (at) => dates.dayTime(reading(at)),
    day: (at) => dates.day(reading(at)),
    near: (at) => dates.weekday(reading(at), tell.nearness({ at, zone })),
    time: (at) => reading(at).time,
    month: (at) => reading(at).month,
    moment: (due) => tell.full({ at: due.at, zone, also: due.zone }),
    elsewhere: (due) => {
      const here = reading(due.at);
      const there = tell.reading({ at: due.at, zone: due.zone });
      if (here.day === there.day && here.time === there.time) return undefined;
      const told = here.day === there.day ? there.time : enPages.pages.brief(there);
      return enPages.dashboard.dueElsewhere(told, tell.place(due.zone));
    },
    isToday: (at) => tell.nearness({ at, zone }) === 'today',
  };
}

/** What the people of a conversation are called in its row; the manager is the reader. */
export function namesIn({ people, manager }: Row): (id: PersonId) => Named {
  const names = called(people.map(({ name }) => name));
  const nameOf = new Map(people.map(({ id }, index) => [id, names[index] ?? '']));
  return (id) => ({ name: nameOf.get(id) ?? '', you: id === manager });
}

/** Its participants by what they are called. */
export function participantsIn(row: Row): Named[] {
  const named = namesIn(row);
  return row.people.filter(({ partner }) => !partner).map(({ id }) => named(id));
}
