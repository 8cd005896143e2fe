import type { FreeData } from '../../../templates/pages/parts/free-times.tsx';
import type { Option } from '../../../templates/pages/record/record-form-data.ts';
import { called } from '../../../templates/parts/called.ts';
import { teller } from '../../../templates/parts/teller.ts';
import { dates } from '../../../templates/words/en/dates.ts';
import { enPages } from '../../../templates/words/en-pages.ts';
import type { Instant } from '../../domain/instant.ts';
import { searchedDays } from '../../domain/other-times.ts';
import { MOST_DAYS } from '../../domain/read-free-times.ts';
import { loosePeople, looseRequest } from '../../domain/record/loose.ts';
import { checkInInput } from '../../domain/record/request.ts';
import { dayOf, isWallTime, localOf } from '../../domain/wall-time.ts';
import { whenOfWords } from '../../domain/when-words.ts';
import { localAt } from '../../domain/zone.ts';
import { type Form, filled, number } from '../form-fields.ts';
import { freeData } from './free-data.ts';
import type { Signed, Web } from './manager-context.tsx';
import { todayOf, zoneOf } from './record-moments.ts';
import { recordOfForm } from './record-of-form.ts';

const ORDINARY_MINUTES = 15;

/** When the people of a form could talk, in the days that the tenant wants a check-in; whatever else is typed can be wrong. */
export async function freeTimesOf(web: Web, signed: Signed, form: Form): Promise<FreeData | 'nobody'> {
  const { tenant, useCases } = web;
  const { actor } = signed;
  const now = web.now();
  const zone = zoneOf(form, tenant);
  const { body } = recordOfForm(form, actor.email, todayOf(form, tenant, now));
  const { owners } = loosePeople(tenant, looseRequest.parse(body), zone);
  if (owners.length < 2) return 'nobody';
  const { checkInMinDays: first, checkInMaxDays: last } = tenant.policy;
  const minutes = checkInInput.shape.minutes.safeParse(number(form, 'checkIn.minutes'));
  const free = await useCases.freeTimes(actor, {
    people: owners,
    minutes: minutes.success ? minutes.data : ORDINARY_MINUTES,
    ...searchedDays(zone, now, [first, Math.min(last, first + MOST_DAYS - 1)]),
    zone,
  });
  const names = called(owners.map(({ name, email }) => (name === '' ? (email ?? '') : name)));
  const people = names.map((name, index) => ({ name, you: index === 0 }));
  return freeData(tenant, zone, people, free);
}

/** The form with the time that was typed for the check-in as one of those to tap: what is tapped instead must count. */
export function withTypedTapped(web: Web, form: Form): Form {
  const typed = filled(form, 'checkIn.at');
  const read = typed === undefined ? undefined : whenOfWords(typed, todayOf(form, web.tenant, web.now()));
  if (!read || !('iso' in read) || !isWallTime(read.iso)) return form;
  const tapped = new URLSearchParams(form);
  tapped.set('checkIn.at', '');
  tapped.set('checkIn.at.quick', read.iso);
  return tapped;
}

/** Free times to tap, and the one that was chosen before, if it is another. */
export function freeOptions({ slots }: FreeData, chosen: string, zone: string, now: Instant): Option[] {
  const tells = teller(dates, now);
  const today = dayOf(localAt(zone, now));
  const label = (wall: string) => dates.dayTime(tells.reading({ at: localOf(wall), zone: 'UTC' }));
  const isOther = isWallTime(chosen) && slots.every(({ wall }) => wall !== chosen);
  return [
    ...slots.map(({ wall }) => ({
      value: wall,
      label: label(wall),
      note: enPages.form.ahead(dayOf(localOf(wall)) - today),
    })),
    ...(isOther ? [{ value: chosen, label: label(chosen), note: enPages.freeTimes.stands }] : []),
  ];
}
