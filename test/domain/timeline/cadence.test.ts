import { describe, expect, it } from 'vitest';
import type { Given } from '../given.ts';
import { since } from './table.ts';
import { agreedTalk, DUE } from './talk.ts';

const offer = { type: 'add-cadence', cadence: 'twice-a-week', at: '2027-01-12T09:15', until: '2027-01-22' };
const offered = () => agreedTalk(DUE).command('p1', offer).run('2027-01-11T12:00');
const about = (story: Given) => since(story, '2027-01-11').filter((line) => line.includes(' k2 '));
const INVITED = '2027-01-11 Mon 11:00 invitation k2 → p1 p2 p3';

describe('short talks that come again', () => {
  it('are one invitation and no other mail, however often they come', () => {
    expect(about(offered().run('2027-02-01T10:00'))).toEqual([INVITED]);
  });

  it('are taken out of the calendar of whoever says no, and of nobody else', () => {
    const no = offered().command('p2', { type: 'decline-talk', checkIn: 'k2' });
    expect(about(no.run('2027-02-01T10:00'))).toEqual([
      INVITED,
      '2027-01-11 Mon 12:00 invitation-cancelled k2 → p2',
    ]);
  });

  it('end with the conversation, and where they were over nothing is said', () => {
    const verdicts = (story: Given) =>
      story
        .command('p1', { type: 'verdict', commitment: 'c1', verdict: 'kept' })
        .command('p1', { type: 'close' });
    expect(about(verdicts(offered().run('2027-01-18T10:00')).run('2027-01-29T10:00'))).toEqual([
      INVITED,
      '2027-01-18 Mon 10:00 invitation-cancelled k2 → p1 p2 p3',
    ]);
    expect(about(verdicts(offered().run('2027-01-26T10:00')).run('2027-01-29T10:00'))).toEqual([INVITED]);
  });

  it('decide nothing: silence, agenda and wrap-up never see them', () => {
    const lines = (story: Given) =>
      since(story.run('2027-02-05T10:00'), '2027-01-11').filter((line) => !line.includes(' k2 '));
    expect(lines(offered())).toEqual(lines(agreedTalk(DUE)));
  });
});
