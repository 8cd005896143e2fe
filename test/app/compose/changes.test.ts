import { describe, expect, it } from 'vitest';
import { act, flat, mailsTo, mailTo, northwind, run, sales, type Told } from './mails.ts';

const S = '2026-12-30T15:30';
const agreed = () => act(sales(), S, 'p2', { type: 'agree', consequence: 'fair' });

describe('something asked for', () => {
  it('goes to the manager with a yes and a no that name it', () => {
    const told = run(act(sales(), S, 'p2', { type: 'ask-change', words: 'It was 20%' }), '2026-12-30T16:00');
    const mail = mailTo(told, 'p1', 'change-asked');
    expect(mail.subject).toBe('Bill says something is not right');
    expect(mail.text).toContain('“It was 20%”');
    expect(mail.text).toContain(
      'https://talks.northwind.example/conversations/x?commitment=c1&change=c1-2&accept=yes',
    );
    expect(flat(mail)).toContain('Only you and Bill see this one.');
  });

  it('is answered with what was asked and what was said with it', () => {
    const asked = act(sales(), S, 'p2', { type: 'ask-change', words: 'It was 20%' });
    const answer = (accept: boolean) =>
      run(
        act(asked, '2026-12-31T10:00', 'p1', {
          type: 'answer-change',
          commitment: 'c1',
          accept,
          words: 'I looked',
        }),
        '2026-12-31T12:00',
      );
    const yes = mailTo(answer(true), 'p2', 'changed');
    expect(yes.subject).toBe('Dana said yes to the change');
    expect(flat(yes)).toContain('Asked for: “It was 20%” (your words)');
    expect(flat(yes)).toContain('“I looked” (Dana)');
    const no = mailTo(answer(false), 'p2', 'changed');
    expect(no.subject).toBe('Dana would like to keep it as it is');
    expect(no.text).toContain('IS IT RIGHT SO?');
    expect(mailsTo(answer(true), 'p3', 'changed')).toEqual([]);
  });

  it('moves a date, old and new, and the entry with it', () => {
    const asked = act(agreed(), '2027-01-11T10:00', 'p2', {
      type: 'propose-date',
      commitment: 'c1',
      dueBy: '2027-04-30',
    });
    const told = run(
      act(asked, '2027-01-11T11:00', 'p1', { type: 'answer-change', commitment: 'c1', accept: true }),
      '2027-01-11T12:00',
    );
    const mail = flat(mailTo(told, 'p2', 'changed'));
    expect(mail).toContain('Before: Wednesday 31 March, 17:00, New York');
    expect(mail).toContain('Now: Friday 30 April, 17:00');
    const [, entry] = mailsTo(told, 'p2', 'entry');
    expect(entry?.subject).toContain('Moved to Friday 30 April');
    expect(flat(entry ?? { subject: '', text: '' })).toContain('Before: Wednesday 31 March, 17:00');
  });

  it('settles a consequence in its owner’s words', () => {
    const words = 'I quote through you for a month';
    const asked = act(agreed(), '2027-01-11T10:00', 'p2', {
      type: 'propose-consequence',
      commitment: 'c1',
      words,
    });
    const told = run(
      act(asked, '2027-01-11T11:00', 'p1', { type: 'answer-change', commitment: 'c1', accept: true }),
      '2027-01-11T12:00',
    );
    expect(mailTo(told, 'p1', 'change-asked').subject).toBe('Bill words the consequence differently');
    const mail = flat(mailTo(told, 'p2', 'changed'));
    expect(mail).toContain(`Now: “${words}”`);
    expect(mail).not.toContain('Before: nothing');
  });

  it('is asked about twice when due has come; then nothing counts', () => {
    const asked = act(agreed(), '2027-03-29T10:00', 'p2', {
      type: 'propose-date',
      commitment: 'c1',
      dueBy: '2027-04-30',
    });
    const told = run(asked, '2027-04-06T10:00');
    const [first, second] = mailsTo(told, 'p1', 'change-unanswered');
    expect(first?.subject).toBe('Bill still waits for your answer');
    expect(first?.text).not.toContain('last time');
    expect(second?.text).toContain('last time');
    expect(mailTo(told, 'p2', 'nothing-counts').subject).toBe('Nothing counts against you');
  });
});

