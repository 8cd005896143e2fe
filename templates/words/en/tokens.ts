import { own, quote, say } from '../../parts/phrase.ts';
import { InWords } from './names.ts';

/** The page of API tokens. */
export const tokens = {
  title: 'API tokens',
  lead: 'A token lets a program do what you can do: record conversations, read yours, and act on them.',
  none: 'No program acts for you.',
  some: (count: number) =>
    count === 1 ? 'One program acts for you.' : `${InWords(count)} programs act for you.`,
  guide: 'What a program can do with it',
  create: 'A new token',
  name: 'What is it for',
  nameHint: 'The program, and where it runs. It stands in your list, so that you know which one to revoke.',
  make: 'Make the token',
  listed: 'Your tokens',
  made: (when: string) => say`Made ${own(when)}`,
  used: (when: string) => say`last used ${own(when)}`,
  unused: 'not used yet',
  hourly: 'The last use is noted once an hour.',
  revoke: 'Revoke',
  revokeNamed: (name: string) => `Revoke “${name}”`,
  revoked: 'Revoked. Whoever holds it is refused from now on.',
  full: (most: number) =>
    `You have ${most} tokens, and that is the most. Revoke one that you no longer need, then make the new one.`,
  nameMissing: 'Say in a few words what it is for.',
  nameLong: (most: number) => `Use at most ${most} characters.`,
  over: 'This form was used before, and its token is revoked. Make another one.',
  fresh: {
    title: 'Copy it now',
    lead: (name: string) =>
      say`This is the token for ${quote(name)}. It is shown this once, because only its hash is kept.`,
    label: 'The token',
    hint: 'Select it all and copy it to where the program keeps its secrets. Whoever has it acts as you.',
    sent: 'A program sends it with each request, in the header Authorization: Bearer, then a space, then the token.',
    done: 'I have copied it',
  },
};
