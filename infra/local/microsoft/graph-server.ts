import type { Backend } from '../aws/front.ts';
import type { Reply, Request } from '../aws/wire.ts';
import { openCalendarStore } from '../calendar/calendar-store.ts';
import type { Notice } from '../calendar/notice.ts';
import type { AnswerAsGuest, ShownEvent } from '../calendar/shown-event.ts';
import { graphError, tokenError } from './graph-error.ts';
import { type KeptEvent, keptEvent, momentOf } from './graph-event-schema.ts';
import { type Asked, makeEvents } from './graph-events.ts';
import { makeSchedule } from './graph-schedule.ts';
import { type Application, openTokenDesk } from './graph-token.ts';

const TOKEN = /^\/([^/]+)\/oauth2\/v2\.0\/token$/;
const MAILBOX =
  /^\/v1\.0\/users\/([^/]+)\/(calendar\/getSchedule|(?:calendar\/)?events)(?:\/([^/]+)(\/cancel)?)?$/;

export type Microsoft = {
  backend: Backend;
  /** Everybody's events, taken out ones included. */
  events: () => readonly KeptEvent[];
  /** The same, as the console tells of them. */
  shown: () => ShownEvent[];
  /** What Outlook would have mailed. */
  notices: () => readonly Notice[];
  answer: AnswerAsGuest;
  /** What somebody does in their own Outlook: an answer, a move, a category. */
  edit: (id: string, change: (event: KeptEvent) => KeptEvent) => void;
};

/** One customer, as much as Microsoft knows of them here. */
export type MicrosoftCustomer = {
  application: Application;
  /** Who has a mailbox, and whose the application may write into. */
  hasMailbox: (email: string) => boolean;
  isInScope: (email: string) => boolean;
};

const NOBODY = { application: undefined, hasMailbox: () => false, isInScope: () => false };

function actionOf(method: string, path: string): string {
  if (TOKEN.test(path)) return 'Token';
  const [, , what, id, cancel] = MAILBOX.exec(path) ?? [];
  const asked = `${method} ${what?.replace('calendar/', '')}${id === undefined ? '' : '/id'}${cancel ?? ''}`;
  const actions: Readonly<Record<string, string>> = {
    'GET events': 'FindEvent',
    'POST events': 'CreateEvent',
    'GET events/id': 'GetEvent',
    'PATCH events/id': 'UpdateEvent',
    'DELETE events/id': 'DeleteEvent',
    'POST events/id/cancel': 'CancelEvent',
    'POST getSchedule': 'GetSchedule',
  };
  return actions[asked] ?? 'Unknown';
}

/** Microsoft's token server and Graph as far as single events and free times go, for one customer. */
export function startMicrosoft(options: {
  folder: string;
  customer: MicrosoftCustomer | undefined;
  now: () => number;
}): Microsoft {
  const { application, hasMailbox, isInScope } = options.customer ?? NOBODY;
  const store = openCalendarStore(options.folder, keptEvent);
  const events = makeEvents(store);
  const acts: Readonly<Record<string, (what: Asked) => Reply>> = {
    FindEvent: events.list,
    GetEvent: events.get,
    CreateEvent: events.create,
    UpdateEvent: events.update,
    CancelEvent: events.cancel,
    DeleteEvent: events.delete,
    GetSchedule: makeSchedule(store, hasMailbox),
  };
  const desk = openTokenDesk({ application, now: options.now });

  const ask = (request: Request): Reply => {
    const { pathname, searchParams: search } = new URL(request.url, 'http://graph');
    const action = actionOf(request.method, pathname);
    if (action === 'Token') return desk.issue(request, TOKEN.exec(pathname)?.[1] ?? '');
    if (desk.held(request) === undefined)
      return graphError(401, 'InvalidAuthenticationToken', 'Access token has expired or is not yet valid.');
    const [, place = '', , id = ''] = MAILBOX.exec(pathname) ?? [];
    const mailbox = decodeURIComponent(place);
    if (!hasMailbox(mailbox))
      return graphError(404, 'ErrorInvalidUser', `The requested user '${mailbox}' is invalid.`);
    if (!isInScope(mailbox))
      return graphError(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.');
    const what = { mailbox, id: decodeURIComponent(id), request, search };
    const act = acts[action];
    return (
      act?.(what) ?? graphError(404, 'BadRequest', `The local Graph knows no ${request.method} ${pathname}.`)
    );
  };

  return {
    backend: {
      service: 'microsoft',
      describe: ({ method, url }) => {
        const { pathname } = new URL(url, 'http://graph');
        return { action: actionOf(method, pathname), resource: MAILBOX.exec(pathname)?.[3] ?? '' };
      },
      serve: async (request) => ask(request),
      refuse,
    },
    events: store.events,
    shown: () => store.events().map(shownEvent),
    notices: store.notices,
    answer(id, email, answer) {
      const isTheirs = ({ emailAddress }: KeptEvent['attendees'][number]) =>
        emailAddress.address.toLowerCase() === email.toLowerCase();
      if (!store.events().some((event) => event.id === id && event.attendees.some(isTheirs))) return false;
      const status = { response: ANSWERS[answer] };
      store.edit(id, (event) => ({
        ...event,
        attendees: event.attendees.map((one) => (isTheirs(one) ? { ...one, status } : one)),
      }));
      return true;
    },
    edit: store.edit,
  };
}

const ANSWERS = {
  accepted: 'accepted',
  declined: 'declined',
  tentative: 'tentativelyAccepted',
} as const;

function shownEvent(event: KeptEvent): ShownEvent {
  const { id, subject, organizer, start, end, isDeleted, showAs, joinUrl } = event;
  const inUtc = (time: KeptEvent['start']) => ({ dateTime: new Date(momentOf(time)).toISOString() });
  return {
    id,
    status: isDeleted ? 'cancelled' : 'confirmed',
    summary: subject,
    description: event.body.content,
    location: event.location.displayName,
    organizer,
    start: inUtc(start),
    end: inUtc(end),
    transparency: showAs === 'free' ? 'transparent' : 'opaque',
    link: joinUrl,
    attendees: event.attendees.map(({ emailAddress, status }) => ({
      email: emailAddress.address,
      responseStatus: status.response,
    })),
  };
}

function refuse(mode: 'throttle' | 'reject' | 'error', action: string): Reply {
  switch (mode) {
    case 'throttle':
      return graphError(429, 'ApplicationThrottled', 'Application is over its MailboxConcurrency limit.', {
        'retry-after': '10',
      });
    case 'reject':
      return action === 'Token'
        ? tokenError(401, 'invalid_client', 7000222, 'The provided client secret keys are expired.')
        : graphError(400, 'ErrorInvalidRequest', 'Your request is invalid.');
    case 'error':
      return graphError(503, 'ServiceUnavailable', 'The service is unavailable.');
  }
}
