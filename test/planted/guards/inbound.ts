import type { Guard } from '../guard.ts';

const INBOUND = 'test/app/inbound.test.ts';

/** What stands between the mail that anybody can send and a conversation. */
export const inboundGuards: readonly Guard[] = [
  {
    name: 'DMARC',
    stops: 'Whoever knows a reply address writes in that person’s name.',
    file: 'functions/app/take-read.ts',
    find: "dmarc === 'pass' && ",
    becomes: '',
    test: INBOUND,
    title: 'is nobody when %s: a note of nobody',
  },
  {
    name: 'From is the person',
    stops: 'A colleague to whom a mail was passed on answers as the person it was for.',
    file: 'functions/app/take-read.ts',
    find: 'from[0] === person.email',
    becomes: 'from[0] !== undefined',
    test: INBOUND,
    title: 'is nobody when %s: a note of nobody',
  },
  {
    name: 'machines are not heard',
    stops: 'An out-of-office reply is told to the manager as somebody’s words.',
    file: 'functions/app/take-read.ts',
    find: "return mail.isAutomatic && !answers ? 'automatic' : undefined;",
    becomes: 'return undefined;',
    test: INBOUND,
    title: 'nothing from %s, and it is deleted',
  },
  {
    name: 'only a permanent bounce stops an address',
    stops: 'A full mailbox cuts somebody off for good.',
    file: 'functions/adapters/ses-event.ts',
    find: "bounce.bounceType === 'Permanent' ?",
    becomes: "bounce.bounceType !== '' ?",
    test: 'test/adapters/ses-event.test.ts',
    title: 'stops an address for good only when SES calls it permanent',
  },
];
