import { beforeAll, expect, it, test } from 'vitest';
import { packJson } from '../../functions/adapters/packed-json.ts';
import type { handler } from '../../functions/admit.ts';
import { checkTenant } from '../../infra/read-tenant.ts';
import { signUpOf } from './sign-up.ts';

let admit: typeof handler;

beforeAll(async () => {
  const checked = checkTenant({
    slug: 'acme',
    name: 'Acme',
    recipientDomains: ['acme.example'],
    managers: ['acme.example', 'bücher.example', 'coach@talk.example'],
    sender: 'nevertwice@acme.example',
    replyDomain: 'reply.acme.example',
    timezone: 'Europe/Amsterdam',
    country: 'NL',
    branding: { colour: '#0b5d4e' },
  });
  if ('errors' in checked) throw new Error(checked.errors.join('\n'));
  process.env.TENANT = packJson(checked.tenant);
  admit = (await import('../../functions/admit.ts')).handler;
});

test.each([
  ['a manager', 'dana@acme.example'],
  ['a manager who types capitals', 'Dana@ACME.example'],
  ['a manager listed by address', 'coach@talk.example'],
  ['a manager with an international domain', 'eva@bücher.example'],
])('%s gets an account, and the mailbox is still to be proved', async (_who, email) => {
  const event = signUpOf(email);
  const answer = await admit(event);
  expect(answer).toEqual(event);
  expect(answer.response).toEqual({ autoConfirmUser: false, autoVerifyEmail: false, autoVerifyPhone: false });
});

test.each([
  ['a stranger', 'x@elsewhere.example'],
  ['a subdomain that is not listed', 'dana@mail.acme.example'],
  ['a domain that only ends alike', 'dana@notacme.example'],
  ['somebody else of a domain of which one address is listed', 'boss@talk.example'],
  ['two addresses', 'x@elsewhere.example,dana@acme.example'],
  ['an address behind a name', '"dana@acme.example" <x@elsewhere.example>'],
  ['a second line', 'x@elsewhere.example\r\nBcc: dana@acme.example'],
  ['a NUL', 'x@elsewhere.example\u0000@acme.example'],
  ['two signs', 'x@elsewhere.example@acme.example'],
  ['a letter that looks like another', 'dana@аcme.example'],
  ['an address without end', `${'a'.repeat(100_000)}@acme.example`],
  ['nothing', ''],
  ['no address at all', undefined],
])('%s is refused, and told what to do', async (_who, email) => {
  await expect(admit(signUpOf(email))).rejects.toThrow(
    /^Only managers of Acme need an account\. .*ask whoever runs Nevertwice.*without an account$/,
  );
});

it('goes by the address and by nothing else that people can say about themselves', async () => {
  const attributes = {
    email_verified: 'true',
    'custom:manager': 'dana@acme.example',
    name: 'dana@acme.example',
  };
  await expect(admit(signUpOf('x@elsewhere.example', { attributes }))).rejects.toThrow('Only managers');
});

test.each(['PreSignUp_AdminCreateUser', 'PreSignUp_ExternalProvider'] as const)(
  'holds for %s too',
  async (triggerSource) => {
    await expect(admit(signUpOf('x@elsewhere.example', { triggerSource }))).rejects.toThrow('Only managers');
    await expect(admit(signUpOf('dana@acme.example', { triggerSource }))).resolves.toHaveProperty('response');
  },
);

it('says nothing of whom it refused: what it throws stands in the log', async () => {
  await expect(admit(signUpOf('secret.person@elsewhere.example'))).rejects.toThrow(/^(?!.*secret\.person)/s);
});
