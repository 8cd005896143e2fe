import * as z from 'zod/mini';
import { addressFailedSchema } from './sections/address-failed.ts';
import { agendaSchema } from './sections/agenda.ts';
import { cancelledSchema } from './sections/cancelled.ts';
import { celebrationSchema } from './sections/celebration.ts';
import { changeAskedSchema } from './sections/change-asked.ts';
import { changeUnansweredSchema } from './sections/change-unanswered.ts';
import { changedSchema } from './sections/changed.ts';
import { consequenceSectionSchema } from './sections/consequence.ts';
import { correctionSchema } from './sections/correction.ts';
import { declinedSchema } from './sections/declined.ts';
import { digestSchema } from './sections/digest.ts';
import { dueCheckSchema } from './sections/due-check.ts';
import { entrySchema } from './sections/entry.ts';
import { handedOverSchema } from './sections/handed-over.ts';
import { headsUpSchema } from './sections/heads-up.ts';
import { invitationSchema } from './sections/invitation.ts';
import { midWaySchema } from './sections/mid-way.ts';
import { missedNotReportedSchema } from './sections/missed-not-reported.ts';
import { newDatesSchema } from './sections/new-dates.ts';
import { noReportSchema } from './sections/no-report.ts';
import { notAnsweredSchema } from './sections/not-answered.ts';
import { noteSchema } from './sections/note.ts';
import { nothingCountsSchema } from './sections/nothing-counts.ts';
import { partnerHelpSchema } from './sections/partner-help.ts';
import { recapSchema } from './sections/recap.ts';
import { reminderSchema } from './sections/reminder.ts';
import { shareSchema } from './sections/share.ts';
import { startSchema } from './sections/start.ts';
import { todaySchema } from './sections/today.ts';
import { wrapUpSchema } from './sections/wrap-up.ts';
import { wroteSchema } from './sections/wrote.ts';

/**
 * One section of a mail: one delivery. Several in one moment to one person are one mail (rule 9). Listed in the order
 * in which they stand in it, whatever order they come in; the first one gives the subject. First what changes what the
 * reader knows, then what went well, what the reader is asked, what others ask, the talk, and what only reminds.
 */
export const sectionSchema = z.discriminatedUnion('kind', [
  recapSchema,
  cancelledSchema,
  handedOverSchema,
  correctionSchema,
  changedSchema,
  newDatesSchema,
  celebrationSchema,
  dueCheckSchema,
  missedNotReportedSchema,
  consequenceSectionSchema,
  nothingCountsSchema,
  changeAskedSchema,
  changeUnansweredSchema,
  noReportSchema,
  noteSchema,
  declinedSchema,
  wroteSchema,
  shareSchema,
  digestSchema,
  addressFailedSchema,
  notAnsweredSchema,
  wrapUpSchema,
  agendaSchema,
  reminderSchema,
  todaySchema,
  startSchema,
  midWaySchema,
  headsUpSchema,
  partnerHelpSchema,
  invitationSchema,
  entrySchema,
]);

export type Section = z.output<typeof sectionSchema>;
export type SectionKind = Section['kind'];

/** Every kind, in the order in which sections stand in a mail. */
export const sectionKinds: readonly SectionKind[] = sectionSchema.def.options.flatMap(
  (option) => option.shape.kind.def.values,
);
