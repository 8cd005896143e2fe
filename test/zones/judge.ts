import { expected, type History, type Owed } from './expected.ts';
import type { Lived } from './live.ts';
import { momentBy } from './rules.ts';
import type { What, Who } from './scene.ts';
import type { ZoneData } from './zone-data.ts';

const MINUTE = 60_000;
// An alarm is armed for the next whole minute and rings anywhere within that one.
const ALARM_MS = 2 * MINUTE;
// The sweep after a change of the data rings whoever lies ahead; the ring itself is worked off at once.
const SWEEP_MS = 5 * MINUTE;
const ENTRY_MS = 30 * MINUTE;

/** Why something came later than its wall moment. */
export const LATE = [
  'working hours',
  'back from a pause',
  'the two minutes to undo',
  "the alarm's minute",
  'new zone data, found by the next sweep',
] as const;
type Late = (typeof LATE)[number];

export type Verdict = {
  deliveries: number;
  entries: number;
  /** Entries in calendars that still show the moment of the zone data before. */
  stale: number;
  late: Partial<Record<Late, number>>;
  /** Why something that the rules would owe did not leave. */
  reasons: Record<string, number>;
  early: string[];
  missing: string[];
  wrong: string[];
};

export type Judging = { data: ZoneData; change?: { at: number; data: ZoneData } | undefined };

const iso = (at: number) => new Date(at).toISOString().slice(0, 19);

/** Kind, subject and person of a delivery's key; of a reminder which one, and of what was not answered by whom. */
export function plainKey(key: string): string {
  const [kind = '', subject = '', to = '', rev = ''] = key.split('_');
  const isRound = kind === 'reminder' || kind === 'not-answered';
  return isRound ? `${kind}_${subject}_${rev}_${to}` : `${kind}_${subject}_${to}`;
}

function historyOf({ facts, scene }: Lived): History {
  const history: History = { recordedAt: scene.recordedAt, agreed: {}, asked: {}, judged: {} };
  for (const fact of facts) {
    if (fact.type === 'agreed' && isWho(fact.by)) history.agreed[fact.by] = fact.at;
    if (fact.type === 'asked' && isWhat(fact.commitment)) history.asked[fact.commitment] = fact.at;
    if (fact.type === 'reported' && isWhat(fact.commitment))
      history.judged[fact.commitment] = { at: fact.at, kept: true, told: false };
    if (fact.type === 'silencePassed' && isWhat(fact.commitment)) {
      const told = fact.verdict === 'missed-not-reported';
      history.judged[fact.commitment] = { at: fact.at, kept: false, told };
    }
  }
  return history;
}

function isWho(id: string): id is Who {
  return /^p[1-4]$/.test(id);
}

function isWhat(id: string): id is What {
  return /^c[1-6]$/.test(id);
}

/** Everything that happened at its own moment: mails by key, and silences by commitment. */
function happened(lived: Lived): Map<string, number> {
  const found = new Map(lived.left.map(({ key, at }) => [plainKey(key), at]));
  for (const fact of lived.facts)
    if (fact.type === 'silencePassed') found.set(`silence_${fact.commitment}`, fact.at);
  return found;
}

function nothingYet(lived: Lived): Verdict {
  const empty = { late: {}, reasons: {}, early: [], missing: [], wrong: [] };
  return { deliveries: lived.left.length, entries: 0, stale: 0, ...empty };
}

type Owing = ReadonlyMap<string, Owed>;

/** Holds what came against what was owed by the rules in force when it did. */
function holdCame(
  verdict: Verdict,
  came: ReadonlyMap<string, number>,
  before: Owing,
  after: Owing,
  changedAt: number,
): void {
  for (const [key, at] of came) {
    const owed = (at < changedAt ? before : after).get(key);
    if (!owed) verdict.wrong.push(`${key} left at ${iso(at)} and nobody was owed it`);
    else if (at < owed.at) verdict.early.push(`${key} at ${iso(at)} instead of ${iso(owed.at)}`);
    else explain(verdict, key, at, owed, changedAt);
  }
}

