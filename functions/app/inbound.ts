import type { ReceivedMail } from './incoming-mail.ts';
import type { ReplyTo } from './ports.ts';
import type { InboundDeps, Taken } from './taken.ts';

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

async function take(deps: InboundDeps, received: ReceivedMail): Promise<Taken> {
  if (received.virus === 'fail') return 'virus';
  if (received.spam === 'fail') return 'spam';
  const targets = await findTargets(deps, received);
  if (targets.length === 0) return 'unknown-address';
  const raw = await deps.fetchMail(received.id);
  if (!raw) return 'gone';
  // Loaded when it is needed: whoever writes to nobody's address is told apart without it.
  const { takeRead } = await import('./take-read.ts');
  return takeRead(deps, received, raw, targets);
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
