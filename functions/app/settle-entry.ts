import type { Conversation } from '../domain/conversation.ts';
import type { Tenant } from '../domain/tenant.ts';
import type { CalendarProvider } from './calendar-provider.ts';
import { entryRef } from './compose/entry-change-for.ts';
import type { Claim } from './ports.ts';

/**
 * Whether a change of which nothing is known reached its entry. Each entry says by which delivery it last reached each
 * person, so reading it by its id is proof, either way; undefined while it cannot be read.
 */
export async function isInEntry(
  provider: CalendarProvider | undefined,
  conversation: Conversation,
  claim: Claim,
  tenant: Tenant,
): Promise<boolean | undefined> {
  const [key = ''] = claim.keys;
  const [kind = '', subject = ''] = key.split('_');
  const ref = entryRef(conversation, subject, tenant);
  if (provider?.name !== claim.via || !provider || !ref) return false;
  const standing = await provider.read(ref);
  if (standing === 'unreadable') return undefined;
  if (kind.endsWith('-cancelled') && (!standing || standing.cancelled)) return true;
  return standing !== undefined && !standing.cancelled && standing.marks[claim.to] === key;
}