/** Holds what did not come by an end against what was owed until then. `excused`: with a stated reason, up to this moment. */
function holdMissing(
  verdict: Verdict,
  came: ReadonlyMap<string, number>,
  owing: Owing,
  skips: ReadonlyMap<string, string>,
  limits: { end: number; excused: number },
): void {
  for (const [key, { at }] of owing) {
    if (came.has(key) || at + ALARM_MS >= limits.end) continue;
    const why = skips.get(key);
    if (why !== undefined && at <= limits.excused) verdict.reasons[why] = (verdict.reasons[why] ?? 0) + 1;
    else verdict.missing.push(`${key} of ${iso(at)}${whyNot(why)}`);
  }
}

/** Holds what happened in one life against the rules that were in force when it did. */
export function judge(lived: Lived, { data, change }: Judging): Verdict {
  const verdict = nothingYet(lived);
  const history = historyOf(lived);
  const came = happened(lived);
  const silences = [...came.keys()].filter((key) => key.startsWith('silence_')).length;
  if (came.size !== lived.left.length + silences) verdict.wrong.push('something left twice');
  const skips = new Map([...lived.skipped].map(([key, why]) => [plainKey(key), why]));
  const before = expected(lived.scene, history, data);
  const after = change ? expected(lived.scene, history, change.data) : before;
  const end = lived.scene.endsAt;
  const changedAt = change?.at ?? end;
  holdCame(verdict, came, before, after, changedAt);
  holdMissing(verdict, came, before, skips, { end: Math.min(changedAt, end), excused: 0 });
  // What the new rules put before anybody knew of them may have become pointless meanwhile.
  if (change) holdMissing(verdict, came, after, skips, { end, excused: changedAt + SWEEP_MS });
  holdEntries(verdict, lived, { data, change });
  return verdict;
}

function whyNot(why: string | undefined): string {
  return why === undefined ? ', for no stated reason' : `, because "${why}"`;
}

function explain(verdict: Verdict, key: string, at: number, owed: Owed, changedAt: number): void {
  const count = (why: Late) => {
    verdict.late[why] = (verdict.late[why] ?? 0) + 1;
  };
  if (owed.because) count(owed.because);
  const late = at - owed.at;
  const isFound = changedAt <= at && at - Math.max(changedAt, owed.at) <= SWEEP_MS + ALARM_MS;
  if (late === 0) return;
  if (late < ALARM_MS) count("the alarm's minute");
  else if (isFound) count('new zone data, found by the next sweep');
  else verdict.wrong.push(`${key} at ${iso(at)} is ${Math.round(late / MINUTE)} minutes late for nothing`);
}

/** The moments in calendar entries, by the rules in force when they were written; and which of them a decree made stale. */
function holdEntries(verdict: Verdict, { scene, entries }: Lived, { data, change }: Judging): void {
  for (const { at, event } of entries) {
    const [, subject = ''] = /-([ck]\d)-p\d@/.exec(event.uid) ?? [];
    const momentsBy = (zones: ZoneData) => momentsOf(scene, subject, zones);
    const now = change && at >= change.at ? change.data : data;
    const { start, end } = momentsBy(now);
    verdict.entries += 1;
    if (event.start !== start || event.end !== end)
      verdict.wrong.push(`the entry of ${subject} is at ${iso(event.start)} instead of ${iso(start)}`);
    if (change && momentsBy(change.data).start !== event.start) verdict.stale += 1;
  }
}

function momentsOf(scene: Lived['scene'], subject: string, data: ZoneData): { start: number; end: number } {
  const rules = (zone: string) => data.get(zone) ?? { first: 0, changes: [] };
  if (subject === 'k1') {
    const { at, minutes, reading } = scene.talks[subject];
    const start = momentBy(rules(scene.zone), Date.parse(`${at}Z`), reading);
    return { start, end: start + minutes * MINUTE };
  }
  if (!isWhat(subject)) throw new Error(`an entry about ${subject}`);
  const { due = '', reading, owner } = scene.promises[subject];
  const { zone, hours } = scene.people[owner];
  const closes = hours.to > hours.from ? 0 : 86_400_000;
  const end =
    due.length > 10
      ? momentBy(rules(scene.zone), Date.parse(`${due}Z`), reading)
      : momentBy(rules(zone), Date.parse(`${due}T${hours.to}Z`) + closes);
  return { start: end - ENTRY_MS, end };
}
