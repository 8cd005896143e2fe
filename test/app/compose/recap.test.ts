import { describe, expect, it } from 'vitest';
import sample from '../../conversations/02-sales.json' with { type: 'json' };
import { act, flat, mailsTo, mailTo, northwind, run, sales } from './mails.ts';

const { manager, commitments } = sample.conversation;
const fabrikam = {
  owner: manager.email,
  action: 'Call Fabrikam and tell them 38% was once, not a price',
  dueBy: '2027-01-09',
  consequence: 'I buy lunch for everybody',
};
const body = { commitments: [...commitments, fabrikam] };
const recorded = '2026-12-30T15:00';

describe('the recap', () => {
  it('begins with what the reader does, in whose words, until when, and what follows', () => {
    const { subject, text } = mailTo(run(sales(body), recorded), 'p2', 'recap');
    expect(subject).toBe('What we agreed: Discounts given away without asking');
    expect(text).toContain('YOU\n“Call me before any discount over 15%, weekends included”\n(in Dana');
    expect(text.indexOf('Call me before')).toBeLessThan(text.indexOf('Set a hard stop'));
    const told = flat({ subject, text });
    expect(told).toContain('Bill, you do one thing, Mei-Ling one, Dana one');
    expect(told).toContain('From: Monday 4 January');
    expect(told).toContain('Until: Wednesday 31 March, 17:00, New York');
    expect(told).toContain("“Bill quotes through me for one quarter” (Dana's proposal, until you accept it)");
    expect(told).toContain('And when it does: “Dinner for two at Carbone” (Dana)');
    expect(told).toContain('Thursday 1 April, 08:30, New York');
  });

  it('asks its owner three answers by the owner’s own link', () => {
    const { text } = mailTo(run(sales(body), recorded), 'p2', 'recap');
    for (const answer of ['agree', 'consequence', 'change'])
      expect(text).toContain(`https://talks.northwind.example/p/link-of-p2?answer=${answer}&commitment=c1`);
  });

  it('offers each talk as a file, for mail programs that hide invitations', () => {
    const { text } = mailTo(run(sales(body), recorded), 'p2', 'recap');
    expect(text).toContain('https://talks.northwind.example/p/link-of-p2/calendar/k1');
  });

  it('tells others what one does and by when, not the consequence that was only proposed', () => {
    const told = flat(mailTo(run(sales(body), recorded), 'p3', 'recap'));
    expect(told).toContain('BILL “Call me before any discount over 15%, weekends included”');
    expect(told).not.toContain('quotes through me');
    expect(told).not.toContain('Carbone');
  });

  it('asks the manager nothing and tells them everybody’s terms', () => {
    const mail = mailTo(run(sales(body), recorded), 'p1', 'recap');
    expect(mail.text).not.toContain('?answer=');
    expect(flat(mail)).toContain(
      '“Bill quotes through me for one quarter” (your proposal, until Bill accepts it)',
    );
    expect(mail.text).toContain('https://talks.northwind.example/conversations/x');
  });

  it('says when a due date is a day off, and when we ask', () => {
    const told = flat(mailTo(run(sales(body), recorded), 'p1', 'recap'));
    expect(told).toContain('Saturday 9 January, 17:00, the end of your day in New York');
    expect(told).toContain('a day off, so we ask on Monday 11 January, 09:00');
  });

  it('has what happened only if the manager wanted it there', () => {
    expect(mailTo(run(sales(), recorded), 'p2', 'recap').text).not.toContain('Fabrikam renewal');
    const told = run(sales({ includeWhatHappened: true }), recorded);
    expect(flat(mailTo(told, 'p2', 'recap'))).toContain('We closed the Fabrikam renewal at 38% off.');
  });

  it('shows an agreed consequence to the others, unless the policy keeps it between two', () => {
    const seen = (tenant = northwind) => {
      const agreed = act(
        sales({}, recorded, tenant),
        '2026-12-30T16:00',
        'p2',
        { type: 'agree', consequence: 'fair' },
        tenant,
      );
      const moved = act(
        agreed,
        '2026-12-31T10:00',
        'p1',
        { type: 'correct-address', person: 'p3', email: 'mei@northwind.example' },
        tenant,
      );
      return flat(
        mailsTo(run(moved, '2026-12-31T11:00', tenant), 'p3', 'recap')[1] ?? { subject: '', text: '' },
      );
    };
    expect(seen()).toContain(
      "“Bill quotes through me for one quarter” (Dana's words, agreed on 30 December)",
    );
    const quiet = {
      ...northwind,
      policy: { ...northwind.policy, consequencesSeenBy: 'owner-and-manager' as const },
    };
    expect(seen(quiet)).not.toContain('one quarter');
    expect(seen(quiet)).toContain('Bill sees what is agreed, but not what follows.');
  });

  it('stands in for the agenda of a talk that is too near for one', () => {
    const near = sales({ checkIn: { at: '2026-12-31T10:00', minutes: 15 } });
    const told = run(near, '2026-12-31T12:00');
    const recap = mailTo(told, 'p2', 'recap');
    expect(recap.subject).toContain('What we agreed');
    expect(recap.text).toContain('Tomorrow, 15 minutes: Discounts given away without asking');
    expect(recap.text).toContain('https://talks.northwind.example/p/link-of-p2?bring');
    expect(mailsTo(told, 'p2', 'agenda')).toEqual([]);
  });
});

describe('the reminder', () => {
  it('asks again, and says it when it is the last time', () => {
    const told = run(sales(), '2027-01-06T10:00');
    const [first, second] = mailsTo(told, 'p2', 'reminder');
    expect(first?.subject).toBe('Is this right, Bill?');
    expect(first?.text).not.toContain("We don't ask again");
    expect(second?.text).toContain("We don't ask again by mail; Dana will, in person.");
    expect(second?.text).not.toContain('Set a hard stop');
  });

  it('leads to one mail to the manager about everybody who did not answer', () => {
    const told = run(sales(), '2027-01-06T10:00');
    const [mail, ...more] = mailsTo(told, 'p1', 'not-answered');
    expect(more).toEqual([]);
    expect(mail?.subject).toBe('Bill and Mei-Ling have not answered yet');
    expect(mail?.text).toContain('No answer since Wednesday 30 December, 15:00');
    expect(flat(mail ?? { subject: '', text: '' })).toContain('Only you see this one.');
  });

  it('is not in the mail that asks the same thing as a change', () => {
    const agreed = act(sales(), '2026-12-30T15:30', 'p2', { type: 'agree' });
    const change = [{ id: 'c1', action: 'Call me before any discount over 10%' }];
    const told = run(act(agreed, '2026-12-30T20:00', 'p1', { type: 'amend', change }), '2026-12-31T09:00');
    const mail = mailTo(told, 'p2', 'changed');
    expect(mail.keys.map((key) => key.split('_')[0])).toEqual(['reminder', 'changed']);
    expect(mail.text).not.toContain('Is this right, Bill?');
    expect(mail.text).toContain('IS IT RIGHT SO?');
  });
});
