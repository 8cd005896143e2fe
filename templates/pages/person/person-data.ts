import type { PersonId } from '../../../functions/domain/ids.ts';
import type { MeantChange } from '../conversation/meant.ts';
import type { ConversationData } from '../parts/conversation-data.ts';

/** What the link in a mail meant: it unfolds a form and fills it in, and never acts. */
export type Meant = MeantChange & {
  answer: string | undefined;
  commitment: string | undefined;
  kept: 'yes' | 'no' | undefined;
  date: boolean;
  reason: string | undefined;
  consequence: boolean;
  helped: boolean;
  ask: boolean;
  contact: boolean;
  bring: boolean;
  /** The short talk ("k3") that a link asks one thing for. */
  micro: string | undefined;
  calendar: boolean;
};

/** `calendar`: where a calendar program finds the reader's own, and how often that address was made anew. */
export type PersonData = ConversationData & {
  person: PersonId;
  token: string;
  meant: Meant;
  calendar: { url: string; revision: number };
};

/** A link to somewhere below a participant's page. */
export const linkOf = (data: { token: string }, below = ''): string =>
  `/p/${encodeURIComponent(data.token)}${below}`;

export const mailsLinkOf = (data: { token: string }): string => `/u/${encodeURIComponent(data.token)}`;

/** "d…@acme.example". */
export function masked(email: string): string {
  const at = email.lastIndexOf('@');
  return `${email.slice(0, 1)}…${email.slice(at)}`;
}
