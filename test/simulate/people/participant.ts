import type { Commitment } from '../../../functions/domain/conversation.ts';
import { LEVELS, REASONS } from '../../../functions/domain/facts.ts';
import type { PersonId } from '../../../functions/domain/ids.ts';
import { DAY, SECOND } from '../../../functions/domain/instant.ts';
import { oneOf, workdayAfter } from './cast.ts';
import { aWhile, type Life } from './life.ts';

/** How somebody tends to answer. */
const WAYS = ['prompt', 'prompt', 'late', 'never', 'asks', 'wavers', 'stops'] as const;
export type Way = (typeof WAYS)[number];

export function drawWay({ random }: Pick<Life, 'random'>): Way {
  return oneOf(random, WAYS);
}

/** Who acts, and how they tend to. */
export type Role = { life: Life; person: PersonId; way: Way };

function anyOwn({ life, person }: Role): Commitment | undefined {
  const own = (life.conversation()?.commitments ?? []).filter((one) => one.owner === person && !one.removed);
  return own[life.random.below(Math.max(1, own.length))];
}

function act(role: Role, afterMs: number, command: (commitment: Commitment) => object): void {
  const { life, person } = role;
  life.soon(afterMs, () => {
    const commitment = anyOwn(role);
    return commitment && { person, command: command(commitment) };
  });
}

/** A slip that is put right within the minute. */
function orNot(role: Role, afterMs: number): void {
  const { life, person } = role;
  if (life.random.chance(0.15))
    life.soon(afterMs + 20 * SECOND + life.random.below(30 * SECOND), () => ({
      person,
      command: { type: 'undo' },
    }));
}

function agree(role: Role, afterMs: number): void {
  const consequence = oneOf(role.life.random, ['fair', 'fair', 'talk']);
  role.life.soon(afterMs, () => ({ person: role.person, command: { type: 'agree', consequence } }));
  orNot(role, afterMs);
}

function asked(role: Role): void {
  const { life } = role;
  const dueBy = () =>
    workdayAfter(life.conversation()?.zone ?? 'UTC', life.now(), 3 + life.random.below(4), '16:00');
  const after = aWhile(life.random, 10);
  const choice = life.random.below(4);
  if (choice === 0)
    life.soon(after, () => ({
      person: role.person,
      command: { type: 'ask-change', words: 'Not quite like this.' },
    }));
  if (choice === 1) act(role, after, ({ id }) => ({ type: 'propose-date', commitment: id, dueBy: dueBy() }));
  if (choice >= 2)
    act(role, after, ({ id }) => ({ type: 'propose-consequence', commitment: id, words: 'I bring cake.' }));
  orNot(role, after);
  if (life.random.chance(0.5)) agree(role, after + aWhile(life.random, 20));
}

function answer(role: Role): void {
  const { random } = role.life;
  switch (role.way) {
    case 'never':
      return;
    case 'asks':
      asked(role);
      return;
    case 'late':
      if (random.chance(0.5)) agree(role, DAY + aWhile(random, 48));
      return;
    case 'prompt':
    case 'wavers':
    case 'stops':
      agree(role, aWhile(random, 8));
  }
}

function report(role: Role, afterMs: number, kept: boolean): void {
  const reason = kept ? {} : { reason: oneOf(role.life.random, REASONS) };
  act(role, afterMs, ({ id }) => ({ type: 'report', commitment: id, kept, ...reason }));
  orNot(role, afterMs);
}

function answerDueCheck(role: Role): void {
  const { life, way } = role;
  const after = aWhile(life.random, 6);
  if (way === 'never' || life.random.chance(0.3)) return;
  if (life.random.chance(0.1)) {
    asked(role);
    return;
  }
  const kept = life.random.chance(0.65);
  report(role, after, kept);
  if (way === 'wavers') report(role, after + aWhile(life.random, 20), !kept);
}

