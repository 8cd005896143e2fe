import { describe, expect, it } from 'vitest';
import sample from '../../conversations/sydney-kitchen.json' with { type: 'json' };
import { given } from '../given.ts';
import { byHand, sentLines, skippedLines } from './table.ts';
import { tenantOf } from './tenants.ts';

// Worked out on paper from product.md and a 2027 calendar. Hours Tuesday–Saturday 14:00–23:00; Noor (p3) bakes Monday to
// Friday 22:00–06:00. Days off in New South Wales: 26 January (a Tuesday), 26–29 March (Easter), 25 and 26 April (Anzac
// Day on a Sunday, and its Monday). p1 Priya (manager) owns c7; p2 Luca c1, c2 and the habit c6; p3 Noor c3, c5; p4 Grace
// c4, and she is Luca's partner in c1. Check-ins: Tuesday 2 February and Saturday 1 May, 15:00.
const kitchen = tenantOf({
  domain: 'harbourkitchen.example',
  timezone: 'Australia/Sydney',
  country: 'AU-NSW',
  workingHours: [{ days: [2, 3, 4, 5, 6], from: '14:00', to: '23:00' }],
});

function played() {
  return given(sample.conversation, kitchen, '2027-01-19T16:00')
    .run('2027-01-19T16:20')
    .command('p2', { type: 'agree', consequence: 'fair' })
    .run('2027-01-19T22:40')
    .command('p3', { type: 'agree', consequence: 'fair' })
    .run('2027-01-23T22:41')
    .command('p2', { type: 'report', commitment: 'c2', kept: true })
    .run('2027-01-28T18:00')
    .command('p2', { type: 'report', commitment: 'c1', kept: true })
    .run('2027-01-29T02:10')
    .command('p3', { type: 'report', commitment: 'c3', kept: false, reason: 'in-the-way' })
    .run('2027-02-10T15:00')
    .command('p4', { type: 'agree' })
    .run('2027-04-27T22:05')
    .command('p3', { type: 'report', commitment: 'c5', kept: true })
    .run('2027-06-30T12:00');
}

