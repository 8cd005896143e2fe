import { describe, expect, it } from 'vitest';
import sample from '../../conversations/08-studio-one.json' with { type: 'json' };
import { given } from '../given.ts';
import { byHand, sentLines, skippedLines } from './table.ts';
import { tenantOf } from './tenants.ts';

// Lord Howe Island puts its clocks back by half an hour: on Sunday 4 April 2027 it is 01:30 to 02:00 twice. Days off
// 26–29 March (Easter). p1 Jo manages, p2 Al owns c1: 1 April to Saturday 3 April, 23:30. Nine to five, Monday to Friday.
const body = sample.conversation;
const reef = tenantOf({ domain: 'reef.example', timezone: 'Australia/Lord_Howe', country: 'AU-NSW' });

function played(reading: 'earlier' | 'later') {
  return given({ ...body, checkIn: { ...body.checkIn, reading } }, reef, '2027-03-25T10:00')
    .run('2027-03-30T09:10')
    .command('p2', { type: 'agree', consequence: 'fair' })
    .run('2027-06-30T12:00');
}

const SENT = `
  2027-03-25 Thu 10:00 recap all → p1 p2
  2027-03-25 Thu 10:00 invitation k1 → p1 p2
  2027-03-30 Tue 09:00 reminder all → p2              // after Easter
  2027-03-30 Tue 09:12 entry c1 → p2
  2027-04-01 Thu 09:00 start c1 → p2
  2027-04-02 Fri 09:00 heads-up c1 → p2
  2027-04-02 Fri 09:00 agenda k1 → p1 p2
  2027-04-05 Mon 09:00 due-check c1 → p2              // due late on Saturday
  2027-04-06 Tue 09:00 missed-not-reported c1 → p1 p2 // Al was asked on Monday: the talk on Sunday cannot shorten that day
`;

describe('the files on Lord Howe Island, recorded on Thursday 25 March 2027 at 10:00', () => {
  it('refuses a check-in at a quarter to two that happens twice, and says both readings', () => {
    expect(() => given(body, reef, '2027-03-25T10:00')).toThrow(
      /checkIn\.at .*happens twice .*checkIn\.reading.*2027-04-03T14:45:00.000Z.*2027-04-03T15:15:00.000Z/,
    );
  });

  it('goes as on paper with the second of the two', () => {
    const story = played('later');
    expect(sentLines(story)).toEqual(byHand(`${SENT} 2027-04-04 Sun 03:00 wrap-up k1 → p1`));
    expect(skippedLines(story)).toEqual(
      byHand(`
        2027-04-01 Thu 09:00 reminder all → p2 (answered)
        2027-04-02 Fri 09:00 not-answered all → p1 (answered)
      `),
    );
  });

  it('goes as on paper with the first, whose quarter of an hour ends as the clocks go back', () => {
    expect(sentLines(played('earlier'))).toEqual(byHand(`${SENT} 2027-04-04 Sun 02:30 wrap-up k1 → p1`));
  });
});
