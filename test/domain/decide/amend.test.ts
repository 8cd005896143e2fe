import { describe, expect, test } from 'vitest';
import { agreedTalk, BILL, brings, commitmentOf, DANA, MEI, personOf, talk } from './talk.ts';

const amend = (changes: Record<string, unknown>) => ({ type: 'amend', ...changes });
const change = (edit: Record<string, unknown>) => amend({ change: [{ id: 'c1', ...edit }] });

describe('an amendment', () => {
  test('that changes nothing brings nothing', () => {
    const nothing = [
      amend({}),
      amend({ title: 'Discounts', includeWhatHappened: false }),
      change({}),
      change({
        action: 'Call first.',
        owner: 'bill@acme.example',
        partner: 'pat@acme.example',
        dueBy: '2027-01-15',
        startBy: '2027-01-08',
        consequence: 'We look at the price list together.',
        evidence: '',
      }),
    ];
    for (const command of nothing) expect(brings(talk(), DANA, command)).toEqual([]);
  });

  test('is done once: the second tap brings nothing', () => {
    const command = amend({
      title: 'Big discounts',
      includeWhatHappened: true,
      change: [{ id: 'c1', dueBy: '2027-01-20', evidence: 'The log.' }],
      remove: ['c2'],
    });
    const amended = agreedTalk().command(DANA, command);
    expect(amended.conversation).toMatchObject({ title: 'Big discounts', includeWhatHappened: true });
    expect(brings(amended, DANA, command)).toEqual([]);
  });

  test.each([
    ['action', { action: 'Call before.' }, true],
    ['evidence', { evidence: 'The log.' }, true],
    ['due date', { dueBy: '2027-01-20' }, true],
    ['start', { startBy: '2027-01-12' }, true],
    ['celebration', { celebration: 'Cake.' }, false],
    ['consequence', { consequence: 'Tea.' }, false],
  ])('another %s is agreed to anew: %o → %s', (_, edit, anew) => {
    const amended = agreedTalk().command(DANA, change(edit));
    expect(commitmentOf(amended, 'c1').agreement.state).toBe(anew ? 'unanswered' : 'agreed');
    expect(commitmentOf(amended, 'c2').agreement.state).toBe('agreed');
  });

  test('another consequence is a proposal again, and answers what was asked about the last', () => {
    const amended = agreedTalk()
      .command(BILL, { type: 'propose-consequence', commitment: 'c1', words: 'Cake.' })
      .command(DANA, change({ consequence: 'Tea.' }));
    expect(commitmentOf(amended, 'c1')).toMatchObject({
      consequence: { state: 'proposed', words: 'Tea.', by: DANA },
      requests: [{ answered: true }],
    });
  });

  test('another owner has agreed to nothing yet, the consequence included', () => {
    const amended = agreedTalk().command(DANA, change({ owner: 'mei@acme.example' }));
    expect(commitmentOf(amended, 'c1')).toMatchObject({
      owner: MEI,
      agreement: { state: 'unanswered' },
      consequence: { state: 'proposed' },
    });
  });

  test('a date alone follows its commitment to the new owner’s day', () => {
    const story = talk({
      participants: [
        { name: 'Bill', email: 'bill@acme.example' },
        { name: 'Mei', email: 'mei@acme.example', timezone: 'America/New_York' },
      ],
    }).command(DANA, change({ owner: 'mei@acme.example' }));
    expect(commitmentOf(story, 'c1')).toMatchObject({
      due: { wall: '2027-01-15T17:00', zone: 'America/New_York' },
      start: { wall: '2027-01-08T00:00', zone: 'America/New_York' },
    });
  });

  test('adds people and what is theirs in one go', () => {
    const amended = talk().command(
      DANA,
      amend({
        participants: [{ name: 'Zed', email: 'ZED@acme.example' }],
        add: [{ owner: 'zed@acme.example', action: 'Help.', dueBy: '2027-01-20' }],
      }),
    );
    expect(personOf(amended, 'p5')).toMatchObject({ name: 'Zed', role: 'participant' });
    expect(commitmentOf(amended, 'c5')).toMatchObject({ owner: 'p5', agreement: { state: 'unanswered' } });
  });

  test('what stands is never refused, however old it is by now', () => {
    const late = agreedTalk().at('2027-01-18T10:00');
    expect(brings(late, DANA, change({ celebration: 'Cake.' }))).toEqual(['amended']);
    expect(brings(late, DANA, change({ startBy: '2027-01-11' }))).toEqual(['amended']);
  });

  test('a time that the clocks repeat stands with its reading when only the start is typed', () => {
    const story = talk({
      commitments: [
        { owner: 'bill@acme.example', action: 'x', dueBy: '2027-10-31T02:30', dueReading: 'later' },
        { owner: 'mei@acme.example', action: 'x', dueBy: '2027-01-15' },
      ],
    });
    expect(brings(story, DANA, change({ startBy: '2027-01-12' }))).toEqual(['amended']);
  });

  test('makes a habit something due', () => {
    const amended = talk().command(DANA, amend({ change: [{ id: 'c4', dueBy: '2027-01-20' }] }));
    expect(commitmentOf(amended, 'c4')).toMatchObject({ habit: false, due: { wall: '2027-01-20T17:00' } });
  });

  test('says everything that is wrong at once, each with its path', () => {
    const command = amend({
      participants: [
        { name: 'Eve', email: 'eve@evil.example' },
        { name: 'Billy', email: 'BILL@acme.example' },
        { name: 'X', country: 'XX' },
      ],
      change: [
        { id: 'c9', action: 'x' },
        { id: 'c1', owner: 'who@acme.example' },
        { id: 'c2', dueBy: '2027-01-07', startBy: '2099-01-01' },
        { id: 'c3', startBy: '2027-01-16', partner: 'dana@acme.example' },
        { id: 'c2', action: 'x' },
        { id: 'c4', action: 'x' },
      ],
      add: [
        { owner: 'bill@acme.example', action: 'x' },
        { owner: 'nobody', action: 'x', dueBy: '2027-01-15' },
        { owner: 'bill@acme.example', action: 'x', dueBy: '2027-01-15', partner: 'new@acme.example' },
      ],
      remove: ['c4', 'c8'],
    });
    expect(brings(talk(), DANA, command).map((error) => error.replace(/Acme sends.*/, 'stranger'))).toEqual([
      'participants[0].email: stranger',
      'participants[1].email: The same address as Bill. Name each person once.',
      'participants[2].country: We have no days off for XX. Use one of NL, AU-NSW.',
      'change[0].id: There is no commitment c9 here.',
      'change[1].owner: who@acme.example is not in this conversation. Use the address of somebody who is, or add them.',
      'change[2].startBy: The start is more than two years ahead. Choose an earlier one.',
      'change[2].dueBy: The due date is in the past. Choose a moment from now on.',
      'change[3].startBy: It would start after it is due. Choose an earlier start.',
      'change[3].partner: A partner is somebody else than the owner.',
      'change[4].id: c2 is changed twice. Put its changes together.',
      'change[5].id: c4 is also taken out. Do one of the two.',
      'add[0].dueBy: Say by when, or make it a habit ("habit": true).',
      'add[1].owner: nobody is not in this conversation. Use the address of somebody who is, or add them.',
      'add[2].partner: Add this person as a participant first.',
      'remove: There is no commitment c8 here.',
    ]);
  });

  test('keeps at least one commitment and at most forty, and twenty people', () => {
    expect(brings(talk(), DANA, amend({ remove: ['c1', 'c2', 'c3', 'c4', 'c4'] }))).toEqual([
      'remove: Keep at least one commitment, or cancel the conversation.',
    ]);
    const row = { owner: 'bill@acme.example', action: 'x', dueBy: '2027-01-15' };
    const rows = (count: number) => Array.from({ length: count }, () => row);
    expect(brings(talk(), DANA, amend({ add: rows(36) }))).toEqual(['amended']);
    expect(brings(talk(), DANA, amend({ add: rows(37) }))).toEqual([
      'add: A conversation has at most 40 commitments.',
    ]);
    expect(brings(talk(), DANA, amend({ add: rows(38), remove: ['c1', 'c2'] }))).toEqual(['amended']);
    const people = (count: number) =>
      Array.from({ length: count }, (_, n) => ({ name: `P ${n}`, email: `p${n}@acme.example` }));
    expect(brings(talk(), DANA, amend({ participants: people(16) }))).toEqual(['amended']);
    expect(brings(talk(), DANA, amend({ participants: people(17) }))).toEqual([
      'participants: A conversation has at most 20 people.',
    ]);
  });

  test('is the manager’s', () => {
    expect(brings(talk(), MEI, amend({ title: 'x' }))).toEqual([
      ': Only the manager of this conversation can do that.',
    ]);
  });
});
