import type { CalendarEvent } from './calendar-event.ts';
import type { Deps } from './deps.ts';
import { linkToken } from './links.ts';
import { NOT_FOUND } from './refused.ts';
import type { UseCases } from './use-cases.ts';

export type CalendarDeps = { writeCalendar: (event: CalendarEvent) => string | Promise<string> };

/**
 * A check-in as a file for whoever's mail program hid the invitation. It has the UID and SEQUENCE of the mailed one, so
 * adding both gives one entry.
 */
export function makeInvitationFile(
  deps: Deps & CalendarDeps,
  openLink: UseCases['openLink'],
): UseCases['invitationFile'] {
  return async (token, checkIn) => {
    const opened = await openLink(token);
    if ('refused' in opened) return opened;
    const { conversation, person, deliveries, now, facts } = opened.ok;
    const invited = deliveries.find(
      ({ delivery }) =>
        delivery.kind === 'invitation' && delivery.subject === checkIn && delivery.to === person,
    );
    const reader = conversation.people.find((candidate) => candidate.id === person);
    if (!invited || reader?.email === undefined) return NOT_FOUND;
    const { composeMail } = await import('./compose-mail.ts');
    const { calendar } = composeMail(conversation, [invited.delivery], {
      tenant: deps.tenant,
      appUrl: deps.appUrl,
      token: (id) => linkToken(deps.keyring, conversation, id),
      sentAt: now,
      facts,
    });
    return calendar ? { ok: await deps.writeCalendar(calendar) } : NOT_FOUND;
  };
}
