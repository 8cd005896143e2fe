/** A submit as a client would send it. */
export const submitExample = {
  title: 'Discounts given away without asking',
  timezone: 'Europe/Amsterdam',
  manager: { name: 'Dana Johnson', email: 'dana@example.com' },
  participants: [{ name: 'Bill Okafor', email: 'bill@example.com' }],
  whatHappened: 'We closed a renewal at 38% off. The limit is 15% and nobody asked.',
  neverAgain: 'A call, five minutes, any time, before the quote is sent.',
  commitments: [
    {
      owner: 'bill@example.com',
      action: 'Call before any discount over 15%',
      dueBy: '2027-01-15T17:00',
      evidence: 'The report “discount > 15%” has initials on every line',
      consequence: 'My quotes go through Dana for a month',
      celebration: 'Dinner for two',
    },
  ],
  checkIn: { at: '2027-01-18T09:30', minutes: 15 },
};

export const createdExample = {
  id: 'k3vd7qjb2m5xw4c6pzt2ya3hfe',
  url: 'https://app.example.com/conversations/k3vd7qjb2m5xw4c6pzt2ya3hfe',
  plan: [
    {
      key: 'recap_all_p2_1',
      kind: 'recap',
      to: 'bill@example.com',
      person: 'p2',
      at: '2027-01-04T09:00:00.000Z',
      atLocal: '2027-01-04T10:00:00+01:00[Europe/Amsterdam]',
    },
  ],
};

export const commandExamples = {
  verdict: {
    summary: 'A verdict in the wrap-up',
    value: { type: 'verdict', commitment: 'c1', verdict: 'kept', expectedVersion: 7 },
  },
  move: {
    summary: 'Moves the check-in',
    value: { type: 'move-check-in', checkIn: 'k1', at: '2027-01-20T09:30' },
  },
  talk: {
    summary: 'All that a check-in settled',
    value: {
      commands: [
        { type: 'verdict', commitment: 'c1', verdict: 'missed' },
        { type: 'learned', commitment: 'c1', words: 'Dana’s mobile number stands in the quote tool' },
        { type: 'follow', commitment: 'c1', how: 'follows' },
        { type: 'add-check-in', at: '2027-01-27T09:30' },
      ],
    },
  },
  tone: {
    summary: 'Lets firmer words leave, as they were read in the draft',
    value: { type: 'choose-tone', commitment: 'c1', step: 'lets-talk', tone: 'firmer' },
  },
  close: { summary: 'Closes the conversation', value: { type: 'close' } },
};

export const freeTimesExample = {
  timezone: 'Europe/Amsterdam',
  people: [{ email: 'bill@example.com' }, { email: 'mei@example.com', timezone: 'Europe/London' }],
  minutes: 15,
  from: '2027-01-18',
  until: '2027-01-22',
};

export const errorsExample = {
  errors: [
    { path: 'commitments[0].dueBy', message: 'The due date is in the past. Choose a moment from now on.' },
  ],
};

export const shareExample = {
  title: 'The loading bay opens earlier',
  note: 'From Monday on it opens at 06:30. The night shift asked for it.',
  manager: { name: 'Dana Johnson', email: 'dana@example.com' },
  participants: [{ name: 'Bill Okafor', email: 'bill@example.com' }],
  undoSeconds: 60,
};
