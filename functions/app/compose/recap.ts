import type { Section } from '../../../templates/mail/section.ts';
import type { CheckIn } from '../../domain/check-in.ts';
import { checkInStart } from '../../domain/moments.ts';
import { agendaMoments } from '../../domain/plan/check-ins.ts';
import { reachedAt } from '../../domain/plan/owe.ts';
import { firstAgenda } from './agenda.ts';
import { checkInFor } from './check-in-for.ts';
import { commitmentFor, seenCommitments } from './commitment-for.ts';
import { partnerHelp } from './partner-help.ts';
import { type Scope, saying } from './scope.ts';

function upcoming({ conversation, sentAt }: Scope): CheckIn[] {
  return conversation.checkIns
    .filter((checkIn) => !checkIn.cancelled && checkInStart(checkIn) > sentAt)
    .sort((a, b) => checkInStart(a) - checkInStart(b));
}

/** Check-ins so near that the recap stands in for their agenda. */
function coveredAgendas(scope: Scope): CheckIn[] {
  const { conversation, reader, sentAt } = scope;
  const recap = reachedAt(conversation, reader);
  return agendaMoments(conversation, reader)
    .filter(({ at, start }) => at <= recap && start > sentAt)
    .map(({ checkIn }) => checkIn);
}

/** The talk as a file, for mail programs that hide invitations; only who is invited by mail has one. */
function calendarLink({ reader, page, hasCalendar }: Scope, { id }: CheckIn): string | undefined {
  return reader.email === undefined || hasCalendar ? undefined : `${page}/calendar/${id}`;
}

/** Who does what, by when, and what follows; the reader's own first (method A1, A4). */
export function recapSections(scope: Scope): Section[] {
  const { conversation, reader } = scope;
  const seen = seenCommitments(scope);
  if (reader.role === 'partner')
    return [
      partnerHelp(
        scope,
        'recap',
        seen.map(({ commitment }) => commitment),
      ),
    ];
  const told = (mine: boolean) =>
    seen.filter((one) => one.mine === mine).map(({ commitment }) => commitmentFor(scope, commitment));
  return [
    {
      kind: 'recap',
      own: told(true),
      others: told(false),
      checkIns: upcoming(scope).map((checkIn) => checkInFor(scope, checkIn, calendarLink(scope, checkIn))),
      whatHappened: conversation.includeWhatHappened
        ? saying(scope, conversation.whatHappened, conversation.manager)
        : undefined,
      overlooked: conversation.includeOverlooked
        ? saying(scope, conversation.overlooked, conversation.manager)
        : undefined,
      neverAgain: saying(scope, conversation.neverAgain, conversation.manager),
      ...(scope.reader.contact[0]?.why === 'carried' ? { contact: 'carried' as const } : {}),
    },
    ...coveredAgendas(scope).map((checkIn) => firstAgenda(scope, checkIn)),
  ];
}
