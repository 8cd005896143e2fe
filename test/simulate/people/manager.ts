import type { CheckIn } from '../../../functions/domain/check-in.ts';
import type { Commitment } from '../../../functions/domain/conversation.ts';
import { CADENCES, REASONS, VERDICTS } from '../../../functions/domain/facts.ts';
import { DAY, HOUR, MINUTE, SECOND } from '../../../functions/domain/instant.ts';
import { checkInStart } from '../../../functions/domain/moments.ts';
import { oneOf, type Somebody, wallAfter, workdayAfter } from './cast.ts';
import { aWhile, type Life, presentPeople } from './life.ts';

const MEANT = VERDICTS.filter((verdict) => verdict !== 'missed-not-reported');

function manage(life: Life, afterMs: number, command: () => object | undefined): void {
  life.soon(afterMs, () => {
    const manage = command();
    return manage && { manage };
  });
}

function standing(life: Life): readonly Commitment[] {
  const open = life.conversation();
  return (open?.commitments ?? []).filter(({ removed, owner }) => !removed && owner !== open?.manager);
}

function anyStanding(life: Life): Commitment | undefined {
  const all = standing(life);
  return all[life.random.below(Math.max(1, all.length))];
}

function anyCheckIn(life: Life): CheckIn | undefined {
  const ahead = (life.conversation()?.checkIns ?? []).filter(
    (checkIn) => !checkIn.cancelled && checkInStart(checkIn) > life.now(),
  );
  return ahead[life.random.below(Math.max(1, ahead.length))];
}

function anyParticipant(life: Life) {
  const open = life.conversation();
  const others = open ? presentPeople(open).filter(({ id }) => id !== open.manager) : [];
  return others[life.random.below(Math.max(1, others.length))];
}

function later(life: Life, days: number, time = '14:00'): string {
  return workdayAfter(life.conversation()?.zone ?? 'UTC', life.now(), days, time);
}

function day(life: Life, days: number): string {
  return wallAfter(life.conversation()?.zone ?? 'UTC', life.now(), days, '00:00').slice(0, 10);
}

/** Everything that is left open gets its verdict, and the conversation is closed. */
function settle(life: Life): object | undefined {
  const verdicts = standing(life)
    .filter(({ judgement }) => judgement === undefined || judgement.verdict === 'unresolved')
    .map(({ id, agreement }) => ({
      type: 'verdict',
      commitment: id,
      verdict: agreement.state === 'agreed' ? oneOf(life.random, ['kept', 'missed', 'released']) : 'released',
    }));
  const open = life.conversation();
  const own = (open?.commitments ?? [])
    .filter(({ owner, removed, judgement }) => owner === open?.manager && !removed && !judgement)
    .map(({ id }) => ({ type: 'report', commitment: id, kept: true }));
  return { commands: [...verdicts, ...own, { type: 'close' }] };
}

function onCommitment(life: Life, command: (commitment: Commitment) => object): () => object | undefined {
  return () => {
    const commitment = anyStanding(life);
    return commitment && command(commitment);
  };
}

function onPerson(life: Life, command: (person: string) => object): () => object | undefined {
  return () => {
    const person = anyParticipant(life);
    return person && command(person.id);
  };
}

function onCheckIn(life: Life, command: (checkIn: string) => object): () => object | undefined {
  return () => {
    const checkIn = anyCheckIn(life);
    return checkIn && command(checkIn.id);
  };
}

function onSideTalk(life: Life, command: (checkIn: string) => object): () => object | undefined {
  return () => {
    const talk = life.conversation()?.sideTalks.at(-1);
    return talk && command(talk.id);
  };
}

