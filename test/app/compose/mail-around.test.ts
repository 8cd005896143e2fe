import { describe, expect, it } from 'vitest';
import { composeMail, groupMails, mailProps, renderGroup } from '../../../functions/app/compose-mail.ts';
import sample from '../../conversations/02-sales.json' with { type: 'json' };
import { APP, act, composed, mailTo, northwind, run, sales, tokenOf } from './mails.ts';

const S = '2026-12-30T15:30';
const bills = { owner: 'Bill', action: 'Write the list', dueBy: '2027-01-13' };
const everything = () => {
  const agreed = act(sales(), S, 'p2', { type: 'agree', consequence: 'fair' });
  return run(agreed, '2027-04-02T12:00');
};

describe('grouping', () => {
  it('makes one mail a person of all that is due, and one more for each calendar part', () => {
    const groups = groupMails(sales({ laterCheckIns: [{ at: '2027-01-13T08:30' }] }).story.due());
    expect(groups.map((group) => group.map(({ kind, to }) => `${kind} ${to}`))).toEqual([
      ['recap p1'],
      ['recap p2'],
      ['recap p3'],
      ...['p1', 'p2', 'p3'].map((to) => [`invitation ${to}`]),
      ...['p1', 'p2', 'p3'].map((to) => [`invitation ${to}`]),
    ]);
  });

  it('puts what is due in one moment into one mail with the subject of what matters most', () => {
    // Due the day after it starts: the opening of the start day is the opening one working day before due.
    const commitments = [
      {
        owner: "bill.o'reilly@northwind.example",
        action: 'Write the list',
        startBy: '2027-01-12',
        dueBy: '2027-01-13',
      },
    ];
    const told = run(act(sales({ commitments }), S, 'p2', { type: 'agree' }), '2027-01-12T10:00');
    const [mail] = told.mails.filter(({ keys }) => keys.length > 1);
    expect(mail?.keys.map((key) => key.split('_')[0])).toEqual(['start', 'heads-up']);
    expect(mail?.kind).toBe('start');
    expect(mail?.subject).toBe('Today you start: “Write the list” (and 1 more)');
    expect(mail?.text).toContain('Due tomorrow, 17:00');
  });

  it('refuses a group for two people, and an empty one', () => {
    const { story } = sales();
    expect(() => composed(story, story.due())).toThrow('a mail goes to one person');
    expect(() => composed(story, [])).toThrow('at least one delivery');
  });
});

describe('sender and answers', () => {
  it('is the manager’s name for the tenant, and answers come to the reader’s own reply address', () => {
    const mail = mailTo(everything(), 'p2', 'recap');
    expect(mail.from).toEqual({
      name: 'Dana "DJ" Johnson, for Northwind',
      email: 'nevertwice@northwind.example',
    });
    expect(mail.replyTo).toEqual({
      name: 'Dana "DJ" Johnson',
      email: expect.stringMatching(/^r\+[a-z2-7]{26}@reply\.northwind\.example$/),
    });
    expect(mail.text).toContain('Answer this mail and Dana reads it.');
  });

  it('is the product’s name to the manager, to whom nobody answers', () => {
    const mail = mailTo(everything(), 'p1', 'recap');
    expect(mail.from.name).toBe('Nevertwice, for Northwind');
    expect(mail.replyTo).toBeUndefined();
    expect(mail.text).not.toContain('reads it');
  });
});

describe('links', () => {
  it('are the reader’s own, in every mail', () => {
    const { mails } = everything();
    for (const mail of mails) {
      const links = [...`${mail.text} ${mail.html}`.matchAll(/\/[pu]\/(link-of-p\d+)/gu)].map(
        ([, token]) => token,
      );
      expect(new Set(links)).toEqual(new Set([tokenOf(mail.person)]));
      expect(mail.text).toContain(`${APP}/p/${tokenOf(mail.person)}/why`);
    }
  });

  it('offer fewer mails only where there is something to stop', () => {
    const told = everything();
    const url = `${APP}/u/${tokenOf('p2')}`;
    for (const kind of ['start', 'heads-up', 'agenda']) {
      const mail = mailTo(told, 'p2', kind);
      expect(mail.unsubscribe).toEqual({ url });
      expect(mail.text).toContain(url);
    }
    for (const kind of ['recap', 'invitation', 'entry']) {
      const mail = mailTo(told, 'p2', kind);
      expect(mail.unsubscribe).toBeUndefined();
      expect(mail.text).not.toContain('/u/');
    }
  });

  it('lead the manager to the conversation, and nobody else', () => {
    const told = everything();
    expect(mailTo(told, 'p1', 'agenda').text).toContain(`${APP}/conversations/x`);
    expect(mailTo(told, 'p2', 'agenda').text).not.toContain('/conversations/');
  });
});

it('gives previews the same props that the mail is made of', () => {
  const { story } = sales();
  const [group = []] = groupMails(story.due());
  const context = { tenant: northwind, appUrl: APP, token: tokenOf, sentAt: story.now };
  const { reader, sections } = mailProps(story.conversation, group, context);
  expect(reader).toEqual({ name: 'Dana', zone: 'America/New_York', isManager: true });
  expect(sections.map(({ kind }) => kind)).toEqual(['recap']);
});

it('shrinks a logo that is wider than a mail shows', () => {
  const logo = { url: 'https://northwind.example/logo.png', width: 300, height: 100 };
  const tenant = { ...northwind, branding: { ...northwind.branding, logo } };
  const { story } = sales();
  const [group = []] = groupMails(story.due());
  expect(composed(story, group, tenant).html).toContain('width="240"');
});

it('names two people of one first name by their whole names', () => {
  const [bill, meiLing] = sample.conversation.participants;
  const told = run(sales({ participants: [bill, { ...meiLing, name: 'Bill Chen' }] }), S);
  expect(mailTo(told, 'p2', 'recap').text).toContain('BILL CHEN');
});

it('renders the recap of somebody without mail, to be printed, and refuses to send it', () => {
  const { story } = sales({ participants: [{ name: 'Bill' }, { name: 'Mei-Ling' }], commitments: [bills] });
  const [recap] = story.plan().filter(({ kind, to }) => kind === 'recap' && to === 'p2');
  const group = recap ? [recap] : [];
  const context = { tenant: northwind, appUrl: APP, token: tokenOf, sentAt: story.now };
  const { text } = renderGroup(story.conversation, group, context);
  expect(text).toContain('Bill, you do one thing');
  expect(text).not.toContain('/calendar/');
  expect(() => composeMail(story.conversation, group, context)).toThrow('p2 has no address');
});

it('is the same mail each time it is composed', () => {
  const { story } = sales();
  const [group = []] = groupMails(story.due());
  const context = { tenant: northwind, appUrl: APP, token: tokenOf, sentAt: story.now, facts: story.facts };
  expect(composeMail(story.conversation, group, context)).toEqual(
    composeMail(story.conversation, group, context),
  );
});
