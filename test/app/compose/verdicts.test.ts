import { describe, expect, it } from 'vitest';
import sample from '../../conversations/02-sales.json' with { type: 'json' };
import { act, flat, type Mail, mailsTo, mailTo, northwind, run, sales, type Told } from './mails.ts';

const { manager, participants, commitments } = sample.conversation;
const partner = participants[0]?.email ?? '';
const body = {
  commitments: [commitments[0], { ...commitments[1], partner }],
  checkIn: { at: '2027-01-28T08:30', minutes: 15 },
};

const danas = {
  owner: manager.email,
  action: 'Call Fabrikam',
  dueBy: '2027-01-08',
  consequence: 'I buy lunch',
};

function agreed(changes: object = {}): Told {
  const one = act(sales({ ...body, ...changes }), '2026-12-30T15:30', 'p3', {
    type: 'agree',
    consequence: 'fair',
  });
  return act(one, '2026-12-30T15:40', 'p2', { type: 'agree' });
}
const mentions = (told: Told, person: 'p1' | 'p2' | 'p3', words: string): Mail[] =>
  told.mails.filter((mail) => mail.person === person && flat(mail).includes(words));

describe('the due check', () => {
  it('asks its owner with two answers and another date', () => {
    const mail = mailTo(run(agreed(), '2027-01-20T17:00'), 'p3', 'due-check');
    expect(mail.subject).toBe('Done, or not yet?');
    expect(flat(mail)).toContain('Due: Now: Wednesday 20 January, 17:00, New York');
    for (const query of ['kept=yes', 'kept=no', 'date'])
      expect(mail.text).toContain(`https://talks.northwind.example/p/link-of-p3?commitment=c2&${query}`);
  });

  it('asks about a habit once, since when it runs, also when its week and its talk meet in one mail', () => {
    const habit = { owner: partner, action: 'Say the limit aloud', habit: true, startBy: '2027-01-20' };
    const start = sales({ ...body, commitments: [habit] });
    const told = run(act(start, '2026-12-30T15:30', 'p2', { type: 'agree' }), '2027-01-27T10:00');
    const mail = mailTo(told, 'p2', 'due-check');
    expect([...mail.keys].sort()).toEqual(['agenda_k1_p2_1', 'due-check_c1-k1_p2_1', 'due-check_c1_p2_1']);
    expect(mail.subject).toBe('How is it going? (and 1 more)');
    expect(mail.text.match(/It's going well/gu)).toHaveLength(1);
    expect(flat(mail)).toContain('Since: Wednesday 20 January');
  });
});

describe('a miss that its owner tells', () => {
  const missed = () =>
    run(
      act(agreed(), '2027-01-20T17:30', 'p3', {
        type: 'report',
        commitment: 'c2',
        kept: false,
        words: 'IT was away',
      }),
      '2027-01-28T12:00',
    );

  it('thanks the owner, names the agreed consequence and asks what got in the way, saying who reads it', () => {
    const mail = mailTo(missed(), 'p3', 'consequence');
    expect(mail.subject).toBe("It didn't happen. What got in the way?");
    const told = flat(mail);
    expect(told).toContain('Thank you for saying so, Mei-Ling.');
    expect(told).toContain('“I turn off self-service quotes” (Dana, agreed by both on 30 December)');
    expect(told).toContain('Dana reads it before you talk; Bill does not.');
    expect(told).toContain('on Thursday 28 January, 08:30');
    expect(told).toContain('Only you and Dana see this one.');
  });

  it('tells the manager with the owner’s words', () => {
    const mail = mailTo(missed(), 'p1', 'consequence');
    expect(mail.subject).toBe('Mei-Ling said: not yet');
    expect(flat(mail)).toContain('“IT was away”');
  });

  it('reaches nobody else, not even in the agenda', () => {
    const told = missed();
    expect(mentions(told, 'p2', 'IT was away')).toEqual([]);
    const agenda = mailTo(told, 'p2', 'agenda');
    expect(agenda.text).not.toContain('Set a hard stop');
    expect(agenda.text).not.toContain('self-service');
    expect(mailTo(told, 'p3', 'agenda').text).toContain('Only you and Dana have this part.');
    expect(flat(mailTo(told, 'p1', 'agenda'))).toContain('WHAT WAS LEARNED “Set a hard stop at 15%');
  });

  it('never names a consequence that nobody accepted; it is raised at the talk', () => {
    const told = act(agreed(), '2027-01-25T12:00', 'p2', { type: 'report', commitment: 'c1', kept: false });
    const all = run(told, '2027-01-28T12:00');
    for (const person of ['p1', 'p2'] as const)
      expect(mailTo(all, person, 'consequence').text).not.toContain('one quarter');
    expect(flat(mailTo(all, 'p2', 'agenda'))).toContain(
      'Proposed by Dana, not accepted yet: “Bill quotes through me for one quarter”',
    );
    expect(mentions(all, 'p3', 'one quarter')).toEqual([]);
  });
});

describe('what has no end yet', () => {
  it('stands in the agenda of its owner and of the manager, and of nobody else', () => {
    const one = act(sales(body), '2026-12-30T15:30', 'p3', { type: 'agree' });
    const told = run(
      act(one, '2027-01-19T10:00', 'p3', { type: 'ask-change', words: 'No' }),
      '2027-01-27T10:00',
    );
    expect(flat(mailTo(told, 'p1', 'agenda'))).toContain('(Bill, not answered yet)');
    expect(flat(mailTo(told, 'p1', 'agenda'))).toContain(
      '(Mei-Ling, a change was asked for and not answered)',
    );
    expect(flat(mailTo(told, 'p2', 'agenda'))).toContain('(you, not answered yet)');
    expect(mailTo(told, 'p3', 'agenda').text).not.toContain('Call me before');
    expect(mailTo(told, 'p2', 'agenda').text).not.toContain('Set a hard stop');
  });

  it('leaves out of others’ agendas what still runs, because a gap there would tell a miss', () => {
    const told = run(agreed(), '2027-01-27T10:00');
    expect(mailTo(told, 'p2', 'agenda').text).toContain('Call me before');
    expect(mailTo(told, 'p3', 'agenda').text).not.toContain('Call me before');
  });
});

describe('the manager’s own miss', () => {
  it('is told to the participants as theirs is to the manager', () => {
    const told = act(agreed({ commitments: [...body.commitments, danas] }), '2027-01-08T17:10', 'p1', {
      type: 'report',
      commitment: 'c3',
      kept: false,
    });
    const all = run(told, '2027-01-11T10:00');
    for (const person of ['p2', 'p3'] as const) {
      const mail = mailTo(all, person, 'consequence');
      expect(mail.subject).toBe("Dana's part isn't done yet");
      expect(flat(mail)).toContain('It was promised for Friday.');
      expect(flat(mail)).not.toContain('agreed by both');
    }
    expect(flat(mailTo(all, 'p1', 'consequence'))).toContain('Bill and Mei-Ling read it before you talk');
  });
});

describe('what was kept', () => {
  const kept = () =>
    run(
      act(agreed(), '2027-01-19T11:00', 'p3', { type: 'report', commitment: 'c2', kept: true }),
      '2027-01-28T12:00',
    );

  it('is celebrated with owner, manager and partner, each in their own words', () => {
    const told = kept();
    const owner = mailTo(told, 'p3', 'celebration');
    expect(owner.subject).toContain('You did it: “Set a hard stop');
    expect(flat(owner)).toContain('“A line in the Friday mail and the good parking spot”');
    expect(flat(owner)).toContain('Dana and Bill have the same mail, so that it happens.');
    expect(flat(mailTo(told, 'p1', 'celebration'))).toContain('A word of thanks today is worth most.');
    const helper = flat(mailTo(told, 'p2', 'celebration'));
    expect(helper).toContain('You stood beside it as the partner');
    expect(helper).not.toContain('self-service');
  });

  it('stands by name in everybody’s agenda, and only in the next one', () => {
    const told = kept();
    for (const person of ['p1', 'p2'] as const)
      expect(flat(mailTo(told, person, 'agenda'))).toContain('(Mei-Ling, done on 19 January)');
    const again = act(told, '2027-01-28T13:00', 'p1', { type: 'add-check-in', at: '2027-02-11T09:00' });
    const [, second] = mailsTo(run(again, '2027-02-10T10:00'), 'p2', 'agenda');
    expect(second?.text).not.toContain('done on 19 January');
  });
});

describe('silence', () => {
  const silent = () => run(agreed(), '2027-01-22T11:00');

  it('stands as not done for now, for owner and manager', () => {
    const owner = mailTo(silent(), 'p3', 'missed-not-reported');
    expect(owner.subject).toBe("We haven't heard from you");
    expect(flat(owner)).toContain('We asked: Wednesday 20 January, 17:00');
    expect(owner.text).toContain('?commitment=c2&kept=yes');
    expect(mailTo(silent(), 'p1', 'missed-not-reported').subject).toBe("We haven't heard from Mei-Ling");
    expect(mailsTo(silent(), 'p2', 'missed-not-reported')).toEqual([]);
  });

  it('is put right by one word: the owner celebrates, the manager gets one correction', () => {
    const told = act(silent(), '2027-01-22T12:00', 'p3', { type: 'report', commitment: 'c2', kept: true });
    const all = run(told, '2027-01-27T10:00');
    const owner = flat(mailTo(all, 'p3', 'celebration'));
    expect(owner).toContain('Done, told later');
    expect(owner).not.toContain('the same mail');
    const correction = mailTo(all, 'p1', 'correction');
    expect(flat(correction)).toContain('We wrote: no word, so not done for now Right is: done, told later');
    expect(mailsTo(all, 'p1', 'celebration')).toEqual([]);
    // That it was told late is between the two: the others read when it was due.
    expect(flat(mailTo(all, 'p2', 'agenda'))).toContain('(Mei-Ling, done on 20 January)');
  });

  it('asks the manager where the policy says so', () => {
    const asks = { ...northwind, policy: { ...northwind.policy, silence: 'ask-manager' as const } };
    const one = act(sales(body, '2026-12-30T15:00', asks), '2026-12-30T15:30', 'p3', { type: 'agree' }, asks);
    const mail = mailTo(run(one, '2027-01-22T11:00', asks), 'p1', 'no-report');
    expect(mail.subject).toBe('No word from Mei-Ling yet');
    expect(mail.text).toContain('https://talks.northwind.example/conversations/x?commitment=c2');
  });
});

describe('the wrap-up', () => {
  it('lists what needs a word from the manager, and what still runs', () => {
    const one = act(sales(body), '2026-12-30T15:40', 'p2', { type: 'agree' });
    const mail = mailTo(run(one, '2027-01-28T12:00'), 'p1', 'wrap-up');
    expect(flat(mail)).toContain('(Mei-Ling, never answered)');
    expect(flat(mail)).toContain(
      'STILL RUNNING “Call me before any discount over 15%, weekends included” (Bill, until',
    );
    expect(flat(mail)).toContain('It closes once nothing is running');
  });
});