/** What a manager may do on any day, by how often it happens. */
function whims(life: Life, managers: readonly Somebody[]): readonly (() => object | undefined)[] {
  const { random } = life;
  const move = onCheckIn(life, (checkIn) => ({
    type: 'move-check-in',
    checkIn,
    at: later(life, 2 + random.below(6)),
  }));
  const pause = onPerson(life, (person) => {
    const from = random.below(4);
    return { type: 'pause', person, from: day(life, from), until: day(life, from + random.below(4)) };
  });
  const amend = onCommitment(life, ({ id }) => ({
    type: 'amend',
    change: [
      {
        id,
        ...oneOf(random, [
          { action: 'Do it another way.' },
          { dueBy: later(life, 4) },
          { celebration: 'Cake.' },
        ]),
      },
    ],
  }));
  return [
    move,
    move,
    pause,
    pause,
    amend,
    amend,
    onPerson(life, (person) => ({ type: 'resume', person })),
    onCheckIn(life, (checkIn) => ({ type: 'cancel-check-in', checkIn })),
    () => ({ type: 'add-check-in', at: later(life, 3 + random.below(6), '11:15') }),
    onCommitment(life, ({ id }) => ({
      type: 'choose-tone',
      commitment: id,
      tone: oneOf(random, ['firmer', 'plain']),
    })),
    onCommitment(life, ({ id }) => ({ type: 'renegotiate', commitment: id, dueBy: later(life, 3, '16:30') })),
    onCommitment(life, ({ id }) => ({ type: 'verdict', commitment: id, verdict: oneOf(random, MEANT) })),
    onCommitment(life, ({ id }) => ({
      type: 'correct',
      commitment: id,
      verdict: oneOf(random, MEANT),
      words: 'I misread it.',
    })),
    onPerson(life, (person) => ({ type: 'remove-person', person })),
    onPerson(life, (person) => ({ type: 'said-in-person', person, said: 'agreed' })),
    onPerson(life, (person) => ({
      type: 'correct-address',
      person,
      email: `new${random.below(1e6)}@acme.example`,
    })),
    onCommitment(life, ({ id }) => ({
      type: 'add-coaching',
      commitment: id,
      ...oneOf(random, [
        { how: 'manager' },
        { how: 'role-play', with: anyParticipant(life)?.email ?? '' },
        { how: 'expert', with: `expert${random.below(4)}@acme.example` },
      ]),
      at: later(life, 1 + random.below(4), '11:45'),
    })),
    () => ({
      type: 'add-cadence',
      cadence: oneOf(random, CADENCES),
      at: later(life, 1 + random.below(3), '09:05'),
      until: day(life, 12 + random.below(9)),
    }),
    onSideTalk(life, (checkIn) => ({ type: 'move-check-in', checkIn, at: later(life, 2, '13:20') })),
    onSideTalk(life, (checkIn) => ({ type: 'cancel-check-in', checkIn })),
    onCommitment(life, ({ id }) => ({ type: 'explain', commitment: id, reason: oneOf(random, REASONS) })),
    () => ({ type: 'hand-over', to: oneOf(random, managers) }),
    () => ({
      type: 'amend',
      add: [{ owner: anyParticipant(life)?.email ?? '', action: 'One more.', dueBy: later(life, 4) }],
    }),
    onCommitment(life, ({ id }) => ({ type: 'amend', remove: [id] })),
    () => (random.chance(0.4) ? { type: 'cancel' } : undefined),
  ];
}

/** What a manager does of their own accord from the day of the record on. */
export function manageFor(life: Life, managers: readonly Somebody[]): void {
  const { random } = life;
  if (random.chance(0.06)) manage(life, 20 * SECOND + random.below(60 * SECOND), () => ({ type: 'undo' }));
  const acts = random.below(4);
  for (let n = 0; n < acts; n++) {
    const at = MINUTE + random.below(11 * DAY);
    manage(life, at, oneOf(random, whims(life, managers)));
    if (random.chance(0.15)) manage(life, at + 30 * SECOND, () => ({ type: 'undo' }));
  }
}

function decide(life: Life, commitment: string): void {
  const { random } = life;
  if (random.chance(0.35)) return;
  const accept = random.chance(0.6);
  manage(life, aWhile(random, 20), () => ({ type: 'answer-change', commitment, accept }));
}

function wrapUp(life: Life): void {
  const { random } = life;
  if (random.chance(0.6)) manage(life, aWhile(random, 20), () => settle(life));
  else if (random.chance(0.3))
    manage(life, HOUR, () => ({ type: 'add-check-in', at: later(life, 4, '13:00') }));
}

function correct(life: Life): void {
  const { random } = life;
  const gone = life.conversation()?.people.find(({ addressFailed, removed }) => addressFailed && !removed);
  if (!gone || random.chance(0.3)) return;
  const email =
    random.chance(0.3) && gone.email !== undefined ? gone.email : `right${random.below(1e6)}@acme.example`;
  manage(life, aWhile(random, 12), () => ({ type: 'correct-address', person: gone.id, email }));
}

function talk(life: Life): void {
  const said = onPerson(life, (person) => ({ type: 'said-in-person', person, said: 'agreed' }));
  if (life.random.chance(0.4)) manage(life, aWhile(life.random, 20), said);
}

function makeRoom(life: Life): void {
  const move = onCheckIn(life, (checkIn) => ({ type: 'move-check-in', checkIn, at: later(life, 3) }));
  if (life.random.chance(0.3)) manage(life, aWhile(life.random, 9), move);
}

const REACTIONS: Record<string, (life: Life, subject: string) => void> = {
  'change-asked': decide,
  'change-unanswered': decide,
  'wrap-up': wrapUp,
  'address-failed': correct,
  'not-answered': talk,
  'no-report': talk,
  declined: makeRoom,
  wrote: makeRoom,
};

/** What a manager does about a delivery that reached them. */
export function manageAfter(life: Life, kind: string, subject: string): void {
  REACTIONS[kind]?.(life, subject);
}
