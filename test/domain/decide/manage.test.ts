import { describe, expect, test } from 'vitest';
import { agreedTalk, BILL, brings, commitmentOf, DANA, MEI, PAT, talk } from './talk.ts';

const OWN =
  'commitment: This one is yours. Report it like everybody else, so that the participants can accept or contest it.';
const talked = () => agreedTalk().at('2027-01-18T10:00');
const verdict = (id: string, what: string) => ({ type: 'verdict', commitment: id, verdict: what });

describe('a verdict', () => {
  test.each(['kept', 'kept-late', 'missed', 'unresolved', 'released'])(
    '%s is the manager’s to give',
    (what) => {
      const judged = talked().command(DANA, verdict('c1', what));
      expect(commitmentOf(judged, 'c1').judgement).toMatchObject({ verdict: what, how: 'judged', by: DANA });
      expect(brings(judged, DANA, verdict('c1', what))).toEqual([]);
    },
  );

  test('never "missed, not reported": that is what silence means', () => {
    expect(() => brings(talked(), DANA, verdict('c1', 'missed-not-reported'))).toThrow();
  });

  test('missed needs that somebody had agreed', () => {
    const never = talk().at('2027-01-18T10:00');
    expect(brings(never, DANA, verdict('c1', 'missed'))).toEqual([
      'verdict: Nobody agreed to this, so it cannot be missed. Use unresolved or released.',
    ]);
    expect(brings(never, DANA, verdict('c1', 'released'))).toEqual(['judged']);
  });

  test('not on the manager’s own, nor on what is not there, nor by anybody else', () => {
    expect(brings(talked(), DANA, verdict('c3', 'kept'))).toEqual([OWN]);
    expect(brings(talked(), DANA, verdict('c9', 'kept'))).toHaveLength(1);
    for (const by of [BILL, PAT] as const) {
      expect(brings(talked(), by, verdict('c1', 'kept'))).toEqual([
        ': Only the manager of this conversation can do that.',
      ]);
    }
  });

  test('a correction needs a verdict and words, and remembers what people were told', () => {
    const correct = { type: 'correct', commitment: 'c1', verdict: 'kept', words: 'I looked again.' };
    expect(brings(talked(), DANA, correct)).toEqual(['commitment: There is no verdict to correct yet.']);
    const missed = talked().command(DANA, verdict('c1', 'missed'));
    const told = missed.conversation.version;
    expect(commitmentOf(missed.command(DANA, correct), 'c1').judgement).toMatchObject({
      verdict: 'kept',
      words: 'I looked again.',
      replaces: { verdict: 'missed', fact: told },
    });
  });

  test('released is told to its owner', () => {
    const released = talked().command(DANA, verdict('c1', 'released'));
    expect(released.conversation.changes).toMatchObject([{ what: 'released', to: [BILL], commitment: 'c1' }]);
  });
});

describe('a new date that both agreed on', () => {
  const renegotiate = { type: 'renegotiate', commitment: 'c1', dueBy: '2027-01-29' };

  test('counts at once, and a miss before it does not', () => {
    const missed = talked().command(DANA, verdict('c1', 'missed'));
    const moved = missed.command(DANA, renegotiate);
    expect(commitmentOf(moved, 'c1')).toMatchObject({
      due: { wall: '2027-01-29T17:00', dateOnly: true },
      agreement: { state: 'agreed' },
      judgement: undefined,
    });
    expect(moved.conversation.changes.at(-1)).toMatchObject({
      what: 'date',
      beforeWhen: { wall: '2027-01-15T17:00' },
      afterWhen: { wall: '2027-01-29T17:00' },
    });
    expect(brings(moved, DANA, renegotiate)).toEqual([]);
  });

  test('makes a habit something due', () => {
    const moved = talked().command(DANA, { ...renegotiate, commitment: 'c4' });
    expect(commitmentOf(moved, 'c4')).toMatchObject({ habit: false, due: { wall: '2027-01-29T17:00' } });
  });

  test('not for the manager’s own, nor for what is done or let go, nor in the past', () => {
    expect(brings(talked(), DANA, { ...renegotiate, commitment: 'c3' })).toEqual([OWN]);
    expect(brings(talked(), BILL, renegotiate)).toHaveLength(1);
    expect(brings(talked(), DANA, { ...renegotiate, dueBy: '2027-01-18T10:00' })).toEqual([
      'dueBy: The due date is in the past. Choose a moment from now on.',
    ]);
    for (const what of ['kept', 'released']) {
      expect(brings(talked().command(DANA, verdict('c1', what)), DANA, renegotiate)).toEqual([
        'commitment: This is done or let go. Correct the verdict first, or add a commitment.',
      ]);
    }
  });
});

