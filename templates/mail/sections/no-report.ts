import * as z from 'zod';
import { momentSchema } from '../../parts/moment.ts';
import { commitmentSchema } from '../props.ts';

/** Policy `silence: ask-manager`: no report came, so the manager is asked. `asked`: when the owner was asked. */
export const noReportSchema = z.object({
  kind: z.literal('no-report'),
  commitment: commitmentSchema,
  asked: momentSchema.optional(),
  talk: momentSchema.optional(),
});

export type NoReport = z.output<typeof noReportSchema>;
