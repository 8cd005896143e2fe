import { describe, expect, test } from 'vitest';
import { instant } from '../../../functions/domain/instant.ts';
import { needsOf, wantsMove } from '../../../functions/domain/needs.ts';
import { wallOf } from '../../../functions/domain/wall-time.ts';
import { localAt } from '../../../functions/domain/zone.ts';
import { agreedTalk, BILL, DANA, MEI, PAT } from '../decide/talk.ts';
import type { Given } from '../given.ts';

const at = (utc: string) => instant(Date.parse(utc));
const wall = (moment: Parameters<typeof localAt>[1]) => wallOf(localAt('Europe/Amsterdam', moment));
const TUESDAY = '2027-01-19T10:00Z';

const says = (answer: string, more: Record<string, unknown> = {}) => ({
  type: 'answer-invitation',
  about: 'k1',
  answer,
  sequence: 0,
  stamp: at('2027-01-08T10:30Z'),
  ...more,
});
const proposes = (utc = TUESDAY, more: Record<string, unknown> = {}) => ({
  type: 'write',
  words: '',
  isTheirs: true,
  checkIn: 'k1',
  proposed: at(utc),
  ...more,
});
const move = (to: string) => ({ type: 'move-check-in', checkIn: 'k1', at: to });

/** "declined k1 p2 from 2027-01-08T12:00 until 2027-01-18T09:30", whenever it holds. */
function moves(story: Given): string[] {
  return needsOf(story.conversation).flatMap((need) => {
    if (need.code !== 'declined' && need.code !== 'time-proposed') return [];
    const what = need.code === 'declined' ? '' : ` ${wall(need.proposed)}`;
    const until = need.until === undefined ? '' : ` until ${wall(need.until)}`;
    return [`${need.code} ${need.checkIn} ${need.person}${what} from ${wall(need.from)}${until}`];
  });
}
const holding = (story: Given) =>
  wantsMove(story.conversation, story.now).map(({ code, person }) => `${code} ${person}`);

/** Agreed; the talk is on Monday the 18th at 09:30, and something comes by mail on the 11th. */
const begun = () => agreedTalk().at('2027-01-11T12:00');

describe('a calendar’s no to a check-in', () => {
  const declined = () => begun().command(BILL, says('declined'));

  test('needs the manager from then on until the check-in begins', () => {
    expect(moves(declined())).toEqual(['declined k1 p2 from 2027-01-11T12:00 until 2027-01-18T09:30']);
    expect(holding(declined())).toEqual(['declined p2']);
    expect(holding(declined().at('2027-01-18T09:29'))).toEqual(['declined p2']);
    expect(holding(declined().at('2027-01-18T09:30'))).toEqual([]);
  });

  test.each([
    ['is moved', move('2027-01-19T09:30')],
    ['is called off', { type: 'cancel-check-in', checkIn: 'k1' }],
    ['goes on without whoever said no', { type: 'remove-person', person: BILL }],
    ['ends with its conversation', { type: 'cancel' }],
  ])('does no longer once the check-in %s', (_how, command) => {
    expect(moves(declined().command(DANA, command))).toEqual([]);
  });

  test.each(['accepted', 'tentative'])('does no longer once it is %s after all', (answer) => {
    const changed = declined().command(BILL, says(answer, { stamp: at('2027-01-11T12:30Z') }));
    expect(moves(changed)).toEqual([]);
  });

  test('counts again for the time it was moved to, and for each person', () => {
    const again = declined()
      .command(DANA, move('2027-01-19T09:30'))
      .command(BILL, says('declined', { sequence: 1 }))
      .command(MEI, says('declined', { sequence: 1 }));
    expect(holding(again)).toEqual(['declined p2', 'declined p3']);
  });

  test('says nothing where it is the manager’s own, or about a due date, or came too late', () => {
    expect(moves(begun().command(DANA, says('declined')))).toEqual([]);
    expect(moves(begun().command(BILL, says('declined', { about: 'c1' })))).toEqual([]);
    expect(moves(begun().at('2027-01-18T09:40').command(BILL, says('declined')))).toEqual([]);
  });
});

describe('a proposed other time', () => {
  test('needs the manager while both times are ahead', () => {
    const later = begun().command(BILL, proposes());
    expect(moves(later)).toEqual([
      'time-proposed k1 p2 2027-01-19T11:00 from 2027-01-11T12:00 until 2027-01-18T09:30',
    ]);
    expect(holding(later)).toEqual(['time-proposed p2']);
    const earlier = begun().command(BILL, proposes('2027-01-14T10:00Z'));
    expect(moves(earlier)).toEqual([
      'time-proposed k1 p2 2027-01-14T11:00 from 2027-01-11T12:00 until 2027-01-14T11:00',
    ]);
    expect(holding(earlier.at('2027-01-14T11:00'))).toEqual([]);
  });

  test('moves nothing by itself', () => {
    const [checkIn] = begun().command(BILL, proposes()).run('2027-01-12T12:00').conversation.checkIns;
    expect(checkIn).toMatchObject({ at: { wall: '2027-01-18T09:30' }, revision: 1 });
  });

  test('is told of once where they also declined', () => {
    expect(holding(begun().command(BILL, says('declined')).command(BILL, proposes()))).toEqual([
      'declined p2',
    ]);
  });

  test('is replaced by the next one, and taken back by a yes that comes after it', () => {
    const second = begun().command(BILL, proposes()).command(BILL, proposes('2027-01-20T10:00Z'));
    expect(moves(second).map((line) => line.slice(0, 37))).toEqual(['time-proposed k1 p2 2027-01-20T11:00 ']);
    expect(moves(second.command(BILL, says('accepted')))).toEqual([]);
    expect(holding(begun().command(BILL, says('accepted')).command(BILL, proposes()))).toEqual([
      'time-proposed p2',
    ]);
    const wavered = begun().command(BILL, says('accepted')).command(BILL, proposes());
    expect(holding(wavered.command(BILL, says('accepted')))).toEqual(['time-proposed p2']);
    const again = says('accepted', { stamp: at('2027-01-11T11:30Z') });
    const settled = wavered.command(BILL, again);
    expect(holding(settled)).toEqual([]);
    expect(settled.command(BILL, again).conversation.version).toBe(settled.conversation.version);
    expect(holding(begun().command(MEI, says('accepted')).command(BILL, proposes()))).toEqual([
      'time-proposed p2',
    ]);
  });

  test.each([
    [
      'the check-in was moved since',
      () => begun().command(BILL, proposes()).command(DANA, move(`2027-01-20T09:30`)),
    ],
    ['it is the very time that stands', () => begun().command(BILL, proposes('2027-01-18T08:30Z'))],
    ['it is in the past', () => begun().command(BILL, proposes('2027-01-11T10:00Z'))],
    ['nobody knows who sent it', () => begun().command(BILL, proposes(TUESDAY, { isTheirs: false }))],
    ['it comes from somebody who does not talk', () => begun().command(PAT, proposes())],
    [
      'its proposer was taken out',
      () => begun().command(BILL, proposes()).command(DANA, { type: 'remove-person', person: BILL }),
    ],
  ])('is nothing to answer when %s', (_why, story) => {
    expect(moves(story())).toEqual([]);
  });
});
