import { expect, test } from 'vitest';
import { domainPrefix } from '../../infra/constructs/user-pool.ts';

test.each([
  ['nevertwice-acme', '111122223333'],
  ['nevertwice-laws-inc', '111122223333'],
  ['nevertwice-amazonia', '111122223333'],
  [`nevertwice-${'a'.repeat(30)}`, '111122223333'],
])('the pages of %s have an address that Cognito takes', (name, account) => {
  const prefix = domainPrefix(name, account);
  expect(prefix).toMatch(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/);
  expect(prefix).not.toMatch(/aws|amazon|cognito/);
  expect(prefix).toBe(domainPrefix(name, account));
  expect(prefix).not.toBe(domainPrefix(name, '444455556666'));
  expect(prefix).not.toBe(domainPrefix(`${name}x`, account));
});
