import { type Circumstances, circumstancesOf, type Dated } from './circumstances.ts';
import { wallBy } from './rules.ts';
import type { Scene, What, Who } from './scene.ts';
import {
  dayOfWall,
  nextOpening,
  opening,
  shiftDay,
  whenWorking,
  workday,
  workdaysLater,
  workedBetween,
  works,
} from './working-hours.ts';
import type { ZoneData } from './zone-data.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** What people did, and what the program noted that time did, with the moment it was noted (epoch ms). */
export type History = {
  recordedAt: number;
  agreed: Partial<Record<Who, number>>;
  asked: Partial<Record<What, number>>;
  judged: Partial<Record<What, { at: number; kept: boolean; told: boolean }>>;
};

/** Why something comes later than the moment it is about. */
type Because = 'working hours' | 'back from a pause' | 'the two minutes to undo';
/** When something is to leave, or a silence to end (epoch ms). */
export type Owed = { at: number; because?: Because | undefined };

/** `drops`: what is dropped in a pause instead of waiting for the return. */
type Limits = { from?: number; until?: number | undefined; drops?: boolean; because?: Because | undefined };
type Ledger = Circumstances & {
  history: History;
  owed: Map<string, Owed>;
  owe: (key: string, who: Who, planned: number, limits?: Limits) => void;
};

const EVERYBODY = ['p1', 'p2', 'p3', 'p4'] as const;
const ASKED = ['p2', 'p3', 'p4'] as const;

/** At opening, one working day before a talk. */
function beforeTalk({ worksOf }: Ledger, who: Who, start: number): number {
  const of = worksOf(who);
  return opening(of, workday(of, shiftDay(of, start), -1));
}

function oweTalks(ledger: Ledger): void {
  const { leaves, owed, owe, talks } = ledger;
  for (const who of EVERYBODY) {
    owed.set(`recap_all_${who}`, { at: leaves });
    for (const { id, start } of talks) {
      owe(`invitation_${id}`, who, leaves, { until: start });
      const at = beforeTalk(ledger, who, start);
      if (at > leaves) owe(`agenda_${id}`, who, at, { until: start, drops: true });
    }
  }
  for (const { id, end } of talks) owe(`wrap-up_${id}`, 'p1', end + HOUR);
}

/** Two reminders to answer, and then the manager is told. */
function oweReminders({ leaves, owe, promises, history, worksAround, worksOf }: Ledger, who: Who): void {
  const own = promises.filter(({ owner }) => owner === who);
  const isWaiting = (at: number) => (history.agreed[who] ?? Number.POSITIVE_INFINITY) > at;
  const isAhead = (at: number) => own.some(({ dueAt }) => dueAt === undefined || dueAt > at);
  const of = worksAround(who);
  const openingLater = (from: number, days: number) => {
    const day = dayOfWall(wallBy(of.rules, workdaysLater(of, from, days)));
    return opening(of, workday(of, day, 0, -1));
  };
  const first = nextOpening(of, leaves);
  const second = openingLater(first, 2);
  const told = whenWorking(worksOf('p1'), openingLater(second, 1));
  const remind = (number: number, at: number, until: number) => {
    if (isWaiting(at) && isAhead(at)) owe(`reminder_all_${number}`, who, at, { until, drops: true });
  };
  remind(1, first, second);
  remind(2, second, Math.max(told, nextOpening(of, second)));
  if (isWaiting(told)) owe(`not-answered_all_${who}`, 'p1', told);
}

/** What follows a verdict, to its owner and the other side, when they work. */
function oweVerdict({ owe, worksOf, history }: Ledger, { id, owner }: Dated): void {
  const judged = history.judged[id];
  if (!judged?.told && !judged?.kept) return;
  const { at, kept } = judged;
  const others: readonly Who[] = owner === 'p1' && !kept ? ASKED : ['p1'];
  for (const who of new Set([owner, ...others])) {
    const settled = kept ? at + 2 * MINUTE : at;
    const when = whenWorking(worksOf(who), settled);
    const waits = kept ? ('the two minutes to undo' as const) : undefined;
    const because = when === settled ? waits : ('working hours' as const);
    owe(`${kept ? 'celebration' : 'missed-not-reported'}_${id}`, who, when, { from: at, because });
  }
}

/** Nudges go to whoever agreed, about what has no verdict yet. */
function nudge({ owe, leaves, history }: Ledger, kind: string, of: Dated, at: number, limits: Limits): void {
  const judged = history.judged[of.id];
  if (judged && judged.at <= at) return;
  const agreedAt = of.owner === 'p1' ? history.recordedAt : (history.agreed[of.owner] ?? 0);
  owe(kind, of.owner, at, { ...limits, from: Math.max(leaves, agreedAt) });
}

