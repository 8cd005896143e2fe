import { pages } from './en/pages.ts';
import { checkInPage } from './en/pages-check-in.ts';
import { coachWords } from './en/pages-coach.ts';
import { conversationPage } from './en/pages-conversation.ts';
import { dashboard } from './en/pages-dashboard.ts';
import { deliveries } from './en/pages-deliveries.ts';
import { facts } from './en/pages-facts.ts';
import { foretold } from './en/pages-foretold.ts';
import { form } from './en/pages-form.ts';
import { freeTimes } from './en/pages-free-times.ts';
import { mails } from './en/pages-mails.ts';
import { manage } from './en/pages-manage.ts';
import { people } from './en/pages-people.ts';
import { personPage } from './en/pages-person.ts';
import { reasons } from './en/pages-reasons.ts';
import { receipts } from './en/pages-receipts.ts';
import { reflection } from './en/pages-reflection.ts';
import { sent } from './en/pages-sent.ts';
import { shares } from './en/pages-shares.ts';
import { sideTalks } from './en/pages-side-talks.ts';
import { contactPage, tonePage } from './en/pages-tone.ts';
import { signIn } from './en/sign-in.ts';
import { tokens } from './en/tokens.ts';

/** Every sentence of the pages in English. */
export const enPages = {
  pages,
  dashboard,
  form,
  sent,
  conversation: conversationPage,
  checkIn: checkInPage,
  coach: coachWords,
  mails,
  manage,
  person: personPage,
  people,
  tone: tonePage,
  contact: contactPage,
  facts,
  deliveries,
  foretold,
  freeTimes,
  reasons,
  receipts,
  shares,
  sideTalks,
  signIn,
  reflection,
  tokens,
};
