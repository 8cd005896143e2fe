import { describe, expect, it } from 'vitest';
import { type Instant, instant } from '../../functions/domain/instant.ts';
import { nextTalkSlots, talkAgenda, talkAt, talksAfter } from '../../functions/domain/talk.ts';
import { agreedTalk, BILL, DANA, MEI, talk } from './decide/talk.ts';
import type { Given } from './given.ts';
import { given } from './given.ts';
import { body, tenant } from './record/sample.ts';

const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id);

function agenda(story: Given) {
  const { conversation, now } = story;
  const { kept, learn, running } = talkAgenda(conversation, talkAt(conversation, now), now);
  return { kept: ids(kept), learn: ids(learn), running: ids(running) };
}

describe('which talk it is', () => {
  const two = () => agreedTalk().command(DANA, { type: 'add-check-in', at: '2027-01-25T09:30' });

  it.each([
    ['2027-01-12T09:00', 'k1', ['k2']],
    ['2027-01-18T09:40', 'k1', ['k2']],
    ['2027-01-24T21:00', 'k1', ['k2']],
    ['2027-01-25T08:00', 'k2', []],
    ['2027-02-25T08:00', 'k2', []],
  ])('at %s', (moment, current, ahead) => {
    const { conversation, now } = two().at(moment);
    const current_ = talkAt(conversation, now);
    expect(current_?.id).toBe(current);
    expect(ids(talksAfter(conversation, current_, now))).toEqual(ahead);
  });

  it('is none where every one was called off', () => {
    const { conversation, now } = agreedTalk().command(DANA, { type: 'cancel-check-in', checkIn: 'k1' });
    expect(talkAt(conversation, now)).toBeUndefined();
  });
});

describe('what a talk is about', () => {
  it('what was kept, then what was missed, is open or a habit, then what still runs', () => {
    const story = agreedTalk()
      .command(DANA, { type: 'renegotiate', commitment: 'c2', dueBy: '2027-01-29' })
      .at('2027-01-15T12:00')
      .command(BILL, { type: 'report', commitment: 'c1', kept: true })
      .at('2027-01-18T09:40');
    expect(agenda(story)).toEqual({ kept: ['c1'], learn: ['c3', 'c4'], running: ['c2'] });
  });

  it('what nobody agreed to is open, what was let go is no matter any more', () => {
    const story = talk()
      .at('2027-01-18T09:40')
      .command(DANA, { type: 'verdict', commitment: 'c1', verdict: 'released' });
    expect(agenda(story)).toEqual({ kept: [], learn: ['c2', 'c3', 'c4'], running: [] });
  });

  it('nothing is brought up twice: what the talk before settled stays settled', () => {
    const story = agreedTalk()
      .command(DANA, { type: 'add-check-in', at: '2027-01-25T09:30' })
      .at('2027-01-15T12:00')
      .command(MEI, { type: 'report', commitment: 'c2', kept: true })
      .command(BILL, { type: 'report', commitment: 'c1', kept: false });
    expect(agenda(story.at('2027-01-18T09:40'))).toMatchObject({ kept: ['c2'], learn: ['c1', 'c3', 'c4'] });
    expect(agenda(story.at('2027-01-25T09:35'))).toMatchObject({ kept: [], learn: ['c3', 'c4'] });
  });
});

describe('when to talk again', () => {
  const walls = (story: Given, now: Instant = story.now) =>
    nextTalkSlots(story.conversation, talkAt(story.conversation, now), now).map(({ wall }) => wall);

  it('in one and in two weeks, at the same time of day', () => {
    expect(walls(talk().at('2027-01-18T09:40'))).toEqual(['2027-01-25T09:30', '2027-02-01T09:30']);
  });

  it('on the next day on which everybody works', () => {
    // A Saturday asks for Monday.
    expect(walls(talk().at('2027-01-23T11:00'))).toEqual(['2027-02-01T09:30', '2027-02-08T09:30']);
  });

  it('where two zones share no such hour, when the manager works', () => {
    const far = given(
      body({
        participants: [
          { name: 'Bill', email: 'bill@acme.example', timezone: 'America/Los_Angeles' },
          { name: 'Mei', email: 'mei@acme.example', timezone: 'Asia/Tokyo' },
        ],
      }),
      tenant,
      '2027-01-08T10:00',
    );
    expect(walls(far.at('2027-01-18T09:40'))).toEqual(['2027-01-25T09:30', '2027-02-01T09:30']);
  });

  it('at an hour that is in the calendar where no talk ever was', () => {
    const none = talk().command(DANA, { type: 'cancel-check-in', checkIn: 'k1' });
    expect(walls(none, instant(none.now))).toEqual(['2027-01-15T09:00', '2027-01-22T09:00']);
  });
});
