import * as z from 'zod';
import { momentSchema } from '../../parts/moment.ts';
import { lineSchema, personSchema } from '../props.ts';

/**
 * To the manager: mail to this address stopped. `why`: it does not exist (`bounced`), its reader reported the mail as
 * unwanted (`complained`), or its mailbox refused it (`refused`). `notReached`: subjects of mails that did not arrive.
 */
export const addressFailedSchema = z.object({
  kind: z.literal('address-failed'),
  person: personSchema,
  address: lineSchema,
  why: z.enum(['bounced', 'complained', 'refused']),
  at: momentSchema,
  notReached: z.array(lineSchema).optional(),
});

export type AddressFailed = z.output<typeof addressFailedSchema>;
