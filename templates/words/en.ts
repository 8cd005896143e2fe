import { account } from './en/account.ts';
import { celebration, consequence, correction, follows, missedNotReported, noReport } from './en/after.ts';
import { answers } from './en/answers.ts';
import { dueCheck, headsUp, notAnswered, reminder, start, today } from './en/before.ts';
import { cadence } from './en/cadence.ts';
import { calendar } from './en/calendar.ts';
import { cancelled, changeAsked, changed, changeUnanswered, newDates, nothingCounts } from './en/change.ts';
import { commitment } from './en/commitment.ts';
import { dates } from './en/dates.ts';
import { digest } from './en/digest.ts';
import { envelope } from './en/envelope.ts';
import { declined, wrote } from './en/mail-in.ts';
import { addressFailed, handedOver } from './en/manager.ts';
import { partnerHelp } from './en/partner.ts';
import { recap } from './en/recap.ts';
import { share } from './en/share.ts';
import { coaching, note } from './en/side-talks.ts';
import { agenda, entry, invitation, wrapUp } from './en/talk.ts';
import { contact, midWay, tones } from './en/tones.ts';

const writing: { language: string; direction: 'ltr' | 'rtl' } = { language: 'en', direction: 'ltr' };

/** English, the language every other one is measured by. */
export const en = {
  ...writing,
  dates,
  envelope,
  commitment,
  answers,
  follows,
  recap,
  partnerHelp,
  reminder,
  notAnswered,
  start,
  headsUp,
  today,
  midWay,
  dueCheck,
  tones,
  contact,
  consequence,
  missedNotReported,
  celebration,
  noReport,
  correction,
  agenda,
  wrapUp,
  invitation,
  coaching,
  cadence,
  entry,
  calendar,
  changed,
  cancelled,
  changeAsked,
  changeUnanswered,
  nothingCounts,
  newDates,
  addressFailed,
  handedOver,
  declined,
  wrote,
  note,
  share,
  digest,
  account,
};
