import { makeMicrosoftCalendar } from '../../functions/adapters/microsoft-calendar.ts';
import { instant } from '../../functions/domain/instant.ts';
import { momentOf } from '../../infra/local/microsoft/graph-event-schema.ts';
import { startMicrosoft } from '../../infra/local/microsoft/graph-server.ts';
import { makeApplication } from '../../infra/local/microsoft/make-application.ts';
import { temporaryFolder } from '../local/local-system.ts';
import type { CalendarUnderTest } from './calendar.contract.ts';
import { isUser, STRANGER, startCalendarFront } from './calendar-front.ts';

export async function openMicrosoft() {
  const { application } = makeApplication();
  const clock = { now: Date.now() };
  const microsoft = startMicrosoft({
    folder: await temporaryFolder(),
    customer: { application, hasMailbox: isUser, isInScope: (email) => !email.startsWith('eve@') },
    now: () => clock.now,
  });
  /** The newest event of an entry, which says by a property of its own whose it is. */
  const eventOf = (entry: string) =>
    microsoft
      .events()
      .findLast(({ singleValueExtendedProperties: kept }) => kept.some(({ value }) => value === entry));
  const front = await startCalendarFront(microsoft.backend, (entry) => {
    const add = {
      type: 'required' as const,
      emailAddress: { name: '', address: STRANGER },
      status: { response: 'none' as const },
    };
    microsoft.edit(eventOf(entry)?.id ?? '', (event) => ({
      ...event,
      categories: ['Red category'],
      attendees: [...event.attendees, add],
    }));
  });
  const provider = makeMicrosoftCalendar({ key: application, endpoint: front.url, timeoutMs: 2_000 });
  return { provider, microsoft, eventOf, clock, application, ...front };
}

export async function microsoftUnderTest(): Promise<CalendarUnderTest> {
  const { provider, microsoft, eventOf, fault, meddle } = await openMicrosoft();
  return {
    provider,
    seen: (entry) => {
      const event = eventOf(entry);
      if (!event || event.isDeleted) return undefined;
      return {
        start: instant(momentOf(event.start)),
        summary: event.subject,
        busy: event.showAs === 'busy',
        guests: event.attendees.map(({ emailAddress }) => emailAddress.address),
      };
    },
    told: () => microsoft.notices().filter(({ to }) => to === 'bill@acme.example').length,
    loseReply: () => {
      for (const action of ['CreateEvent', 'UpdateEvent', 'CancelEvent']) fault(action, 'lost-reply');
    },
    answer: (entry, email, answer) => microsoft.answer(eventOf(entry)?.id ?? '', email, answer),
    meddle,
    closeBusy: () => fault('GetSchedule', 'error', 10),
  };
}