describe('check-ins', () => {
  const move = { type: 'move-check-in', checkIn: 'k1', at: '2027-01-19T09:30' };
  const cancel = { type: 'cancel-check-in', checkIn: 'k1' };
  const add = { type: 'add-check-in', at: '2027-02-01T09:30', where: 'Room 4' };

  test('moving keeps what is not said and counts the revision up', () => {
    const moved = talk({ checkIn: { at: '2027-01-18T09:30', minutes: 20, where: 'Room 4' } }).command(
      DANA,
      move,
    );
    expect(moved.conversation.checkIns).toMatchObject([
      { id: 'k1', at: { wall: '2027-01-19T09:30' }, minutes: 20, where: 'Room 4', revision: 2 },
    ]);
    expect(brings(moved, DANA, move)).toEqual([]);
    const elsewhere = moved.command(DANA, { ...move, where: '' });
    expect(elsewhere.conversation.checkIns).toMatchObject([{ where: '', revision: 3 }]);
    expect(brings(moved, DANA, { ...move, minutes: 30 })).toEqual(['checkInMoved']);
  });

  test('not what is over, cancelled or never was', () => {
    expect(brings(talked(), DANA, move)).toEqual([
      'checkIn: That check-in is over. Add another one instead.',
    ]);
    expect(brings(talked(), DANA, cancel)).toEqual(['checkIn: That check-in is over.']);
    const cancelled = talk().command(DANA, cancel);
    const none = 'checkIn: There is no such check-in ahead. Open the page again.';
    expect(brings(cancelled, DANA, move)).toEqual([none]);
    expect(brings(talk(), DANA, { ...cancel, checkIn: 'k9' })).toEqual([none]);
    expect(brings(talk(), BILL, cancel)).toHaveLength(1);
  });

  test('a second tap on cancel or add brings nothing', () => {
    expect(brings(talk().command(DANA, cancel), DANA, cancel)).toEqual([]);
    const added = talk().command(DANA, add);
    expect(added.conversation.checkIns[1]).toMatchObject({ id: 'k2', where: 'Room 4', minutes: 15 });
    expect(brings(added, DANA, add)).toEqual([]);
    expect(brings(added, DANA, { ...add, where: 'Room 5' })).toEqual([
      'at: There is a check-in at that time already.',
    ]);
  });

  test.each([
    ['2027-01-07T10:00', 'at: The check-in is in the past. Choose a moment from now on.'],
    ['2027-02-01', 'at: Say at what time, such as 2027-01-18T09:30.'],
    ['later', 'at: Write a date such as 2027-01-15, or date and time such as 2027-01-15T17:00.'],
  ])('%s is refused', (at, error) => {
    expect(brings(talk(), DANA, { ...add, at })).toEqual([error]);
    expect(brings(talk(), DANA, { ...move, at })).toEqual([error]);
  });

  test('a skipped hour names the field that chooses', () => {
    expect(brings(talk(), DANA, { ...add, at: '2027-03-28T02:30' })[0]).toMatch(/Set reading to "earlier"/);
    expect(brings(talk(), DANA, { ...add, at: '2027-03-28T02:30', reading: 'later' })).toEqual([
      'checkInAdded',
    ]);
  });

  test('at most ten', () => {
    const days = Array.from({ length: 9 }, (_, n) => `2027-02-${String(n + 10)}T09:30`);
    const ten = days.reduce((story, at) => story.command(DANA, { ...add, at }), talk());
    expect(brings(ten, DANA, add)).toEqual(['at: A conversation has at most 10 check-ins.']);
    expect(brings(ten.command(DANA, cancel), DANA, add)).toEqual(['checkInAdded']);
  });
});

describe('the end', () => {
  const close = { type: 'close' };

  test('needs a verdict on everything; "unresolved" is none', () => {
    const most = talked()
      .command(DANA, verdict('c1', 'kept'))
      .command(DANA, verdict('c2', 'unresolved'))
      .command(DANA, verdict('c4', 'released'));
    expect(brings(most, DANA, close)).toEqual([
      'c2: “Write the limits down.” (Mei) has no verdict yet. Give one, release it, or plan another check-in.',
      'c3: “Answer within the hour.” (Dana) has no verdict yet. Give one, release it, or plan another check-in.',
    ]);
    const all = most
      .command(DANA, verdict('c2', 'missed'))
      .command(DANA, { type: 'report', commitment: 'c3', kept: true });
    const closed = all.command(DANA, close);
    expect(closed.conversation.status).toBe('closed');
    expect(brings(closed, DANA, close)).toEqual([]);
  });

  test('is the end for everybody', () => {
    const cancelled = agreedTalk().command(DANA, { type: 'cancel', words: 'We found another way.' });
    expect(cancelled.conversation.status).toBe('cancelled');
    expect(brings(cancelled, DANA, { type: 'cancel' })).toEqual([]);
    const over = ': This conversation was called off. Record a new one for what comes next.';
    expect(brings(cancelled, BILL, { type: 'report', commitment: 'c1', kept: true })).toEqual([over]);
    expect(brings(cancelled, DANA, close)).toEqual([over]);
    expect(brings(cancelled, BILL, { type: 'undo' })).toEqual([over]);
  });

  test('participants neither close nor cancel', () => {
    const only = ': Only the manager of this conversation can do that.';
    for (const command of [close, { type: 'cancel' }]) expect(brings(talked(), MEI, command)).toEqual([only]);
  });
});
