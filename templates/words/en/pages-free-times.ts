import type { Tenant } from '../../../functions/domain/tenant.ts';
import { join, own, type Phrase, say } from '../../parts/phrase.ts';
import { CALENDARS } from './calendar-names.ts';
import { type Named, whose } from './names.ts';

/** "Bill’s, Mei’s and your". */
function theirs(people: readonly Named[]): Phrase {
  const all = [...people.filter((one) => !one.you), ...people.filter((one) => one.you)].map(whose);
  const last = all.at(-1) ?? [];
  return all.length < 2 ? last : say`${join(all.slice(0, -1), ', ')} and ${last}`;
}

/** When people could talk: the button that looks, and what was looked at. */
export const freeTimes = {
  ask: (calendar: Tenant['calendar']) =>
    calendar === 'mail' ? 'When does everyone work?' : 'When is everyone free?',
  free: 'Everyone is free at these times.',
  notFree: 'In those days there is no time at which everyone is free. Choose one yourself.',
  hours: 'Everyone works at these times. Nobody’s calendar was looked at.',
  noHours: 'In those days there is no time at which everyone works. Choose one yourself.',
  unseen: (people: readonly Named[]): Phrase =>
    say`We can’t see ${theirs(people)} calendar; there it is working hours alone.`,
  unreadable: (calendar: Tenant['calendar']): Phrase =>
    own(
      `${CALENDARS[calendar]} doesn’t let us look into calendars right now. If it stays so, ask whoever runs this for you to reconnect it.`,
    ),
  nobody: 'Write down first who you talk with; then we look.',
  stands: 'As it is now',
  legend: 'It could be at',
  typed: 'The day and time below',
};