function agreeAnew(role: Role): void {
  const { random } = role.life;
  if (role.way !== 'never' && random.chance(0.5)) agree(role, aWhile(random, 12));
}

/** How they will do it and what help it needs, and sometimes how much they want to hear of it. */
function sayHow(role: Role): void {
  const { life, person } = role;
  const { random } = life;
  if (random.chance(0.2))
    act(role, aWhile(random, 6), ({ id }) => ({
      type: 'answer-ask',
      commitment: id,
      how: 'In the morning.',
      help: random.chance(0.5) ? 'A quiet hour.' : '',
    }));
  if (random.chance(0.1))
    life.soon(aWhile(random, 8), () => ({
      person,
      command: { type: 'choose-contact', level: oneOf(random, LEVELS) },
    }));
}

function begin(role: Role): void {
  stop(role);
  sayHow(role);
  const { random } = role.life;
  if (random.chance(0.15)) report(role, aWhile(random, 5), true);
}

function stop(role: Role): void {
  const { life, person, way } = role;
  if (way !== 'stops') return;
  const optOut = oneOf(life.random, [
    ['nudges'],
    ['reminders'],
    ['nudges', 'celebrations'],
    ['check-ins'],
  ] as const);
  life.soon(aWhile(life.random, 5), () => ({ person, optOut }));
  if (life.random.chance(0.4)) life.soon(2 * DAY + aWhile(life.random, 40), () => ({ person, optOut: [] }));
}

function say(role: Role, type: 'helped' | 'learned'): void {
  if (role.life.random.chance(0.3))
    act(role, aWhile(role.life.random, 8), ({ id }) => ({ type, commitment: id, words: 'A quiet hour.' }));
}

function accept(role: Role): void {
  const { life, person } = role;
  const changes = life
    .conversation()
    ?.commitments.flatMap(({ id, requests }) =>
      requests.some(({ answered, by }) => !answered && by !== person) ? [id] : [],
    );
  if (!changes || changes.length === 0 || life.random.chance(0.3)) return;
  const accepts = life.random.chance(0.7);
  const commitment = oneOf(life.random, changes);
  life.soon(aWhile(life.random, 9), () => ({
    person,
    command: { type: 'answer-change', commitment, accept: accepts },
  }));
}

/** Asked to a talk beside the check-ins, somebody says no, or brings one thing; to a check-in's invitation neither. */
function comeOrNot(role: Role): void {
  const { life, person } = role;
  const { random } = life;
  if (random.chance(0.5)) return;
  const no = random.chance(0.5);
  life.soon(aWhile(random, 9), () => {
    const talk = life.conversation()?.sideTalks.findLast(({ people }) => people.includes(person));
    if (!talk) return undefined;
    const command = no
      ? { type: 'decline-talk', checkIn: talk.id }
      : { type: 'bring', checkIn: talk.id, words: 'One thing.' };
    return { person, command };
  });
}

function explain(role: Role): void {
  if (role.life.random.chance(0.3))
    act(role, aWhile(role.life.random, 8), ({ id }) => ({
      type: 'explain',
      commitment: id,
      reason: oneOf(role.life.random, REASONS),
    }));
  say(role, 'learned');
}

const REACTIONS: Record<string, (role: Role) => void> = {
  invitation: comeOrNot,
  recap: answer,
  changed: agreeAnew,
  reminder: agreeAnew,
  start: begin,
  'mid-way': begin,
  'heads-up': begin,
  today: begin,
  'due-check': answerDueCheck,
  'missed-not-reported': (role) => {
    const { random } = role.life;
    if (random.chance(0.5)) report(role, aWhile(random, 24), random.chance(0.7));
  },
  'new-dates': asked,
  consequence: explain,
  celebration: (role) => say(role, 'helped'),
  'change-asked': accept,
  'change-unanswered': accept,
};

/** What somebody does about a delivery that reached them. */
export function reactTo(role: Role, kind: string): void {
  REACTIONS[kind]?.(role);
}
