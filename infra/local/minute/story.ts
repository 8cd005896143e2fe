import type { Stage } from './stage.ts';

/** Who the three phones belong to, in the order in which they stand. */
export const PEOPLE = [
  { key: 'bill', name: 'Bill', email: "bill.o'reilly@northwind.example" },
  { key: 'mei', name: 'Mei-Ling', email: 'meiling@northwind.example' },
  { key: 'dana', name: 'Dana', email: 'dana.johnson@northwind.example' },
] as const;
export type PersonKey = (typeof PEOPLE)[number]['key'];

export const MANAGER = PEOPLE[2];
export const TENANT = 'test/tenants/northwind.json';
export const ZONE = 'America/New_York';
export const STARTS = '2027-01-08T20:00:00Z';

/** The form as Dana fills it in after the talk. */
export const FORM: Readonly<Record<string, string>> = {
  title: 'Discounts given away without asking',
  timezone: ZONE,
  'manager.name': 'Dana Johnson',
  'participants[0].name': 'Bill O’Reilly',
  'participants[0].email': PEOPLE[0].email,
  'participants[1].name': 'Mei-Ling Chen',
  'participants[1].email': PEOPLE[1].email,
  whatHappened: 'The Fabrikam renewal closed at 38% off. The limit is 15%, and nobody asked.',
  neverAgain: 'A call before the quote is sent. Five minutes, any time.',
  'commitments[0].owner': 'manager',
  'commitments[0].action': 'Call Fabrikam and tell them 38% was once, not a price',
  'commitments[0].dueBy': 'Friday 15:00',
  'commitments[1].owner': 'participants[0]',
  'commitments[1].action': 'Call me before any discount over 15%, weekends included',
  'commitments[1].dueBy': 'Friday 17:00',
  'commitments[1].consequence': 'Bill quotes through me for one quarter',
  'commitments[2].owner': 'participants[1]',
  'commitments[2].action': 'Set a hard stop at 15% in the quote tool',
  'commitments[2].dueBy': 'in a week',
  'commitments[2].consequence': 'I turn off self-service quotes',
  'commitments[2].celebration': 'A line in the Friday mail, and the good parking spot',
  'checkIn.at': '2027-01-20T08:30',
  'checkIn.minutes': '15',
};

/** One moment of the story: what the clock says, one line about it, and what somebody does then. */
export type Beat = { at: string; says: string; does?: (stage: Stage) => Promise<void> };

/** Sixty seconds: one conversation from the form to the check-in. Wall times are New York's. */
export const BEATS: readonly Beat[] = [
  {
    at: '2027-01-08T15:00',
    says: 'They talked. Dana writes down what they agreed.',
    does: (stage) => stage.fillInForm(),
  },
  {
    at: '2027-01-08T15:00',
    says: 'One minute to take it back.',
    does: (stage) => stage.send(),
  },
  { at: '2027-01-08T15:02', says: 'Everyone gets their own recap.' },
  {
    at: '2027-01-08T15:04',
    says: 'Mei-Ling says yes.',
    does: (stage) => stage.answer('mei', { action: 'agree', consequence: 'fair' }),
  },
  {
    at: '2027-01-08T15:20',
    says: 'Bill says yes, with another consequence.',
    does: async (stage) => {
      await stage.answer('bill', { action: 'agree' });
      await stage.answer('bill', {
        action: 'propose-consequence',
        commitment: 'c2',
        words: 'For a month, my quotes over 15% go through Dana',
      });
    },
  },
  { at: '2027-01-08T15:23', says: 'Dana sees his words.', does: (stage) => stage.look('/') },
  {
    at: '2027-01-08T15:25',
    says: 'That is fair.',
    does: (stage) => stage.command({ type: 'accept-consequence', commitment: 'c2' }),
  },
  { at: '2027-01-14T09:05', says: 'Due tomorrow: each hears it once, in their own morning.' },
  { at: '2027-01-15T15:00', says: 'Dana’s own part is asked for like everybody’s.' },
  {
    at: '2027-01-15T16:10',
    says: 'Dana: not yet. That is told to the others, exactly as theirs would be to her.',
    does: (stage) =>
      stage.command({ type: 'report', commitment: 'c1', kept: false, reason: 'in-the-way', words: '' }),
  },
  { at: '2027-01-15T16:13', says: 'Her own miss reaches Bill and Mei-Ling.' },
  {
    at: '2027-01-15T16:40',
    says: 'Mei-Ling did it.',
    does: (stage) =>
      stage.answer('mei', { action: 'report', commitment: 'c3', kept: 'yes', words: 'Try to save 16%.' }),
  },
  { at: '2027-01-15T16:43', says: 'That is worth celebrating, as agreed.' },
  { at: '2027-01-15T17:00', says: 'Done, or not yet? Both answers are fine to give.' },
  {
    at: '2027-01-15T17:05',
    says: 'Bill: not yet. What got in the way?',
    does: (stage) =>
      stage.answer('bill', {
        action: 'report',
        commitment: 'c2',
        kept: 'no',
        reason: 'in-the-way',
        words: 'It was Saturday, I called twice.',
      }),
  },
  { at: '2027-01-19T09:05', says: 'Then what was agreed follows, in the words that Bill chose himself.' },
  {
    at: '2027-01-20T08:30',
    says: 'They talk again: what went well, what they learned, what follows.',
    does: (stage) => stage.holdCheckIn(),
  },
];
