import type { Offered } from '../../../templates/pages/conversation/check-ins-part.tsx';
import { readerOf } from '../../../templates/pages/parts/reader.ts';
import type { FreeTimes } from '../../app/free-times.ts';
import type { ConversationView } from '../../app/use-cases.ts';
import type { CheckIn } from '../../domain/check-in.ts';
import { freeSlots } from '../../domain/free-slots.ts';
import { checkInStart } from '../../domain/moments.ts';
import { wantsMove } from '../../domain/needs.ts';
import { otherTimes, talkers } from '../../domain/other-times.ts';
import { checkInInput } from '../../domain/record/request.ts';
import { isWallTime } from '../../domain/wall-time.ts';
import { type Form, number } from '../form-fields.ts';
import { freeData } from './free-data.ts';
import type { Signed, Web } from './manager-context.tsx';

function dataOf({ tenant }: Web, { conversation, now }: ConversationView, free: FreeTimes) {
  const reader = readerOf(conversation, conversation.manager, now);
  const people = talkers(conversation).map(({ id }) => reader.named(id));
  return freeData(tenant, conversation.zone, people, free);
}

/** Times for the check-ins that somebody would have at another time, by working hours alone: a page asks nobody while it is opened. */
export function offeredTimes(web: Web, view: ConversationView): Offered {
  const { conversation, now } = view;
  const offer = (checkIn: CheckIn): FreeTimes => ({
    ...freeSlots({ ...otherTimes(conversation, checkIn, checkIn.minutes, now), busy: undefined }),
    calendars: 'not-connected',
  });
  const wanted = new Set(wantsMove(conversation, now).map(({ checkIn }) => checkIn));
  const unwelcome = conversation.checkIns.filter(({ id }) => wanted.has(id));
  const times = unwelcome.map((checkIn) => [checkIn.id, dataOf(web, view, offer(checkIn))] as const);
  return { calendar: web.tenant.calendar, times: Object.fromEntries(times) };
}

/** The same, with what calendars say about the check-in whose form asked for it. */
export async function lookedFor(
  web: Web,
  signed: Signed,
  view: ConversationView,
  form: Form,
): Promise<Offered> {
  const { conversation, now } = view;
  const offered = offeredTimes(web, view);
  const checkIn = conversation.checkIns.find(({ id, cancelled }) => id === form.get('checkIn') && !cancelled);
  if (!checkIn || checkInStart(checkIn) <= now || conversation.status !== 'open') return offered;
  const typed = checkInInput.shape.minutes.safeParse(number(form, 'minutes'));
  const asked = otherTimes(conversation, checkIn, typed.success ? typed.data : checkIn.minutes, now);
  const free = await web.useCases.freeTimes(signed.actor, asked);
  return { ...offered, times: { ...offered.times, [checkIn.id]: dataOf(web, view, free) } };
}

/** A form in which a time was tapped, with that time in its fields. */
export function withSlot(form: Form): Form {
  const slot = form.get('slot') ?? '';
  if (!isWallTime(slot)) return form;
  const [day = '', time = ''] = slot.split('T');
  const chosen = new URLSearchParams(form);
  chosen.set('at', day);
  chosen.set('at.time', time);
  return chosen;
}
