import type { MailProps } from './mail.ts';
import { aroundSample, asReadBy } from './sample-parts.ts';
import { sectionSchema } from './section.ts';
import { addressFailedSamples } from './sections/address-failed.ts';
import { agendaSamples } from './sections/agenda-samples.ts';
import { cancelledSamples } from './sections/cancelled.ts';
import { celebrationSamples } from './sections/celebration.ts';
import { changeAskedSamples } from './sections/change-asked.ts';
import { changeUnansweredSamples } from './sections/change-unanswered.ts';
import { changedSamples } from './sections/changed.ts';
import { consequenceSamples } from './sections/consequence.ts';
import { correctionSamples } from './sections/correction.ts';
import { declinedSamples } from './sections/declined.ts';
import { digestSamples } from './sections/digest.ts';
import { dueCheckSamples } from './sections/due-check.ts';
import { entrySamples } from './sections/entry.ts';
import { handedOverSamples } from './sections/handed-over.ts';
import { headsUpSamples } from './sections/heads-up.ts';
import { invitationSamples } from './sections/invitation.ts';
import { midWaySamples } from './sections/mid-way.ts';
import { missedNotReportedSamples } from './sections/missed-not-reported.ts';
import { newDatesSamples } from './sections/new-dates.ts';
import { noReportSamples } from './sections/no-report.ts';
import { notAnsweredSamples } from './sections/not-answered.ts';
import { noteSamples } from './sections/note.ts';
import { nothingCountsSamples } from './sections/nothing-counts.ts';
import { partnerHelpSamples } from './sections/partner-help.ts';
import { recapSamples } from './sections/recap.ts';
import { reminderSamples } from './sections/reminder.ts';
import { shareSamples } from './sections/share.ts';
import { startSamples } from './sections/start.ts';
import { todaySamples } from './sections/today.ts';
import { wrapUpSamples } from './sections/wrap-up.ts';
import { wroteSamples } from './sections/wrote.ts';

export type SampleMail = { name: string; mail: MailProps };

/** Every section's samples, each as a mail of its own: for previews and tests. */
export function sampleMails(): SampleMail[] {
  const samples = [
    ...recapSamples(),
    ...cancelledSamples(),
    ...handedOverSamples(),
    ...correctionSamples(),
    ...changedSamples(),
    ...newDatesSamples(),
    ...celebrationSamples(),
    ...dueCheckSamples(),
    ...missedNotReportedSamples(),
    ...consequenceSamples(),
    ...nothingCountsSamples(),
    ...changeAskedSamples(),
    ...changeUnansweredSamples(),
    ...noReportSamples(),
    ...noteSamples(),
    ...declinedSamples(),
    ...wroteSamples(),
    ...shareSamples(),
    ...digestSamples(),
    ...addressFailedSamples(),
    ...notAnsweredSamples(),
    ...wrapUpSamples(),
    ...agendaSamples(),
    ...reminderSamples(),
    ...todaySamples(),
    ...startSamples(),
    ...midWaySamples(),
    ...headsUpSamples(),
    ...partnerHelpSamples(),
    ...invitationSamples(),
    ...entrySamples(),
  ];
  return samples.map((sample) => ({
    name: `${sample.section.kind}: ${sample.name}`,
    mail: { ...aroundSample(sample), sections: [sectionSchema.parse(asReadBy(sample.to, sample.section))] },
  }));
}
