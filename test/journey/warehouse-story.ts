import { act, type Manager, managerOf, sampleBody } from './people.ts';
import { type ListedMail, type System, startSystem } from './system.ts';

export const MARIEKE = 'marieke@havenlog.example';
export const DIRK = 'dirk.jansen@havenlog.example';
const SIOBHAN = 'siobhan.oshea@havenlog.example';
export const TOM = 'tom@havenlog.example';

export type Story = { system: System; manager: Manager; id: string };
/** Half a minute into a minute, so that no wait of two minutes ends on the edge of one. */
type Step = { at: string; does: (story: Story) => Promise<unknown> };

const as = (who: string, fields: Record<string, string>) => (story: Story) =>
  act(story.system, story.id, who, fields);
const agree = { action: 'agree', consequence: 'fair' };

/**
 * Siobhán agrees and keeps early. Dirk agrees, misses, gets a new date and keeps it. Tom answers after the second reminder, stays
 * silent when it is due, and says after the verdict that he did it, which Marieke accepts.
 */
const STEPS: readonly Step[] = [
  { at: '2027-01-08T10:25:30', does: as(SIOBHAN, agree) },
  { at: '2027-01-08T11:05:30', does: as(DIRK, agree) },
  { at: '2027-01-14T09:20:30', does: as(TOM, agree) },
  {
    at: '2027-01-18T09:40:30',
    does: as(DIRK, {
      action: 'report',
      commitment: 'c1',
      kept: 'no',
      reason: 'in-the-way',
      words: 'Dock 6 had no scanner.',
    }),
  },
  {
    at: '2027-01-18T15:10:30',
    does: ({ manager, id }) =>
      manager.command(id, { type: 'renegotiate', commitment: 'c1', dueBy: '2027-01-29T18:00' }),
  },
  { at: '2027-01-26T15:00:30', does: as(SIOBHAN, { action: 'report', commitment: 'c2', kept: 'yes' }) },
  { at: '2027-02-01T09:15:30', does: as(DIRK, { action: 'report', commitment: 'c1', kept: 'yes' }) },
  { at: '2027-02-09T13:30:30', does: as(TOM, { action: 'report', commitment: 'c3', kept: 'yes' }) },
  {
    at: '2027-02-09T14:10:30',
    does: ({ manager, id }) => manager.command(id, { type: 'answer-change', commitment: 'c3', accept: true }),
  },
];
export const END = '2027-02-15T12:00';

/** Worked out by hand from product.md: minute in Amsterdam, kind, and whom it reaches. Everybody works Monday to Friday, 09:00 to 17:00. */
export const TIMELINE = `
  2027-01-08T10:00 recap                marieke dirk.jansen siobhan.oshea tom
  2027-01-08T10:00 invitation           marieke dirk.jansen siobhan.oshea tom
  2027-01-08T10:28 entry                siobhan.oshea       // agreed 10:25:30; two minutes to take it back, then the full minute
  2027-01-08T11:08 entry                dirk.jansen
  2027-01-11T09:00 reminder             tom                 // the next working opening
  2027-01-11T09:00 start                dirk.jansen         // from 06:00 on: the opening of that day
  2027-01-11T09:00 start                siobhan.oshea
  2027-01-13T09:00 reminder             tom                 // two working days later; his start on the 12th is not his before he agreed
  2027-01-14T09:00 not-answered         marieke             // one working day later
  2027-01-14T09:00 heads-up             dirk.jansen         // one working day before Friday 18:00
  2027-01-14T09:23 entry                tom
  2027-01-18T09:00 due-check            dirk.jansen         // Friday 18:00 is after hours: Monday's opening
  2027-01-18T09:43 consequence          dirk.jansen marieke
  2027-01-18T15:10 changed              dirk.jansen siobhan.oshea tom
  2027-01-18T15:10 entry                dirk.jansen
  2027-01-26T15:03 celebration          siobhan.oshea marieke
  2027-01-26T15:03 entry-done           siobhan.oshea       // three days early: no heads-up, no check
  2027-01-28T09:00 heads-up             dirk.jansen
  2027-02-01T09:00 due-check            dirk.jansen
  2027-02-01T09:18 celebration          dirk.jansen marieke
  2027-02-04T09:00 heads-up             tom
  2027-02-05T09:00 agenda               marieke dirk.jansen siobhan.oshea tom
  2027-02-05T12:00 due-check            tom                 // within hours: at due
  2027-02-08T11:45 wrap-up              marieke             // 10:30, fifteen minutes, and an hour
  2027-02-09T11:45 missed-not-reported  tom marieke         // the check-in came first; one working day after the wrap-up
  2027-02-09T13:33 change-asked         marieke             // they had talked already, so she is asked
  2027-02-09T14:13 changed              tom                 // her yes and the celebration, in one mail
  2027-02-09T14:13 correction           marieke             // she had been told that it was missed
`;

/** One line a mail, sorted: "2027-01-08T10:00 recap marieke". */
export function wantedMails(table: string): string[] {
  return table
    .split('\n')
    .flatMap((line) => {
      const [moment, kind, ...names] = (line.split('//')[0] ?? '').trim().split(/\s+/);
      return names.map((name) => `${moment} ${kind} ${name}`);
    })
    .sort();
}

export function seenMails(system: System, mails: readonly ListedMail[]): string[] {
  return mails.map(({ at, kind, to }) => `${system.wall(at)} ${kind} ${to.map(nameOf).join('+')}`).sort();
}

function nameOf(address: string): string {
  return address.replace(/@havenlog\.example$/, '');
}

/** The warehouse on Friday 8 January 2027 at 10:00, before anything is recorded. */
export async function openWarehouse(): Promise<Omit<Story, 'id'>> {
  const system = await startSystem({
    tenant: 'test/tenants/havenlog.json',
    now: '2027-01-08T09:00:00Z',
    zone: 'Europe/Amsterdam',
  });
  return { system, manager: await managerOf(system, MARIEKE) };
}

export const recordStory = async (begun: Omit<Story, 'id'>): Promise<Story> => ({
  ...begun,
  id: await begun.manager.record(sampleBody('01-warehouse')),
});

/** Plays the steps of a part of the story, from one wall time on and before another. */
export async function playSteps(story: Story, from: string, until: string): Promise<void> {
  for (const step of STEPS.filter(({ at }) => from <= at && at < until)) {
    await story.system.moveTo(step.at);
    await step.does(story);
  }
}
