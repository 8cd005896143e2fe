import { record } from '../../../functions/domain/record.ts';
import { isRefusal } from '../../../functions/domain/refusal.ts';
import { tenantSchema } from '../../../functions/domain/tenant.ts';
import { momentIn } from '../given.ts';

export const tenant = tenantSchema.parse({
  slug: 'acme',
  name: 'Acme',
  recipientDomains: ['acme.example', 'bücher.example'],
  recipientAddresses: ['coach@elsewhere.example'],
  managers: ['dana@acme.example', 'mei@acme.example', 'ola@acme.example', 'out@elsewhere.example'],
  sender: 'nevertwice@acme.example',
  replyDomain: 'reply.acme.example',
  timezone: 'Europe/Amsterdam',
  country: 'NL',
  otherCountries: ['AU-NSW'],
  branding: { colour: '#0b5d4e' },
  holidays: { NL: ['2027-01-01', '2027-03-29'], 'AU-NSW': ['2027-01-26'] },
});

/** Friday 8 January 2027, 10:00 in Amsterdam. */
export const NOW = '2027-01-08T10:00';

const commitment = {
  owner: 'bill@acme.example',
  action: 'Call before any discount over 15%.',
  dueBy: '2027-01-15',
  consequence: 'We look at the price list together.',
};

/** A request in order, with some of its fields changed; `commitment` changes the only commitment. */
export function body(changes: Record<string, unknown> = {}, commitmentChanges: Record<string, unknown> = {}) {
  return {
    title: 'Discounts',
    timezone: 'Europe/Amsterdam',
    manager: { name: 'Dana', email: 'dana@acme.example' },
    participants: [
      { name: 'Bill', email: 'bill@acme.example' },
      { name: 'Mei-Ling', email: 'mei@acme.example' },
    ],
    whatHappened: 'A discount of 30% left the house.',
    neverAgain: 'We call each other first.',
    commitments: [{ ...commitment, ...commitmentChanges }],
    checkIn: { at: '2027-01-18T09:30' },
    ...changes,
  };
}

function answer(input: unknown, now: string) {
  const context = {
    tenant,
    actor: 'dana@acme.example',
    now: momentIn('Europe/Amsterdam', now),
    zoneData: 'x',
  };
  return record(input, context);
}

/** The errors a body is refused with, as "path: message"; none when it is recorded. */
export function errorsOf(input: unknown, now = NOW): string[] {
  const answered = answer(input, now);
  return isRefusal(answered) ? answered.errors.map(({ path, message }) => `${path}: ${message}`) : [];
}

/** The fact that a body is recorded as; throws with the refusal's words. */
export function recordedAs(input: unknown, now = NOW) {
  const answered = answer(input, now);
  if (isRefusal(answered)) throw new Error(JSON.stringify(answered.errors));
  return answered.recorded;
}
