import type { Conversation, Person } from '../domain/conversation.ts';
import { personOf } from '../domain/parties.ts';
import { carryOut } from './carry-out.ts';
import { changeConversation } from './change-conversation.ts';
import type { KeylessDeps } from './deps.ts';
import { fingerprint } from './hash.ts';
import { commandsOf } from './inbound-commands.ts';
import type { DeleteMail, FetchMail, IncomingMail, ReadMail, ReceivedMail } from './incoming-mail.ts';
import { mailCaps, overLimit } from './limits.ts';
import type { ReplyTo } from './ports.ts';

export type InboundDeps = KeylessDeps & {
  fetchMail: FetchMail;
  deleteMail: DeleteMail;
  readMail: ReadMail;
};

/**
 * What became of a mail. taken: it brought facts; nothing-new: it said what is known, or nothing. The others were dropped:
 * what they are tells the counters and the log, never whoever sent it.
 */
export type Taken =
  | 'taken'
  | 'nothing-new'
  | 'virus'
  | 'spam'
  | 'unknown-address'
  | 'gone'
  | 'unreadable'
  | 'automatic'
  | 'own-mail'
  | 'too-many'
  | 'refused';

const REPLY = /^r\+([a-z2-7]{26})$/u;
// One mail to more of our addresses than that is no answer to anything.
const MOST_ADDRESSES = 20;

function repliesIn({ recipients }: ReceivedMail, domain: string): string[] {
  const found = recipients.flatMap((recipient) => {
    const at = recipient.lastIndexOf('@');
    const local = recipient.slice(0, at).toLowerCase();
    return recipient.slice(at + 1).toLowerCase() === domain ? (REPLY.exec(local)?.[1] ?? []) : [];
  });
  return [...new Set(found)].slice(0, MOST_ADDRESSES);
}

async function findTargets(deps: InboundDeps, received: ReceivedMail): Promise<ReplyTo[]> {
  const replies = repliesIn(received, deps.tenant.replyDomain);
  const found = await Promise.all(replies.map((reply) => deps.store.findReply(reply)));
  return found.filter((target) => target !== undefined);
}

/** Whether a mail is nobody's answer: a bounce, a machine's, or one of ours that came round. */
function nobodys({ tenant }: InboundDeps, { source }: ReceivedMail, mail: IncomingMail): Taken | undefined {
  const isOurs = (address: string) => address === tenant.sender || address.endsWith(`@${tenant.replyDomain}`);
  if (mail.from.some(isOurs)) return 'own-mail';
  if (source === '' || source === '<>') return 'automatic';
  // Google marks even the answers that people press as generated; they are read for what they answer and nothing else.
  const answers = mail.calendar?.method === 'REPLY' || mail.calendar?.method === 'COUNTER';
  return mail.isAutomatic && !answers ? 'automatic' : undefined;
}

/** Whether a mail is surely from the person whose reply address it came to. */
function isTheirs(person: Person, { dmarc }: ReceivedMail, { from }: IncomingMail): boolean {
  return dmarc === 'pass' && from.length === 1 && person.email !== undefined && from[0] === person.email;
}

/** Whose mail it is of those it was sent to; what was sent to several and comes from none of them is one note. */
function writerOf(
  conversation: Conversation,
  targets: readonly ReplyTo[],
  isSender: (one: Person) => boolean,
) {
  const people = targets
    .map(({ person }) => personOf(conversation, person))
    .filter(({ email }) => email !== undefined);
  const writer = people.find(isSender);
  return { person: writer ?? people[0], proved: writer !== undefined };
}

/** What stands for a mail however often it is delivered or posted again: its own id with all that it says. */
function nameOf(mail: IncomingMail, { id }: ReceivedMail): string {
  return mail.messageId === '' ? id : fingerprint(mail);
}

async function takeInto(
  deps: InboundDeps,
  received: ReceivedMail,
  mail: IncomingMail,
  targets: readonly [ReplyTo, ...ReplyTo[]],
): Promise<Taken> {
  const [{ conversation: id, person }] = targets;
  if (await overLimit(deps.store.countUp, mailCaps(id, person), deps.now())) return 'too-many';
  let brought: Taken = 'nothing-new';
  const changed = await changeConversation(deps, id, (conversation, stored) => {
    const from = writerOf(conversation, targets, (one) => isTheirs(one, received, mail));
    if (!from.person) return { stop: 'unknown-address' as const };
    const commands = commandsOf(mail, received, { ...from, person: from.person, conversation });
    const key = { id: `mail-${nameOf(mail, received)}`, print: from.person.id };
    const [first, ...more] = commands;
    if (!first) return { facts: [] };
    const command = more.length === 0 ? first : { commands };
    const decided = carryOut(deps, { command, by: from.person.id, key }, {})(conversation, stored);
    if ('stop' in decided) return { stop: 'refused' as const };
    brought = decided.facts.length > 0 ? 'taken' : 'nothing-new';
    return decided;
  });
  if (!changed) return 'unknown-address';
  return 'stop' in changed ? changed.stop : brought;
}

async function take(deps: InboundDeps, received: ReceivedMail): Promise<Taken> {
  if (received.virus === 'fail') return 'virus';
  if (received.spam === 'fail') return 'spam';
  const targets = await findTargets(deps, received);
  if (targets.length === 0) return 'unknown-address';
  const raw = await deps.fetchMail(received.id);
  if (!raw) return 'gone';
  const mail = await deps.readMail(raw);
  if (!mail) return 'unreadable';
  const nobody = nobodys(deps, received, mail);
  if (nobody) return nobody;
  const ids = [...new Set(targets.map(({ conversation }) => conversation))];
  const all: Taken[] = [];
  for (const id of ids) {
    const [first, ...more] = targets.filter(({ conversation }) => conversation === id);
    if (first) all.push(await takeInto(deps, received, mail, [first, ...more]));
  }
  return all.find((one) => one === 'taken') ?? all[0] ?? 'unknown-address';
}

/**
 * Takes one mail in: what a calendar answers, or what somebody writes, becomes facts of the conversation that its reply
 * address names; then the mail itself is deleted. Nobody is ever answered. Safe to call again for the same mail: what it
 * brought carries its id, and a mail that is gone brings nothing. Throws on an outage, with the mail still there.
 */
export async function takeMail(deps: InboundDeps, received: ReceivedMail): Promise<Taken> {
  const taken = await take(deps, received);
  await deps.deleteMail(received.id);
  return taken;
}
