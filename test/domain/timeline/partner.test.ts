import { describe, expect, it } from 'vitest';
import { planLines, sentLines } from './table.ts';
import { agreedTalk, OMAR } from './talk.ts';

const HELPED = [{ dueBy: '2027-01-20', partner: OMAR }];
const toPartner = (story: Parameters<typeof sentLines>[0]) =>
  sentLines(story).filter((line) => line.endsWith(' p4') || line.includes(' p4 '));

describe('a partner', () => {
  it('gets the recap’s line, one question half way, and the celebration', () => {
    const story = agreedTalk(HELPED)
      .run('2027-01-20T10:00')
      .command('p2', { type: 'report', commitment: 'c1', kept: true })
      .run('2027-01-29T12:00');
    expect(toPartner(story)).toEqual([
      '2027-01-11 Mon 10:00 recap all → p1 p2 p3 p4',
      '2027-01-15 Fri 09:00 partner-help c1 → p4',
      '2027-01-20 Wed 10:02 celebration c1 → p1 p2 p4',
    ]);
  });

  it('hears nothing of a miss, of silence, or of what follows', () => {
    const missed = agreedTalk(HELPED)
      .run('2027-01-20T17:10')
      .command('p2', { type: 'report', commitment: 'c1', kept: false })
      .run('2027-01-29T12:00');
    const silent = agreedTalk(HELPED).run('2027-01-29T12:00');
    for (const story of [missed, silent])
      expect(toPartner(story).map((line) => line.split(' ')[3])).toEqual(['recap', 'partner-help']);
  });

  it('is not asked about what is kept already, due too soon, or without a yes', () => {
    const kept = agreedTalk(HELPED)
      .run('2027-01-13T10:00')
      .command('p2', { type: 'report', commitment: 'c1', kept: true });
    expect(planLines(kept, ['partner-help'])).toEqual([
      '2027-01-15 Fri 09:00 partner-help c1 → p4 (settled)',
    ]);
    const soon = agreedTalk([{ dueBy: '2027-01-11', partner: OMAR }]);
    expect(planLines(soon, ['partner-help'])).toEqual([
      '2027-01-11 Mon 09:00 partner-help c1 → p4 (recap-covers-it)',
    ]);
  });

  it('is asked about a habit once, after its first week', () => {
    const story = agreedTalk([{ habit: true, partner: OMAR }]);
    expect(planLines(story, ['partner-help'])).toEqual(['2027-01-18 Mon 09:00 partner-help c1 → p4']);
  });

  it('is told when it is called off', () => {
    const story = agreedTalk(HELPED)
      .run('2027-01-12T10:00')
      .command('p1', { type: 'cancel' })
      .run('2027-01-13T10:00');
    expect(toPartner(story).at(-1)).toBe('2027-01-12 Tue 10:00 cancelled all → p2 p3 p4');
  });
});
