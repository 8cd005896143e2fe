import { describe, expect, it } from 'vitest';
import { act, flat, mailsTo, mailTo, run, sales, type Told } from './mails.ts';

// Bill's commitment c1 of the sales conversation, with an early date; New York’s time.
const CHOSE = { type: 'report', commitment: 'c1', kept: false, reason: 'chose-something-else' };
const renew = (dueBy: string) => ({ type: 'renegotiate', commitment: 'c1', dueBy });

function begun(): Told {
  const told = sales();
  const edit = { type: 'amend', change: [{ id: 'c1', dueBy: '2027-01-06T17:00' }] };
  return act(act(told, '2026-12-30T15:10', 'p1', edit), '2026-12-30T16:00', 'p2', {
    type: 'agree',
    consequence: 'fair',
  });
}

const DATES = ['2027-01-12T17:00', '2027-01-20T17:00', '2027-01-27T17:00'];
/** Chosen otherwise so many times, each told shortly before it was due, with a new date the next morning. */
function chosen(times: number): Told {
  const missed = ['2027-01-06T16:30', '2027-01-12T16:30', '2027-01-20T16:30'];
  const renewed = ['2027-01-07T09:30', '2027-01-13T09:30', '2027-01-21T09:30'];
  return DATES.slice(0, times).reduce(
    (told, date, index) =>
      act(act(told, missed[index] ?? '', 'p2', CHOSE), renewed[index] ?? '', 'p1', renew(date)),
    begun(),
  );
}
const headsUp = (told: Told, until: string) => {
  const [last] = mailsTo(run(told, until), 'p2', 'heads-up').slice(-1);
  if (!last) throw new Error('no heads-up');
  return flat(last);
};

describe('a nudge', () => {
  it('asks plainly at first, and offers fields for the answer', () => {
    const mail = headsUp(begun(), '2027-01-05T10:00');
    expect(mail).toMatch(/^Due tomorrow, 17:00: “/);
    expect(mail).toContain('Say how you will do it');
    expect(mail).not.toContain('Why this tone?');
  });

  it('asks once more after the first miss that was chosen, and says when that was said', () => {
    const mail = headsUp(chosen(1), '2027-01-11T10:00');
    expect(mail).toContain('Due tomorrow, 17:00, and we ask once more');
    expect(mail).toContain(
      'You said on 6 January that you chose something else; that is why it reads like this.',
    );
    expect(mail).toMatch(/Why this tone\?.{0,5}https:\S+\/why/);
  });

  it('asks plainly while nobody has pressed for firmer words, and lets them leave once somebody has', () => {
    const told = chosen(2);
    expect(headsUp(told, '2027-01-19T10:00')).toMatch(/^Due tomorrow, 17:00: “/);
    const pressed = act(told, '2027-01-13T10:00', 'p1', {
      type: 'choose-tone',
      commitment: 'c1',
      tone: 'firmer',
    });
    const mail = headsUp(pressed, '2027-01-19T10:00');
    expect(mail).toContain('Let’s talk today'.replace('’', "'"));
    expect(mail).toContain('You said twice that you chose something else, last on 12 January');
  });

  it('says what is needed now, by when, and what stops without it, in the group’s own words', () => {
    const press = { type: 'choose-tone', commitment: 'c1', tone: 'firmer' };
    const told = act(chosen(3), '2027-01-21T10:00', 'p1', press);
    const mail = headsUp(told, '2027-01-26T10:00');
    const { commitments, neverAgain } = told.story.conversation;
    expect(mail).toContain('Needed tomorrow, 17:00');
    expect(mail).toContain('What stops without it');
    expect(mail).toContain(neverAgain.replace(/\s+/gu, ' ').slice(0, 60).replaceAll('’', "'"));
    expect(mail).toContain(commitments.find(({ id }) => id === 'c1')?.evidence.slice(0, 30));
  });
});

describe('contact', () => {
  it('is offered once, in the mail about the second miss in a row', () => {
    const missed = chosen(2);
    const lines = mailsTo(missed, 'p2', 'consequence').map((mail) =>
      flat(mail).includes('Would a look half way help?'),
    );
    expect(lines).toEqual([false, true]);
    const third = run(act(missed, '2027-01-20T16:30', 'p2', CHOSE), '2027-01-20T16:50');
    expect(
      flat(mailsTo(third, 'p2', 'consequence').at(-1) ?? mailTo(third, 'p2', 'consequence')),
    ).not.toContain('Would a look half way help?');
  });
});

it('brings what the owner said to the ask to the talk, for the two sides and nobody else', () => {
  const said = { type: 'answer-ask', commitment: 'c1', how: 'With the list.', help: 'A quiet hour.' };
  const far = { type: 'amend', change: [{ id: 'c1', dueBy: '2027-03-31T17:00' }] };
  const agreed = act(act(begun(), '2026-12-30T16:10', 'p1', far), '2026-12-30T16:20', 'p2', {
    type: 'agree',
  });
  const told = run(act(agreed, '2026-12-30T16:30', 'p2', said), '2027-03-31T12:00');
  const agendas = (['p1', 'p2', 'p3'] as const).map((person) => flat(mailTo(told, person, 'agenda')));
  expect(agendas.map((agenda) => agenda.includes('A quiet hour.'))).toEqual([true, true, false]);
  expect(agendas[0]).toContain('How: “With the list.”');
});
