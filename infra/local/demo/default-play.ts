import type { ConversationState } from './client.ts';
import type { Step } from './sample.ts';
import { momentOfWall, wallIn } from './times.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

type Commitment = ConversationState['state']['commitments'][number];
type Dated = Commitment & { dueAt: number };
type Play = { conversation: ConversationState; zone: string };

/** In this order, over and over, to the participants who own something. */
const ROLES = ['keeps-early', 'misses', 'stays-silent', 'renegotiates', 'never-answers', 'keeps'] as const;
type Role = (typeof ROLES)[number];

function plannedAt({ conversation }: Play, kind: string, person: string, subject?: string) {
  const found = conversation.plan.find(
    (planned) =>
      planned.kind === kind &&
      planned.person === person &&
      planned.skipped === undefined &&
      (subject === undefined || planned.key.split('_')[1] === subject),
  );
  return found && Date.parse(found.at);
}

function agreesAt(play: Play, role: Role, person: string, own: readonly Dated[]): number {
  const soon = Date.parse(play.conversation.state.leavesAt) + 45 * MINUTE;
  const firstDue = Math.min(...own.map(({ dueAt }) => dueAt));
  const reminder = plannedAt(play, 'reminder', person);
  const waits = role === 'misses' || role === 'stays-silent';
  if (waits && reminder !== undefined && reminder + DAY < firstDue) return reminder + 20 * MINUTE;
  return soon < firstDue ? soon : firstDue - 5 * MINUTE;
}

function step(play: Play, moment: number, who: string, does: string, fields: Record<string, unknown>): Step {
  return { at: wallIn(play.zone, moment), who, does, ...fields };
}

function keeps(play: Play, who: string, { id, owner, dueAt }: Dated, agreed: number, early: boolean): Step[] {
  const headsUp = plannedAt(play, 'heads-up', owner, id);
  const between = headsUp !== undefined && headsUp > agreed && headsUp + 90 * MINUTE < dueAt;
  const check = plannedAt(play, 'due-check', owner, id) ?? dueAt;
  const at = early ? (between ? headsUp + 90 * MINUTE : (agreed + dueAt) / 2) : check + 20 * MINUTE;
  return [step(play, at, who, 'report', { commitment: id, kept: 'yes' })];
}

function misses(play: Play, who: string, { id, owner, dueAt }: Dated): Step[] {
  const check = plannedAt(play, 'due-check', owner, id) ?? dueAt;
  const fields = {
    commitment: id,
    kept: 'no',
    reason: 'in-the-way',
    words: 'It took longer than I thought.',
  };
  return [step(play, check + 25 * MINUTE, who, 'report', fields)];
}

function renegotiates(play: Play, who: string, commitment: Dated, agreed: number, manager: string): Step[] {
  const { id, dueAt } = commitment;
  const asks = Math.max((agreed + dueAt) / 2, dueAt - DAY);
  const answers = (asks + dueAt) / 2;
  const dueBy = wallIn(play.zone, dueAt + 3 * DAY).slice(0, 10);
  const done = momentOfWall(`${dueBy}T11:30`, play.zone);
  return [
    step(play, asks, who, 'propose-date', {
      commitment: id,
      dueBy,
      words: 'Three more days and it is right.',
    }),
    step(play, answers, manager, 'answer-change', { commitment: id, accept: true }),
    step(play, done, who, 'report', { commitment: id, kept: 'yes' }),
  ];
}

function playOne(play: Play, role: Role, who: string, own: readonly Dated[], manager: string): Step[] {
  const [first] = own;
  if (!first || role === 'never-answers') return [];
  const agreed = agreesAt(play, role, first.owner, own);
  const rest = own.slice(1).flatMap((commitment) => keeps(play, who, commitment, agreed, false));
  const byRole = {
    'keeps-early': () => keeps(play, who, first, agreed, true),
    misses: () => misses(play, who, first),
    'stays-silent': () => [],
    renegotiates: () => renegotiates(play, who, first, agreed, manager),
    keeps: () => keeps(play, who, first, agreed, false),
  };
  return [step(play, agreed, who, 'agree', { consequence: 'fair' }), ...byRole[role](), ...rest];
}

/**
 * What people do where nobody wrote it down: some agree at once, some at the reminder; one keeps early, one misses, one stays
 * silent, one renegotiates, one never answers; the others, the manager first, keep what they promised.
 */
export function defaultPlay(conversation: ConversationState): Step[] {
  const { state } = conversation;
  const play = { conversation, zone: state.timezone };
  const address = (id: string) => state.people.find((person) => person.id === id)?.email;
  const manager = address(state.manager) ?? '';
  const owned = (id: string): Dated[] =>
    state.commitments
      .filter(({ owner, due }) => owner === id && due !== undefined)
      .map((commitment) => ({ ...commitment, dueAt: Date.parse(commitment.due?.at ?? '') }));
  const recorded = Date.parse(state.recordedAt);
  const own = owned(state.manager).flatMap((commitment) => keeps(play, manager, commitment, recorded, true));
  const owners = state.people.filter(({ role, id }) => role === 'participant' && owned(id).length > 0);
  const others = owners.flatMap(({ id, email }, index) =>
    email === undefined ? [] : playOne(play, ROLES[Math.min(index, 5)] ?? 'keeps', email, owned(id), manager),
  );
  return [...own, ...others];
}
