import { wordsIn } from '../../templates/words/words.ts';
import { isAddress, normalAddress } from '../domain/address.ts';
import { mayManage, type Tenant } from '../domain/tenant.ts';

/** Whether whoever signs up with an address may have an account: managers only. `refusal` says what to do instead. */
export function admit(tenant: Tenant, typed: string): 'admitted' | { refusal: string } {
  const address = normalAddress(typed);
  if (isAddress(address) && mayManage(tenant, address)) return 'admitted';
  return { refusal: wordsIn(tenant.locale).account.notAManager(tenant.name) };
}
