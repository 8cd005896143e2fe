import type { PreSignUpTriggerEvent } from 'aws-lambda';
import { readTenantOnly } from './adapters/environment.ts';
import { admit } from './app/admit.ts';

const tenant = readTenantOnly();

/**
 * The pre-sign-up trigger of the tenant's user pool: lets managers have an account. It confirms and verifies nothing; whose
 * mailbox an address is, only Cognito's code shows. What it throws is what the person reads.
 */
export async function handler(event: PreSignUpTriggerEvent): Promise<PreSignUpTriggerEvent> {
  const admitted = admit(tenant, event.request.userAttributes.email ?? '');
  if (admitted !== 'admitted') throw new Error(admitted.refusal);
  return event;
}
