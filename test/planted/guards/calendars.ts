import type { Guard } from '../guard.ts';

const CONTRACT = {
  test: 'test/contract/calendar.test.ts',
  suite: 'a calendar: Google',
  writtenIn: 'test/contract/calendar.contract.ts',
};
const BY_MAIL = 'test/app/compose/calendar.test.ts';

/** What keeps people's calendars right, by mail and through Google. */
export const calendarGuards: readonly Guard[] = [
  {
    name: 'SEQUENCE rises',
    stops: 'Calendars ignore that the talk was moved.',
    file: 'functions/app/compose/calendar-event-for.ts',
    find: "if (delivery.kind === 'invitation') return puts;",
    becomes: "if (delivery.kind === 'invitation') return 0;",
    test: BY_MAIL,
    title: 'is moved, changed and taken out under one uid and a rising sequence',
  },
  {
    name: 'an answer to an old time is none',
    stops: 'A yes to Monday counts as a yes to Thursday.',
    file: 'functions/domain/decide/mail.ts',
    find: 'if (answered < entry.sequence) return [];',
    becomes: '',
    test: 'test/domain/decide/mail.test.ts',
    title: 'of an earlier SEQUENCE, or given before another one, changes nothing',
  },
  {
    name: 'guests are told (sendUpdates)',
    stops: 'An entry appears in calendars without a word to anybody.',
    file: 'functions/adapters/google-calendar.ts',
    find: "conferenceDataVersion: 1, sendUpdates: 'all' }",
    becomes: "conferenceDataVersion: 1, sendUpdates: 'none' }",
    ...CONTRACT,
    title: 'takes an entry and tells its guests',
  },
  {
    name: 'an id that is taken (409) is looked at again',
    stops:
      'An entry that Google took although its reply was lost counts as refused, and a mail invites a second time.',
    file: 'functions/adapters/google-failure.ts',
    find: "return 'exists';",
    becomes: "return 'rejected';",
    test: 'test/contract/calendar.test.ts',
    title: 'two who put one entry into Google at the same moment put it in once',
  },
  {
    name: 'written over what was read (ETag)',
    stops: 'What somebody else did to an entry at the same moment is undone.',
    file: 'functions/adapters/google-calendar.ts',
    find: "known ? { 'If-Match': known.etag } : {}",
    becomes: '{}',
    ...CONTRACT,
    title: 'keeps what somebody else did to an entry at the same moment',
  },
  {
    name: 'an older change never wins',
    stops: 'Two Lambdas that overtake each other put a talk back to its old time.',
    file: 'functions/adapters/entry-notes.ts',
    find: 'return Number(notes.decidedAt ?? 0) > decidedAt;',
    becomes: 'return false;',
    ...CONTRACT,
    title: 'is not put back by a change that a newer one overtook',
  },
];
