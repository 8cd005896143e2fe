import {
  agreedWords,
  at,
  bill,
  callFabrikam,
  callFirst,
  dana,
  hardStop,
  meiLing,
  type Sample,
  secondTalk,
  you,
} from '../sample-parts.ts';
import type { Agenda } from './agenda.ts';

export const agendaSamples = (): Sample<Agenda>[] => {
  const forBill: Agenda = {
    kind: 'agenda',
    checkIn: secondTalk(),
    who: [dana, you(bill), meiLing],
    kept: [
      { commitment: hardStop(), at: at('2027-01-20T22:04Z') },
      { commitment: callFabrikam(), at: at('2027-01-14T15:00Z') },
    ],
    learn: [
      {
        commitment: callFirst(),
        at: at('2027-03-24T18:05Z'),
        reported: true,
        reason: 'needed-to-learn',
        learnHow: { when: at('2027-04-05T14:00Z'), helper: dana },
        seenBy: [dana],
      },
    ],
    follows: [{ commitment: callFirst(), consequence: agreedWords() }],
    toSettle: [],
    running: [],
    open: [],
    brought: [],
    askBring: true,
  };
  const sent = '2027-03-31T13:00Z';
  const billsOwn = { ...callFirst(), owner: bill };
  return [
    { name: 'Bill', to: 'bill', sent, section: forBill },
    {
      name: 'Dana, everything there can be',
      to: 'dana',
      sent,
      section: {
        ...forBill,
        checkIn: { ...secondTalk(), where: 'Room 4, or the phone' },
        who: [you(dana), bill, meiLing],
        learn: [
          {
            commitment: billsOwn,
            at: at('2027-03-24T18:05Z'),
            reported: false,
            reason: 'in-the-way',
            reasonWords: { words: 'The customer was standing there', by: bill },
            seenBy: [bill],
          },
        ],
        follows: [{ commitment: billsOwn, consequence: { ...agreedWords(), by: bill } }],
        toSettle: [billsOwn, { ...hardStop(), consequence: { state: 'none' } }],
        running: [
          { ...billsOwn, due: at('2027-05-03T21:00Z') },
          { ...billsOwn, habit: true, due: undefined },
        ],
        open: [
          { commitment: hardStop(), why: 'not-answered' },
          { commitment: billsOwn, why: 'change-open' },
          { commitment: billsOwn, why: 'no-report' },
        ],
        brought: [{ words: 'What do we say when the customer is in the room?', by: bill }],
        askBring: false,
      },
    },
    {
      name: 'nothing yet',
      to: 'bill',
      sent: '2027-01-12T14:00Z',
      section: {
        ...forBill,
        checkIn: { when: at('2027-01-13T13:30Z'), minutes: 60 },
        kept: [],
        learn: [],
        follows: [],
      },
    },
  ];
};
