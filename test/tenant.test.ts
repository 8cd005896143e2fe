import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it, test } from 'vitest';
import { mayManage, mayReceive, type Tenant } from '../functions/domain/tenant.ts';
import { holidayDates } from '../infra/holidays.ts';
import { readTenant } from '../infra/read-tenant.ts';

const folder = mkdtempSync(join(tmpdir(), 'nevertwice-tenants-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const YEARS = { first: 2026, last: 2028 };
const files = ['infra/tenants', 'test/tenants'].flatMap((under) =>
  readdirSync(under).map((name) => join(under, name)),
);

async function tenantOf(path: string): Promise<Tenant> {
  const read = await readTenant(path, YEARS);
  if ('errors' in read) throw new Error(`${path}: ${read.errors.join(' · ')}`);
  return read.tenant;
}

async function errorsOf(content: string): Promise<readonly string[]> {
  const path = join(folder, 'tenant.json');
  writeFileSync(path, content);
  const read = await readTenant(path, YEARS);
  return 'errors' in read ? read.errors : [];
}

test.each(files)('%s is a tenant with days off, named as its file', async (path) => {
  const tenant = await tenantOf(path);
  expect(path).toMatch(new RegExp(`/${tenant.slug}\\.json$`));
  expect(tenant.holidays[tenant.country]?.length).toBeGreaterThan(2);
  expect(mayReceive(tenant, `a@${tenant.recipientDomains[0]}`)).toBe(true);
});

it('lets everyone @acme.example receive mail and manage, and nobody else', async () => {
  const acme = await tenantOf('infra/tenants/acme.json');
  expect([mayReceive(acme, 'x@acme.example'), mayManage(acme, 'x@acme.example')]).toEqual([true, true]);
  expect([mayReceive(acme, 'x@hr.acme.example'), mayManage(acme, 'x@acme.example.org')]).toEqual([
    false,
    false,
  ]);
});

it('reads the days off of every country that people may name', async () => {
  const file = { ...(await sampleFile()), country: 'NL', otherCountries: ['AU-NSW', 'EG'] };
  const path = join(folder, 'three.json');
  writeFileSync(path, JSON.stringify(file));
  const { holidays } = await tenantOf(path);
  expect(Object.keys(holidays)).toEqual(['NL', 'AU-NSW', 'EG']);
  expect(holidays.NL).toContain('2027-04-27');
  expect(holidays['AU-NSW']).toContain('2027-06-14');
});

it('says everything that is wrong at once, each with its field', async () => {
  const errors = await errorsOf(
    JSON.stringify({
      ...(await sampleFile()),
      recipientDomains: [],
      managers: ['not a domain'],
      timezone: 'Europe/Atlantis',
      country: 'XX',
      otherCountries: ['AU-MOON', 'holland'],
      colour: '#000000',
      policy: { silence: 'shout' },
    }),
  );
  const said = errors.map((error) => error.slice(0, error.indexOf(':')));
  expect(said.toSorted()).toEqual([
    'colour',
    'country',
    'managers[0]',
    'otherCountries[0]',
    'otherCountries[1]',
    'policy.silence',
    'recipientDomains',
    'timezone',
  ]);
  expect(errors).toContain('managers[0]: Write a mail address, or a domain such as example.com.');
  expect(errors.join('\n')).toContain('AU-NSW');
});

test.each([
  ['{"slug": ', /^it is not JSON/],
  ['[]', /object/],
])('%s is no tenant', async (content, said) => {
  expect(await errorsOf(content)).toEqual([expect.stringMatching(said)]);
});

it('says that a file is not there', async () => {
  const read = await readTenant(join(folder, 'nobody.json'));
  expect(read).toEqual({ errors: [expect.stringContaining('ENOENT')] });
});

test.each([
  ['US', '2027-07-05', 'in lieu of a Sunday'],
  ['EG', '2027-03-11', 'the last day of a feast of three'],
  ['JP', '2027-03-22', 'the equinox in lieu'],
  ['AU-NSW', '2027-12-28', 'both Christmas days in lieu'],
])('%s rests on %s: %s', (region, date) => {
  expect(holidayDates(region, YEARS)).toMatchObject({ dates: expect.arrayContaining([date]) });
});

test.each([
  ['NL', '2027-12-05', 'an observance'],
  ['AU-SA', '2027-12-24', 'only from 19:00 on'],
])('%s works on %s: %s', (region, date) => {
  expect(holidayDates(region, YEARS)).toMatchObject({ dates: expect.not.arrayContaining([date]) });
});

async function sampleFile() {
  const { holidays, ...file } = await tenantOf('infra/tenants/acme.json');
  expect(holidays).toHaveProperty('NL');
  return file;
}
