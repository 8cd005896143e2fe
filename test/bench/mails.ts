import { DELIVERY_KINDS } from '../../functions/domain/delivery.ts';
import { enPages } from '../../templates/words/en-pages.ts';
import type { Usage } from './cost/usage.ts';
import type { Row } from './row.ts';

/** More than this in a conversation of three people and five commitments is chasing (the method's own bound). */
const MAILS_LIMIT = 30;

const { kinds } = enPages.deliveries;

/** How many mails a conversation brought, and under which subject each of them came. */
export function mailRows({ mails, mailsOfKind }: Usage): Row[] {
  const each = DELIVERY_KINDS.flatMap((kind) => {
    const value = mailsOfKind[kind];
    return value === undefined ? [] : [{ what: `  ${kinds[kind]}`, value, unit: 'mails' as const }];
  });
  return [
    { what: 'a conversation, kept by everybody', value: mails, unit: 'mails', limit: MAILS_LIMIT },
    ...each,
  ];
}
