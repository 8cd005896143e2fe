import type { Section } from '../../../templates/mail/section.ts';
import type { InvitationAnswer, Wrote } from '../../domain/check-in.ts';
import type { Delivery } from '../../domain/delivery.ts';
import { freeSlots } from '../../domain/free-slots.ts';
import { otherTimes } from '../../domain/other-times.ts';
import { wallOf } from '../../domain/wall-time.ts';
import { localAt } from '../../domain/zone.ts';
import { checkInAbout, momentFor, named, type Scope, typedMoment } from './scope.ts';

/** The calendar's answer that a delivery tells of. */
export function answerAbout({ conversation }: Scope, delivery: Delivery): InvitationAnswer {
  const found = conversation.invitationAnswers.find(({ fact }) => fact === delivery.fact);
  if (!found) throw new RangeError(`${delivery.key} is about no answer`);
  return found;
}

/** The mail that a delivery passes on. */
export function mailAbout({ conversation }: Scope, delivery: Delivery): Wrote {
  const found = conversation.wrote.find(({ fact }) => fact === delivery.fact);
  if (!found) throw new RangeError(`${delivery.key} is about no mail`);
  return found;
}

// As many as one reads at a glance; the page has more.
const SLOTS = 3;

/** Who cannot come, and when everybody works instead: a mail is composed without asking calendars. */
export function declinedSection(scope: Scope, delivery: Delivery): Section {
  const { conversation, reader, sentAt } = scope;
  const { person, at } = answerAbout(scope, delivery);
  const checkIn = checkInAbout(scope, delivery);
  const { zone } = conversation;
  const asked = otherTimes(conversation, checkIn, checkIn.minutes, sentAt);
  const { slots } = freeSlots({ ...asked, busy: undefined });
  return {
    kind: 'declined',
    person: named(scope, person),
    checkIn: checkIn.id,
    talk: typedMoment(scope, checkIn.at),
    at: momentFor(scope, at),
    slots: slots.slice(0, SLOTS).map((slot) => ({
      wall: wallOf(localAt(zone, slot)),
      moment: { at: slot, zone: reader.zone, also: zone },
    })),
    looks: scope.hasCalendar === true,
  };
}

/** What somebody wrote, as they wrote it. */
export function wroteSection(scope: Scope, delivery: Delivery): Section {
  const { person, isTheirs, words, files, at, checkIn, proposed } = mailAbout(scope, delivery);
  return {
    kind: 'wrote',
    person: named(scope, person),
    proved: isTheirs,
    ...(words === '' ? {} : { words }),
    files: [...files],
    at: momentFor(scope, at),
    checkIn,
    ...(proposed === undefined ? {} : { proposed: momentFor(scope, proposed) }),
  };
}
