import { pages } from './en/pages.ts';
import { conversationPage } from './en/pages-conversation.ts';
import { dashboard } from './en/pages-dashboard.ts';
import { deliveries } from './en/pages-deliveries.ts';
import { facts } from './en/pages-facts.ts';
import { form } from './en/pages-form.ts';
import { manage } from './en/pages-manage.ts';
import { people } from './en/pages-people.ts';
import { personPage } from './en/pages-person.ts';
import { sent } from './en/pages-sent.ts';
import { signIn } from './en/sign-in.ts';
import { tokens } from './en/tokens.ts';

/** Every sentence of the pages in English. */
export const enPages = {
  pages,
  dashboard,
  form,
  sent,
  conversation: conversationPage,
  manage,
  person: personPage,
  people,
  facts,
  deliveries,
  signIn,
  tokens,
};
