import type { Section } from '../../../templates/mail/section.ts';
import type { Delivery, DeliveryKind } from '../../domain/delivery.ts';
import { agendaSection } from './agenda.ts';
import { entrySection, invitationSection } from './calendar-sections.ts';
import { changedSection } from './changed.ts';
import { digestSection } from './digest.ts';
import { addressFailedSection, cancelledSection, handedOverSection } from './farewell.ts';
import { declinedSection, wroteSection } from './mail-in.ts';
import { noteSection } from './note.ts';
import {
  dueCheckSections,
  midWaySection,
  newDatesSections,
  nudgeSection,
  reminderSections,
} from './nudges.ts';
import { partnerHelpSections } from './partner-help.ts';
import { recapSections } from './recap.ts';
import {
  changeAskedSection,
  changeUnansweredSection,
  notAnsweredSections,
  nothingCountsSection,
} from './requests.ts';
import { checkInAbout, named, type Scope } from './scope.ts';
import {
  celebrationSection,
  consequenceSection,
  correctionSection,
  missedNotReportedSection,
  noReportSection,
} from './verdicts.ts';
import { wrapUpSection } from './wrap-up.ts';

function shareSection(scope: Scope): Section {
  const { note, manager } = scope.conversation;
  return { kind: 'share', note: { words: note, by: named(scope, manager) } };
}

function sectionFor(
  scope: Scope,
  kind: Exclude<
    DeliveryKind,
    'recap' | 'reminder' | 'not-answered' | 'new-dates' | 'due-check' | 'partner-help'
  >,
  delivery: Delivery,
): Section {
  switch (kind) {
    case 'start':
    case 'today':
    case 'heads-up':
      return nudgeSection(scope, kind, delivery);
    case 'mid-way':
      return midWaySection(scope, delivery);
    case 'consequence':
      return consequenceSection(scope, delivery);
    case 'missed-not-reported':
      return missedNotReportedSection(scope, delivery);
    case 'celebration':
      return celebrationSection(scope, delivery);
    case 'correction':
      return correctionSection(scope, delivery);
    case 'no-report':
      return noReportSection(scope, delivery);
    case 'agenda':
      return agendaSection(scope, checkInAbout(scope, delivery));
    case 'wrap-up':
      return wrapUpSection(scope, delivery);
    case 'changed':
      return changedSection(scope, delivery);
    case 'cancelled':
      return cancelledSection(scope, delivery);
    case 'handed-over':
      return handedOverSection(scope, delivery);
    case 'change-asked':
      return changeAskedSection(scope, delivery);
    case 'change-unanswered':
      return changeUnansweredSection(scope, delivery);
    case 'nothing-counts':
      return nothingCountsSection(scope, delivery);
    case 'address-failed':
      return addressFailedSection(scope, delivery);
    case 'declined':
      return declinedSection(scope, delivery);
    case 'wrote':
      return wroteSection(scope, delivery);
    case 'note':
      return noteSection(scope, delivery);
    case 'share':
      return shareSection(scope);
    case 'digest':
      return digestSection(scope);
    case 'invitation':
    case 'invitation-cancelled':
      return invitationSection(scope, delivery);
    case 'entry':
    case 'entry-done':
    case 'entry-cancelled':
      return entrySection(scope, kind, delivery);
  }
}

function sectionsOfKind(scope: Scope, kind: DeliveryKind, deliveries: readonly Delivery[]): Section[] {
  switch (kind) {
    case 'recap':
      return recapSections(scope);
    case 'reminder':
      return reminderSections(scope, deliveries);
    case 'not-answered':
      return notAnsweredSections(scope, deliveries);
    case 'new-dates':
      return newDatesSections(scope, deliveries);
    case 'due-check':
      return dueCheckSections(scope, deliveries);
    case 'partner-help':
      return partnerHelpSections(scope, deliveries);
    default:
      return deliveries.map((delivery) => sectionFor(scope, kind, delivery));
  }
}

/** What was asked about further up in the same mail is not asked about again. */
function askedOnce(sections: readonly Section[]): Section[] {
  const asked = new Set(
    sections.flatMap((section) => {
      if (section.kind === 'recap') return section.own.map(({ ref }) => ref);
      return section.kind === 'changed' ? section.ask.map(({ ref }) => ref) : [];
    }),
  );
  return sections.flatMap((section): Section[] => {
    if (section.kind !== 'reminder') return [section];
    const own = section.own.filter(({ ref }) => !asked.has(ref));
    return own.length > 0 ? [{ ...section, own }] : [];
  });
}

/** What the same mail tells of a miss is not quoted again beside what its owner needs. */
function toldOnce(sections: readonly Section[]): Section[] {
  const told = sections.flatMap((section) => (section.kind === 'consequence' ? section.commitment.ref : []));
  return sections.map((section) => {
    if (section.kind !== 'note' || !told.includes(section.commitment?.ref ?? '')) return section;
    const { commitment: _, words: __, ...rest } = section;
    return rest;
  });
}

/** The sections of one mail: one a delivery, but lists where people would read the same thing several times. */
export function sectionsFor(scope: Scope, deliveries: readonly Delivery[]): Section[] {
  const kinds = [...new Set(deliveries.map(({ kind }) => kind))];
  const sections = kinds.flatMap((kind) =>
    sectionsOfKind(
      scope,
      kind,
      deliveries.filter((delivery) => delivery.kind === kind),
    ),
  );
  return toldOnce(askedOnce(sections));
}
