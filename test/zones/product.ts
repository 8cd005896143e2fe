import { writeCalendar, writeFeed } from '../../functions/adapters/ical.ts';
import { takeFeedback } from '../../functions/app/feedback.ts';
import { linkToken } from '../../functions/app/links.ts';
import { makeUseCases } from '../../functions/app/make-use-cases.ts';
import { openConversation } from '../../functions/app/open-conversation.ts';
import { sweep } from '../../functions/app/sweep.ts';
import { wake } from '../../functions/app/wake.ts';
import { plan } from '../../functions/domain/plan.ts';
import { momentAt, offsetAt, readings } from '../../functions/domain/zone.ts';

/** Everything of the program that a life needs, as one bundle: it is loaded once for each time-zone data. */
export const product = {
  writeCalendar,
  writeFeed,
  takeFeedback,
  linkToken,
  makeUseCases,
  openConversation,
  sweep,
  wake,
  plan,
  momentAt,
  offsetAt,
  readings,
};
