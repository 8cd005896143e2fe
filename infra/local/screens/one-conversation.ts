import { FORM, PEOPLE } from '../minute/story.ts';
import { sendFrom, type Tour } from './tour.ts';

const NEW = '/conversations/new';
const IDA = 'ida@northwind.example';
// Mei-Ling's partner hears of what she kept.
const FILLED = { ...FORM, 'commitments[2].partner': IDA };
const [{ email: BILL }, { email: MEI }] = PEOPLE;
const YES = { action: 'agree', consequence: 'fair' };
const WHY = 'It was Saturday. I called twice, and the customer wanted an answer.';

/** The form, empty, refused and filled in; answers the conversation that it became. */
async function walkTheForm({ desk, see, visit, moveTo }: Tour): Promise<string> {
  await moveTo('2027-01-08T15:00');
  await visit('form', NEW);
  await desk.getByRole('button', { name: 'Send the recap' }).click();
  await desk.getByRole('alert').waitFor();
  await see('form-refused', desk);
  await sendFrom(desk, NEW, { ...FILLED, look: 'yes' });
  await see('form-filled', desk);
  await sendFrom(desk, NEW, { ...FILLED, free: 'yes' });
  await see('form-other-times', desk);
  await sendFrom(desk, NEW, { ...FILLED, send: 'now' });
  await see('sent', desk);
  return new URL(desk.url()).pathname.replace('/sent', '');
}

async function walkTheAnswers(tour: Tour, conversation: string): Promise<void> {
  const { desk, phone, see, visit, visitAs, act, moveTo } = tour;
  await visit('conversation-held', conversation);
  await moveTo('2027-01-08T15:02');
  await visit('conversation-fresh', conversation);
  await visitAs(BILL, 'person-asked');
  await phone.getByText('say what, in your own words').click();
  await phone.getByRole('button', { name: 'Send it to Dana' }).first().click();
  await phone.getByRole('alert').waitFor();
  await see('person-refused', phone);
  await act(BILL, { action: 'agree' });
  await act(BILL, {
    action: 'propose-consequence',
    commitment: 'c2',
    words: 'For a month, my quotes over 15% go through Dana',
  });
  await visitAs(BILL, 'person-waits');
  await act(MEI, {
    action: 'propose-date',
    commitment: 'c3',
    dueBy: '2027-01-14T17:00',
    words: 'Finance tests on Thursday.',
  });
  await act(MEI, { action: 'agree', consequence: 'fair' });
  await visitAs(MEI, 'person-noted');
  await moveTo('2027-01-08T15:23');
  await visit('today-asked', '/');
  await visit('conversation-asked', conversation);
  const pause = { type: 'pause', form: 'pause-p2', person: 'p2', from: '2027-01-12' };
  await sendFrom(desk, `${conversation}/commands`, { ...pause, until: '2027-01-11' });
  await see('conversation-refused', desk);
  const move = { type: 'move-check-in', form: 'move-check-in-k1', checkIn: 'k1', free: 'yes' };
  const now = { at: '2027-01-20', 'at.time': '08:30', minutes: '15', where: '' };
  await sendFrom(desk, `${conversation}/commands`, { ...move, ...now });
  await see('conversation-other-times', desk);
  await visit('amend', `${conversation}/amend`);
  const action = desk.locator('[name="change.c2.action"]');
  await action.fill('');
  await desk.getByRole('button', { name: 'Save and tell them' }).last().click();
  await desk.getByRole('alert').waitFor();
  await see('amend-refused', desk);
  await action.fill('Call me before any discount over 15%, weekends too');
  await desk.locator('[name="change.c2.dueBy"]').fill('2027-01-18');
  await desk.getByRole('button', { name: 'See what it changes first' }).click();
  await see('amend-before-after', desk);
}

async function walkTheDueDay(tour: Tour, conversation: string): Promise<void> {
  const { visit, visitAs, act, command, moveTo } = tour;
  const id = conversation.replace('/conversations/', '');
  await command(id, { type: 'accept-consequence', commitment: 'c2' });
  await command(id, {
    type: 'answer-change',
    commitment: 'c3',
    accept: false,
    words: 'The tool goes live on Friday.',
  });
  await act(MEI, YES);
  await moveTo('2027-01-11T10:00');
  await visit('conversation-running', conversation);
  await visitAs(MEI, 'person-running');
  await moveTo('2027-01-15T15:01');
  await visit('today-due', '/');
  await visit('week', '/?show=week');
  await command(id, {
    type: 'report',
    commitment: 'c1',
    kept: false,
    reason: 'in-the-way',
    words: 'They moved our call to Monday.',
  });
  await act(MEI, { action: 'report', commitment: 'c3', kept: 'yes', words: 'Try to save 16%.' });
  await visitAs(MEI, 'person-kept');
  await moveTo('2027-01-15T17:01');
  await visitAs(BILL, 'person-due');
  await act(BILL, { action: 'report', commitment: 'c2', kept: 'no' });
  await visitAs(BILL, 'person-missed');
  await act(BILL, { action: 'report', commitment: 'c2', kept: 'no', reason: 'in-the-way', words: WHY });
  await moveTo('2027-01-19T09:05');
  await visit('conversation-missed', conversation);
  await visitAs(BILL, 'person-explained');
  await command(id, {
    type: 'add-coaching',
    commitment: 'c2',
    how: 'peer',
    with: MEI,
    at: '2027-01-19T14:00',
  });
  await command(id, {
    type: 'add-cadence',
    cadence: 'twice-a-week',
    at: '2027-01-19T16:00',
    topic: 'The quote tool',
    until: '2027-01-29',
  });
  await visit('conversation-side-talks', conversation);
  await visitAs(BILL, 'person-side-talks');
  await visitAs(IDA, 'person-partner');
}

async function walkTheCheckIn(tour: Tour, conversation: string): Promise<void> {
  const { desk, see, visit, visitAs, command, moveTo } = tour;
  const checkIn = `${conversation}/check-in`;
  await moveTo('2027-01-20T08:30');
  await visit('check-in', checkIn);
  await desk.locator('[name="c2.learned"]').fill('On weekends a message is enough, and silence means no.');
  await desk.locator('[name="c2.follows"][value=follows]').check();
  await desk.getByRole('button', { name: 'See what it changes first' }).click();
  await see('check-in-before-after', desk);
  await desk.locator('[name="c2.verdict"][value=date]').check({ force: true });
  await desk.getByRole('button', { name: 'See what it changes first' }).click();
  await desk.getByRole('alert').waitFor();
  await see('check-in-refused', desk);
  await moveTo('2027-01-20T10:00');
  await visit('conversation-to-wrap-up', conversation);
  const id = conversation.replace('/conversations/', '');
  await command(id, {
    commands: [
      { type: 'helped', commitment: 'c3', words: 'Two quiet hours on Tuesday.' },
      { type: 'follow', commitment: 'c2', how: 'follows' },
      { type: 'close' },
    ],
  });
  await visit('conversation-ended', conversation);
  await visitAs(MEI, 'person-ended');
}

/** One conversation from the form to its end, as its manager and its participants see it. */
export async function walkOneConversation(tour: Tour): Promise<void> {
  const conversation = await walkTheForm(tour);
  await walkTheAnswers(tour, conversation);
  await walkTheDueDay(tour, conversation);
  await walkTheCheckIn(tour, conversation);
  await tour.visit('recap-to-print', `${conversation}/recap/p2`);
}