const SENT = `
  2027-01-19 Tue 16:00 recap all → p1 p2 p3 p4
  2027-01-19 Tue 16:00 invitation k1 → p1 p2 p3 p4
  2027-01-19 Tue 16:00 invitation k2 → p1 p2 p3 p4
  2027-01-19 Tue 16:00 entry c7 → p1                      // submitting is the manager's own agreement
  2027-01-19 Tue 16:22 entry c1 → p2
  2027-01-19 Tue 16:22 entry c2 → p2
  2027-01-19 Tue 22:00 reminder all → p3                  // Noor's next opening is tonight
  2027-01-19 Tue 22:42 entry c3 → p3
  2027-01-19 Tue 22:42 entry c5 → p3

  2027-01-20 Wed 14:00 reminder all → p4
  2027-01-20 Wed 14:00 start c1 → p2
  2027-01-20 Wed 14:00 start c6 → p2
  2027-01-22 Fri 14:00 reminder all → p4                  // two working days later
  2027-01-22 Fri 14:00 heads-up c2 → p2
  2027-01-23 Sat 14:00 not-answered all → p1              // one working day after that
  2027-01-23 Sat 14:00 heads-up c1 → p2                   // due on Tuesday 26, a day off; Sunday and Monday are free
  2027-01-23 Sat 14:00 partner-help c1 → p4               // half way, at Grace's opening
  2027-01-23 Sat 22:30 due-check c2 → p2                  // a Saturday night is within Luca's hours
  2027-01-23 Sat 22:43 celebration c2 → p1 p2

  2027-01-25 Mon 22:00 start c3 → p3
  2027-01-27 Wed 14:00 due-check c1 → p2                  // due at 23:00 on Australia Day: asked at the next opening
  2027-01-27 Wed 14:00 due-check c6 → p2                  // the habit after one week
  2027-01-27 Wed 22:00 heads-up c3 → p3                   // due at two on Friday, in Thursday's shift: one shift before it
  2027-01-28 Thu 14:00 missed-not-reported c1 → p1 p2
  2027-01-28 Thu 18:02 celebration c1 → p2 p4             // put right with one tap; Grace had heard nothing of a miss
  2027-01-28 Thu 18:02 correction c1 → p1                 // who got the miss gets one correction
  2027-01-29 Fri 02:00 due-check c3 → p3
  2027-01-29 Fri 02:12 consequence c3 → p3
  2027-01-29 Fri 14:00 consequence c3 → p1                // Priya sleeps at two
  2027-01-29 Fri 14:00 heads-up c7 → p1
  2027-01-30 Sat 14:00 agenda k1 → p1 p2 p4
  2027-01-30 Sat 14:00 due-check c6-k1 → p2               // the habit at the check-in
  2027-01-30 Sat 23:00 due-check c7 → p1                  // the end of a shift belongs to it
  2027-02-01 Mon 22:00 agenda k1 → p3                     // Noor's last opening before Tuesday
  2027-02-02 Tue 16:15 wrap-up k1 → p1
  2027-02-03 Wed 16:15 missed-not-reported c7 → p1 p2 p4  // the check-in came first: silence ran from the wrap-up
  2027-02-03 Wed 22:00 missed-not-reported c7 → p3        // the manager's miss is told to everybody
  2027-02-10 Wed 15:02 entry c4 → p4

  2027-03-25 Thu 14:00 heads-up c4 → p4                   // due on Easter Saturday, and Good Friday is a day off
  2027-03-30 Tue 14:00 due-check c4 → p4                  // Sunday, Monday: free anyway, and Easter
  2027-03-31 Wed 14:00 missed-not-reported c4 → p1 p4
  2027-04-05 Mon 22:00 start c5 → p3                      // the night after the clocks went back
  2027-04-23 Fri 22:00 heads-up c5 → p3                   // due 26 April, a day off, at its end: Tuesday 06:00
  2027-04-27 Tue 22:00 due-check c5 → p3
  2027-04-27 Tue 22:07 celebration c5 → p1 p3
  2027-04-30 Fri 14:00 agenda k2 → p1 p2 p4
  2027-04-30 Fri 14:00 due-check c6-k2 → p2
  2027-04-30 Fri 22:00 agenda k2 → p3
  2027-05-01 Sat 16:15 wrap-up k2 → p1
`;

const SKIPPED = `
  2027-01-19 Tue 14:00 start c2 → p2 (recap-covers-it)
  2027-01-19 Tue 14:00 start c7 → p1 (recap-covers-it)
  2027-01-20 Wed 14:00 reminder all → p2 (answered)
  2027-01-21 Thu 22:00 reminder all → p3 (answered)
  2027-01-22 Fri 14:00 reminder all → p2 (answered)
  2027-01-22 Fri 22:00 not-answered all → p1 (answered)
  2027-01-23 Sat 14:00 not-answered all → p1 (answered)
  2027-02-09 Tue 14:00 start c4 → p4 (lead-time-passed)   // Grace said yes a day later
`;

describe('a kitchen in Sydney, recorded on Tuesday 19 January 2027 at 16:00', () => {
  it('sends what was worked out on paper', () => {
    expect(sentLines(played())).toEqual(byHand(SENT));
  });

  it('skips what was worked out on paper, and says why', () => {
    expect(skippedLines(played())).toEqual(byHand(SKIPPED));
  });

  it('keeps the typed due dates, days off or not', () => {
    const dues = played().conversation.commitments.map(({ due }) => due?.wall);
    expect(dues).toEqual([
      '2027-01-26T23:00', // Australia Day, at the end of what would be Luca's day
      '2027-01-23T22:30',
      '2027-01-29T02:00',
      '2027-03-27T23:00', // Easter Saturday
      '2027-04-27T06:00', // the shift that begins on Monday 26 April ends on Tuesday morning
      undefined,
      '2027-01-30T23:00',
    ]);
  });
});