function oweStart(ledger: Ledger, promise: Dated): void {
  const { id, owner, dueAt, dueDay, startDay } = promise;
  const of = ledger.worksOf(owner);
  const at = opening(of, workday(of, startDay, 0, -1));
  const isCovered = startDay <= ledger.dayAt(owner, ledger.leaves) || at <= ledger.leaves;
  if (isCovered || (dueAt !== undefined && at >= dueAt)) return;
  const kind = startDay === dueDay ? 'today' : 'start';
  nudge(ledger, `${kind}_${id}`, promise, at, { until: dueAt, drops: true });
}

function oweHabit(ledger: Ledger, promise: Dated): void {
  const { id, owner, startDay } = promise;
  const of = ledger.worksOf(owner);
  nudge(ledger, `due-check_${id}`, promise, opening(of, workday(of, startDay + 7, 0, 1)), {});
  for (const talk of ledger.talks) {
    const at = beforeTalk(ledger, owner, talk.start);
    if (ledger.dayAt(owner, at) > startDay && at > ledger.leaves)
      nudge(ledger, `due-check_${id}-${talk.id}`, promise, at, { until: talk.start });
  }
}

/** Heads-up, calendar entry, due check or new dates; and when silence ends. */
function oweDue(ledger: Ledger, promise: Dated, dueAt: number, dueDay: number): void {
  const { leaves, history, owe, backAt } = ledger;
  const { id, owner, startDay } = promise;
  const of = ledger.worksOf(owner);
  const judged = history.judged[id];
  const tellAt = opening(of, workday(of, dueDay, -1));
  if (tellAt - leaves >= DAY && ledger.dayAt(owner, tellAt) >= startDay)
    nudge(ledger, `heads-up_${id}`, promise, tellAt, { until: dueAt, drops: true });
  const agreedAt = history.agreed[owner] ?? 0;
  const entryAt = owner === 'p1' ? leaves : Math.max(leaves, agreedAt + 2 * MINUTE);
  owe(`entry_${id}`, owner, entryAt, {
    until: dueAt,
    because: owner === 'p1' ? undefined : 'the two minutes to undo',
  });

  const enough = workedBetween(of, wallBy(of.rules, leaves), wallBy(of.rules, dueAt)) >= 2 * HOUR;
  const asks = enough && works(of, dueAt) ? dueAt : nextOpening(of, dueAt);
  const back = backAt(owner, dueAt);
  if (back === undefined)
    nudge(ledger, `due-check_${id}`, promise, asks, {
      because: asks === dueAt ? undefined : 'working hours',
    });
  else if (!judged || judged.at > back) owe(`new-dates_${id}`, owner, back, { because: 'back from a pause' });
  if (judged?.kept) return;
  const asked = Math.max(dueAt, history.asked[id] ?? backAt(owner, asks) ?? asks);
  ledger.owed.set(`silence_${id}`, { at: silenceEnd(ledger, owner, dueAt, asked, back) });
}

function silenceEnd(
  { worksAround, worksOf, talks }: Ledger,
  owner: Who,
  dueAt: number,
  asked: number,
  back: number | undefined,
): number {
  const of = worksAround(owner);
  let until = workdaysLater(of, asked, 1);
  // A talk that falls before silence would end decides.
  for (const { start, end } of talks)
    if (dueAt <= start && start < until) until = Math.max(until, workdaysLater(of, end + HOUR, 1));
  return back === undefined ? until : Math.max(until, workdaysLater(worksOf(owner), back, 2));
}

function owePromise(ledger: Ledger, promise: Dated): void {
  const { id, owner, dueAt, dueDay } = promise;
  oweVerdict(ledger, promise);
  if (owner !== 'p1' && ledger.history.agreed[owner] === undefined) {
    if (dueAt !== undefined) ledger.owed.set(`silence_${id}`, { at: dueAt });
    return;
  }
  oweStart(ledger, promise);
  if (dueAt === undefined || dueDay === undefined) oweHabit(ledger, promise);
  else oweDue(ledger, promise, dueAt, dueDay);
}

/**
 * A conversation's moments by one zone data, reckoned from the product's table of deliveries and from nothing of the
 * program: deliveries by kind, subject and person, and when silence ends by commitment.
 */
export function expected(scene: Scene, history: History, data: ZoneData): Map<string, Owed> {
  const around = circumstancesOf(scene, data);
  const owed = new Map<string, Owed>();
  const owe: Ledger['owe'] = (key, who, planned, limits = {}) => {
    const back = around.backAt(who, planned);
    if (back !== undefined && limits.drops) return;
    const at = back ?? planned;
    if (at < (limits.from ?? around.leaves) || (limits.until !== undefined && limits.until <= at)) return;
    owed.set(`${key}_${who}`, { at, because: back === undefined ? limits.because : 'back from a pause' });
  };
  const ledger: Ledger = { ...around, history, owed, owe };
  oweTalks(ledger);
  for (const who of ASKED) oweReminders(ledger, who);
  for (const promise of around.promises) owePromise(ledger, promise);
  return owed;
}
