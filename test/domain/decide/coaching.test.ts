import { describe, expect, it } from 'vitest';
import { commandFacts } from './facts-of.ts';
import { BILL, brings, DANA, MEI, talk } from './talk.ts';

const session = {
  type: 'add-coaching',
  commitment: 'c1',
  how: 'peer',
  with: 'mei@acme.example',
  at: '2027-01-13T14:00',
};

describe('a session to learn how', () => {
  it('is of the owner and the manager where nobody else is named', () => {
    const { with: _, ...mine } = session;
    expect(commandFacts(talk(), DANA, { ...mine, how: 'manager' })).toMatchObject([
      {
        type: 'coachingAdded',
        people: ['p2', 'p1'],
        commitment: 'c1',
        how: 'manager',
        checkIn: { id: 'k2' },
      },
    ]);
    expect(brings(talk(), DANA, mine)).toEqual([
      'with: Say who helps: an address, or the name of somebody here.',
    ]);
    expect(brings(talk(), DANA, { ...mine, how: 'manager', commitment: 'c3' })).toEqual([
      'with: Say who helps: an address, or the name of somebody here.',
    ]);
  });

  it('takes a person without mail by name, and somebody new by an address that may get mail', () => {
    expect(commandFacts(talk({}, false), DANA, { ...session, with: 'Mei' })).toMatchObject([
      { people: ['p2', 'p3'] },
    ]);
    expect(
      commandFacts(talk(), DANA, { ...session, how: 'expert', with: 'Coach@Elsewhere.Example ' }),
    ).toMatchObject([
      {
        people: ['p2', 'p5'],
        newcomer: { id: 'p5', role: 'partner', zone: 'Europe/Amsterdam' },
        words: { 'p5.name': 'coach', 'p5.email': 'coach@elsewhere.example' },
      },
    ]);
    const [stranger] = brings(talk(), DANA, { ...session, with: 'x@nowhere.example' });
    expect(stranger).toMatch(/^with: Acme sends mail only to/);
    expect(brings(talk(), DANA, { ...session, with: 'Walter' })).toEqual([
      'with: Walter is nobody here. Write an address.',
    ]);
    expect(brings(talk(), DANA, { ...session, with: 'bill@acme.example' })).toEqual([
      'with: Somebody else than Bill helps.',
    ]);
  });

  it('says everything that is wrong at once, and is for the manager to plan', () => {
    expect(brings(talk(), DANA, { ...session, with: 'Walter', at: '2027-01-04T10:00' })).toHaveLength(2);
    expect(brings(talk(), DANA, { ...session, at: '2027-01-04T10:00' })).toEqual([
      'at: The session is in the past. Choose a moment from now on.',
    ]);
    expect(brings(talk(), DANA, { ...session, commitment: 'c9' })).toHaveLength(1);
    expect(brings(talk(), BILL, session)).toEqual([': Only the manager of this conversation can do that.']);
  });

  it('is one however often it is pressed, and has an id of its own beside the check-ins', () => {
    const once = talk().command(DANA, session);
    expect(brings(once, DANA, session)).toEqual([]);
    const later = once.command(DANA, { type: 'add-check-in', at: '2027-01-25T10:00' });
    expect(later.conversation.checkIns.map(({ id }) => id)).toEqual(['k1', 'k3']);
    const another = later.command(DANA, { ...session, at: '2027-01-14T14:00' });
    expect(another.conversation.sideTalks.map(({ id }) => id)).toEqual(['k2', 'k4']);
  });

  it('is moved and called off like a check-in', () => {
    const moved = talk()
      .command(DANA, session)
      .command(DANA, { type: 'move-check-in', checkIn: 'k2', at: '2027-01-14T11:00', where: 'Room 4' });
    expect(moved.conversation.sideTalks).toMatchObject([{ revision: 2, where: 'Room 4', minutes: 30 }]);
    expect(brings(moved, DANA, { type: 'cancel-check-in', checkIn: 'k2' })).toEqual(['checkInCancelled']);
    const off = moved.command(DANA, { type: 'cancel-check-in', checkIn: 'k2' });
    expect(brings(off, DANA, { type: 'cancel-check-in', checkIn: 'k2' })).toEqual([]);
    expect(brings(off, DANA, { type: 'move-check-in', checkIn: 'k2', at: '2027-01-15T11:00' })).toHaveLength(
      1,
    );
    // Called off, the same session can be planned anew.
    expect(brings(off, DANA, { ...session, at: '2027-01-14T11:00' })).toEqual(['coachingAdded']);
  });

  it('can be said no to by whoever was asked, once, and while it is ahead', () => {
    const no = { type: 'decline-talk', checkIn: 'k2' };
    const story = talk().command(DANA, session);
    expect(brings(story, DANA, no)).toEqual([
      'checkIn: You are not asked to that talk. Open the page again.',
    ]);
    expect(brings(story, MEI, no)).toEqual(['talkDeclined']);
    expect(brings(story.command(MEI, no), BILL, no)).toEqual([]);
    expect(brings(story.at('2027-01-13T15:00'), MEI, no)).toEqual(['checkIn: That talk is over.']);
  });

  it('takes answers of the calendars of those who were asked, and of nobody else', () => {
    const says = { type: 'answer-invitation', about: 'k2', answer: 'declined', sequence: 0, stamp: 0 };
    const story = talk().command(DANA, session);
    expect(brings(story, MEI, says)).toEqual(['invitationAnswered']);
    expect(brings(story, DANA, says)).toEqual([]);
  });
});
