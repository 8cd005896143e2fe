import { describe, expect, it } from 'vitest';
import sample from '../../conversations/02-sales.json' with { type: 'json' };
import { given } from '../given.ts';
import { byHand, sentLines, skippedLines } from './table.ts';
import { tenantOf } from './tenants.ts';

// 02-sales, worked out on paper from product.md and a 2026/27 calendar. p1 Dana (manager), p2 Bill owns c1 (4 January to
// 31 March, 17:00), p3 Mei-Ling owns c2 (6 to 20 January, 17:00); check-in k1 on 1 April, 08:30. Everybody New York,
// Monday to Friday 09:00–17:00; days off: 1 January, 18 January, 15 February.
const northwind = tenantOf({ domain: 'northwind.example', timezone: 'America/New_York', country: 'US' });

function untilSpring() {
  return given(sample.conversation, northwind, '2026-12-30T15:00')
    .run('2026-12-30T15:42')
    .command('p3', { type: 'agree', consequence: 'fair' })
    .run('2027-01-04T08:52')
    .command('p2', { type: 'agree' })
    .command('p2', {
      type: 'propose-consequence',
      commitment: 'c1',
      words: 'I quote through you for a month',
    })
    .run('2027-01-04T09:24')
    .command('p1', { type: 'answer-change', commitment: 'c1', accept: true })
    .run('2027-01-20T17:04')
    .command('p3', { type: 'report', commitment: 'c2', kept: true })
    .run('2027-03-24T14:05');
}

const UNTIL_SPRING = `
  2026-12-30 Wed 15:00 recap all → p1 p2 p3
  2026-12-30 Wed 15:00 invitation k1 → p1 p2 p3   // a mail of its own, with the recap
  2026-12-30 Wed 15:44 entry c2 → p3              // agreed at 15:42; two minutes to take it back
  2026-12-31 Thu 09:00 reminder all → p2          // the next working opening
  2027-01-04 Mon 08:54 entry c1 → p2
  2027-01-04 Mon 09:00 change-asked c1 → p1       // the consequence in Bill's words; Dana's day opens at nine
  2027-01-04 Mon 09:00 start c1 → p2              // agreed eight minutes before, so it still goes out
  2027-01-04 Mon 09:26 changed all → p2           // Dana accepted at 09:24
  2027-01-06 Wed 09:00 start c2 → p3
  2027-01-19 Tue 09:00 heads-up c2 → p3           // the Monday is Martin Luther King Jr. Day
  2027-01-20 Wed 17:00 due-check c2 → p3          // 17:00 belongs to the working day
  2027-01-21 Thu 09:00 celebration c2 → p1 p3     // kept at 17:04, which is after hours
`;
const REMINDERS_NOT_NEEDED = `
  2026-12-31 Thu 09:00 reminder all → p3 (answered)
  2027-01-05 Tue 09:00 reminder all → p2 p3 (answered)   // two working days: New Year's Day and a weekend between
  2027-01-06 Wed 09:00 not-answered all → p1 p1 (answered)
`;
const CHECK_IN = `
  2027-03-31 Wed 09:00 agenda k1 → p1 p2 p3
  2027-04-01 Thu 09:45 wrap-up k1 → p1            // 08:30 and 15 minutes, and an hour
`;

describe('the discounts in New York, recorded on Wednesday 30 December 2026 at 15:00', () => {
  it('goes as on paper when Bill says a week early that it did not happen', () => {
    const story = untilSpring()
      .command('p2', { type: 'report', commitment: 'c1', kept: false, reason: 'in-the-way' })
      .run('2027-06-30T12:00');
    expect(sentLines(story)).toEqual(
      byHand(`${UNTIL_SPRING}${CHECK_IN}
        2027-03-24 Wed 14:07 consequence c1 → p1 p2
      `),
    );
    expect(skippedLines(story)).toEqual(
      byHand(`${REMINDERS_NOT_NEEDED}
        2027-03-30 Tue 09:00 heads-up c1 → p2 (settled)
        2027-03-31 Wed 17:00 due-check c1 → p2 (settled)
      `),
    );
  });

  it('goes as on paper when Bill says nothing: the check-in decides, then silence runs from the wrap-up', () => {
    const story = untilSpring().run('2027-06-30T12:00');
    expect(sentLines(story)).toEqual(
      byHand(`${UNTIL_SPRING}${CHECK_IN}
        2027-03-30 Tue 09:00 heads-up c1 → p2
        2027-03-31 Wed 17:00 due-check c1 → p2
        2027-04-02 Fri 09:45 missed-not-reported c1 → p1 p2   // Good Friday is an ordinary day in New York
      `),
    );
    expect(skippedLines(story)).toEqual(byHand(REMINDERS_NOT_NEEDED));
  });

  it('says nothing of silence when Dana gives the verdict in the wrap-up', () => {
    const story = untilSpring()
      .run('2027-04-01T09:50')
      .command('p1', { type: 'verdict', commitment: 'c1', verdict: 'kept' })
      .run('2027-06-30T12:00');
    expect(sentLines(story)).toContain('2027-04-01 Thu 09:52 celebration c1 → p1 p2');
    expect(sentLines(story).filter((line) => line.includes('missed-not-reported'))).toEqual([]);
  });
});