describe('an amendment', () => {
  const amend = (told: Told, command: object) =>
    run(act(told, '2026-12-30T16:00', 'p1', { type: 'amend', ...command }), '2026-12-30T16:30');

  it('tells each field as it was and as it is, and asks its owner again', () => {
    const change = [{ id: 'c1', dueBy: '2027-03-26', evidence: 'The CRM says so' }];
    const mail = mailTo(amend(agreed(), { title: 'Discounts', change }), 'p2', 'changed');
    expect(mail.subject).toBe('What changed: Discounts');
    const told = flat(mail);
    expect(told).toContain('Dana changed three things');
    expect(told).toContain('Before: “Discounts given away without asking” Now: “Discounts”');
    expect(told).toContain('Before: Wednesday 31 March, 17:00, New York Now: Friday 26 March, 17:00');
    expect(told).toContain('Now: “The CRM says so”');
    expect(mail.text).toContain('?answer=agree&commitment=c1');
  });

  it('tells others only what they may see of it', () => {
    const change = [{ id: 'c1', consequence: 'Two quarters' }];
    const mail = flat(mailTo(amend(sales(), { change }), 'p3', 'changed'));
    expect(mail).toContain('What changed there is between Bill and Dana.');
    expect(mail).not.toContain('quarter');
  });

  it('keeps from others how one commitment is proved and celebrated', () => {
    const change = [{ id: 'c1', dueBy: '2027-03-26', evidence: 'The CRM says so', celebration: 'Cake' }];
    const mail = flat(mailTo(amend(sales(), { change }), 'p3', 'changed'));
    expect(mail).toContain('Dana changed one thing');
    expect(mail).not.toContain('CRM');
    expect(mail).not.toContain('Cake');
  });

  it('says what is new and what is gone', () => {
    const add = [
      { owner: 'meiling+q1@northwind.example', action: 'Write the price list', dueBy: '2027-01-29T12:00' },
    ];
    const mail = mailTo(amend(agreed(), { add, remove: ['c1'] }), 'p3', 'changed');
    expect(flat(mail)).toContain(
      '“Call me before any discount over 15%, weekends included” (what Bill does) Before: Wednesday 31 March, 17:00, New York Now: no longer',
    );
    expect(flat(mail)).toContain(
      '“Write the price list” (what you do) Before: nothing Now: Friday 29 January, 12:00',
    );
  });

  it('of a person tells the others who left, and the person that they did', () => {
    const told = run(
      act(agreed(), '2027-01-05T10:00', 'p1', { type: 'remove-person', person: 'p3' }),
      '2027-01-05T12:00',
    );
    expect(flat(mailTo(told, 'p2', 'changed'))).toContain(
      'WHO IS PART OF IT Before: Mei-Ling Now: no longer',
    );
    const mail = mailTo(told, 'p3', 'cancelled');
    expect(mail.subject).toBe('You are no longer part of it: Discounts given away without asking');
    expect(mailTo(told, 'p3', 'invitation-cancelled').text).not.toContain('stays as it is');
  });
});

describe('what ends or goes to somebody else', () => {
  it('tells everybody that it was called off, with the words said', () => {
    const told = run(
      act(agreed(), '2027-01-05T10:00', 'p1', { type: 'cancel', words: 'The report was wrong' }),
      '2027-01-05T12:00',
    );
    const mail = mailTo(told, 'p2', 'cancelled');
    expect(mail.subject).toBe('Called off: Discounts given away without asking');
    expect(flat(mail)).toContain('“The report was wrong” (Dana)');
    expect(mailsTo(told, 'p1', 'cancelled')).toEqual([]);
  });

  it('lets a commitment go', () => {
    const told = run(
      act(agreed(), '2027-01-05T10:00', 'p1', { type: 'verdict', commitment: 'c1', verdict: 'released' }),
      '2027-01-05T12:00',
    );
    expect(mailTo(told, 'p2', 'changed').subject).toContain('No longer needed: “Call me before');
    expect(mailsTo(told, 'p3', 'changed')).toEqual([]);
  });

  it('names the new manager to everybody else, and answers go to that one', () => {
    const to = { name: 'Priya Rao', email: 'priya@northwind.example' };
    const told = run(act(agreed(), '2027-01-05T10:00', 'p1', { type: 'hand-over', to }), '2027-01-05T12:00');
    const mail = mailTo(told, 'p2', 'handed-over');
    expect(mail.subject).toBe('Priya takes over: Discounts given away without asking');
    expect(mail.replyTo?.name).toBe('Priya Rao');
    expect(mailTo(told, 'p4', 'recap').text).toContain('https://talks.northwind.example/conversations/x');
  });

  it('tells the manager which address takes no mail', () => {
    const bounced = run(agreed(), '2027-01-05T10:00');
    const story = bounced.story.fact({ type: 'addressFailed', by: 'system', person: 'p3', why: 'bounced' });
    const mail = mailTo(run({ ...bounced, story }, '2027-01-05T12:00'), 'p1', 'address-failed');
    expect(mail.subject).toBe('Our mail does not reach Mei-Ling');
    expect(mail.text).toContain('meiling+q1@northwind.example');
  });

  it('asks for new dates after a pause, and says until when nothing counts', () => {
    const yes = act(sales(), S, 'p3', { type: 'agree' });
    const away = act(yes, '2027-01-11T10:00', 'p1', {
      type: 'pause',
      person: 'p3',
      from: '2027-01-18',
      until: '2027-01-22',
    });
    const mail = mailTo(run(away, '2027-01-25T10:00'), 'p3', 'new-dates');
    expect(mail.subject).toBe('Welcome back, Mei-Ling: which dates fit now?');
    expect(flat(mail)).toContain('Nothing counts before Wednesday 27 January');
    expect(northwind.holidays.US).not.toContain('2027-01-25');
  });
});
