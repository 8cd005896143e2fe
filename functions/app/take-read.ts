import type { Conversation, Person } from '../domain/conversation.ts';
import { personOf } from '../domain/parties.ts';
import { carryOut } from './carry-out.ts';
import { changeConversation } from './change-conversation.ts';
import { fingerprint } from './hash.ts';
import { commandsOf } from './inbound-commands.ts';
import type { IncomingMail, ReceivedMail } from './incoming-mail.ts';
import { mailCaps, overLimit } from './limits.ts';
import type { ReplyTo } from './ports.ts';
import type { InboundDeps, Taken } from './taken.ts';

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

/** What a mail brings to the conversations whose reply addresses it came to. */
export async function takeRead(
  deps: InboundDeps,
  received: ReceivedMail,
  raw: Uint8Array,
  targets: readonly ReplyTo[],
): Promise<Taken> {
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
