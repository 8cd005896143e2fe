import { HOUR, type Instant, instant, MINUTE, plus } from '../../../functions/domain/instant.ts';
import { linkFor } from '../../../infra/local/demo/inbox.ts';
import { ACME, at, BILL, DANA, MEI } from '../../simulation/acme.ts';
import { CONVERSATION, STARTS_AT } from '../cost/typical-conversation.ts';
import { type CountedWeb, mailsOf, startCountedWeb } from '../growth/counted-web.ts';
import { type Nudge, nudgesAhead } from './nudge.ts';
import { NOTHING, type Tally } from './tally.ts';

/**
 * What somebody did: the nudges that left before it, those that leave at once because of it, those that stand ahead after it, and the
 * facts then, as JSON.
 */
export type Step = {
  what: 'submit' | 'act' | 'reschedule' | 'end';
  left: Nudge[];
  atOnce: Nudge[];
  ahead: Nudge[];
  facts: string;
};

const AGREE = { action: 'agree', consequence: 'fair' };
const RESCHEDULE = {
  commands: [
    { type: 'move-check-in', checkIn: 'k1', at: '2027-01-26T10:00' },
    { type: 'renegotiate', commitment: 'c2', dueBy: '2027-01-19T17:00' },
  ],
};
const PUT_OFF_AT = at('2027-01-12T09:00:00Z');
const report = (commitment: string) => ({ action: 'report', commitment, kept: 'yes' });
/** Half an hour after each was asked. */
const REPORTS = [
  ['2027-01-15T16:30:00Z', BILL, 'c1'],
  ['2027-01-18T16:30:00Z', DANA, 'c5'],
  ['2027-01-19T16:30:00Z', MEI, 'c3'],
  ['2027-01-19T16:31:00Z', MEI, 'c4'],
  ['2027-01-19T16:32:00Z', BILL, 'c2'],
] as const;

const HINTS: ReadonlySet<string> = new Set(['ring', 'armAlarm']);
const TENANT = { ...ACME, policy: { ...ACME.policy, digest: 'off' as const } };

function makeCount({ world, calls }: CountedWeb, tally: Tally) {
  const begin = () => {
    calls.length = 0;
    world.faults.calls.length = 0;
  };
  const hints = () => world.faults.calls.filter((name) => HINTS.has(name)).length;
  return {
    begin,
    hints,
    /** Wakes alone: rows of the dashboard and reply addresses are no part of nudging. */
    addWakes: () => {
      const written = calls
        .flatMap((call) => call.written)
        .filter(({ pk }) => pk.startsWith('CONVERSATION#'));
      const wakes = world.faults.calls.filter((name) => name === 'load').length;
      tally.writeUnits += written.reduce((sum, { units, indexUnits }) => sum + units + indexUnits, 0);
      tally.readUnits += calls.reduce((sum, { readUnits }) => sum + readUnits, 0);
      tally.runs += wakes;
      tally.queueCalls += 2 * wakes;
    },
    addHints: () => {
      const rings = world.faults.calls.filter((name) => name === 'ring').length;
      const alarms = hints() - rings;
      // An alarm reaches the queue by a call of Scheduler's.
      tally.queueCalls += rings + alarms;
      tally.alarmsRung += alarms;
    },
  };
}

/**
 * Plays the typical conversation on the real program: recorded, agreed, put off once (the check-in and one due date), everything kept,
 * closed. Answers what nudging took, and every step, for the others to do the same.
 */
export async function playStory(): Promise<{ ours: Tally; steps: Step[] }> {
  const start = instant(STARTS_AT);
  const web = await startCountedWeb(start, TENANT, DANA);
  const { world, client } = web;
  world.sweeps = false;
  // Receipts by events come to all of them alike.
  world.ses.faults.lostEvents = () => true;
  const ours = { ...NOTHING };
  const count = makeCount(web, ours);
  const steps: Step[] = [];
  let standing: Nudge[] = [];
  let id = '';
  /** Answers the calls to queue and Scheduler on the way to the moment, and in the act itself. */
  const step = async (what: Step['what'], moment: Instant, act: () => Promise<unknown>) => {
    count.begin();
    await world.advance(moment);
    count.addWakes();
    const before = count.hints();
    const left = standing.filter((nudge) => nudge.at <= moment);
    await act();
    const acted = count.hints() - before;
    count.addHints();
    const { plan, facts } = await client.conversation(id);
    const owed = nudgesAhead(plan);
    const ahead = owed.filter((nudge) => nudge.at > moment);
    const atOnce = owed.filter((nudge) => nudge.at <= moment);
    steps.push({ what, left, atOnce, ahead, facts: JSON.stringify(facts) });
    standing = ahead;
    return { before, acted };
  };
  const byLink = async (who: string, fields: Record<string, string>) => {
    const done = await client.act(linkFor(mailsOf(web), who) ?? '', fields);
    if ('errors' in done) throw new Error(JSON.stringify(done.errors));
  };
  const command = async (sent: unknown) => {
    const done = await client.command(id, sent);
    if ('errors' in done) throw new Error(JSON.stringify(done.errors));
  };
  const submitted = await step('submit', start, async () => {
    id = (await web.submit(CONVERSATION)).id;
  });
  await step('act', plus(start, HOUR), () => byLink(BILL, AGREE));
  await step('act', plus(start, HOUR + MINUTE), () => byLink(MEI, AGREE));
  const putOff = await step('reschedule', PUT_OFF_AT, () => command(RESCHEDULE));
  // The wake that it rings arms the next alarm.
  const woken = await step('act', plus(PUT_OFF_AT, MINUTE), async () => undefined);
  for (const [moment, who, commitment] of REPORTS)
    await step('act', at(moment), () =>
      who === DANA ? command({ type: 'report', commitment, kept: true }) : byLink(who, report(commitment)),
    );
  await step('end', at('2027-01-26T12:00:00Z'), () => command({ type: 'close' }));
  const [failure] = world.failures;
  if (failure) throw failure;
  const alive = world.rings.mostArmed();
  const rescheduleCalls = putOff.acted + woken.before;
  return { ours: { ...ours, submitCalls: submitted.acted, rescheduleCalls, alive }, steps };
}
