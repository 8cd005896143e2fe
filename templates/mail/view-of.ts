import type { Section } from './section.ts';
import { addressFailedView } from './sections/address-failed.ts';
import { agendaView } from './sections/agenda.ts';
import { cancelledView } from './sections/cancelled.ts';
import { celebrationView } from './sections/celebration.ts';
import { changeAskedView } from './sections/change-asked.ts';
import { changeUnansweredView } from './sections/change-unanswered.ts';
import { changedView } from './sections/changed.ts';
import { consequenceView } from './sections/consequence.ts';
import { correctionView } from './sections/correction.ts';
import { declinedView } from './sections/declined.ts';
import { digestView } from './sections/digest.ts';
import { dueCheckView } from './sections/due-check.ts';
import { entryView } from './sections/entry.ts';
import { handedOverView } from './sections/handed-over.ts';
import { headsUpView } from './sections/heads-up.ts';
import { invitationView } from './sections/invitation.ts';
import { midWayView } from './sections/mid-way.ts';
import { missedNotReportedView } from './sections/missed-not-reported.ts';
import { newDatesView } from './sections/new-dates.ts';
import { noReportView } from './sections/no-report.ts';
import { notAnsweredView } from './sections/not-answered.ts';
import { noteView } from './sections/note.ts';
import { nothingCountsView } from './sections/nothing-counts.ts';
import { partnerHelpView } from './sections/partner-help.ts';
import { recapView } from './sections/recap.ts';
import { reminderView } from './sections/reminder.ts';
import { shareView } from './sections/share.ts';
import { startView } from './sections/start.ts';
import { todayView } from './sections/today.ts';
import { wrapUpView } from './sections/wrap-up.ts';
import { wroteView } from './sections/wrote.ts';
import type { Context, View } from './view.ts';

/** A section in words, for the mail's reader. */
export function viewOf(section: Section, context: Context): View {
  switch (section.kind) {
    case 'recap':
      return recapView(section, context);
    case 'cancelled':
      return cancelledView(section, context);
    case 'handed-over':
      return handedOverView(section, context);
    case 'correction':
      return correctionView(section, context);
    case 'changed':
      return changedView(section, context);
    case 'new-dates':
      return newDatesView(section, context);
    case 'celebration':
      return celebrationView(section, context);
    case 'due-check':
      return dueCheckView(section, context);
    case 'missed-not-reported':
      return missedNotReportedView(section, context);
    case 'consequence':
      return consequenceView(section, context);
    case 'nothing-counts':
      return nothingCountsView(section, context);
    case 'change-asked':
      return changeAskedView(section, context);
    case 'change-unanswered':
      return changeUnansweredView(section, context);
    case 'no-report':
      return noReportView(section, context);
    case 'note':
      return noteView(section, context);
    case 'declined':
      return declinedView(section, context);
    case 'wrote':
      return wroteView(section, context);
    case 'share':
      return shareView(section, context);
    case 'digest':
      return digestView(section, context);
    case 'address-failed':
      return addressFailedView(section, context);
    case 'not-answered':
      return notAnsweredView(section, context);
    case 'wrap-up':
      return wrapUpView(section, context);
    case 'agenda':
      return agendaView(section, context);
    case 'reminder':
      return reminderView(section, context);
    case 'today':
      return todayView(section, context);
    case 'start':
      return startView(section, context);
    case 'mid-way':
      return midWayView(section, context);
    case 'heads-up':
      return headsUpView(section, context);
    case 'partner-help':
      return partnerHelpView(section, context);
    case 'invitation':
      return invitationView(section, context);
    case 'entry':
      return entryView(section, context);
  }
}
