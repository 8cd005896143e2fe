import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Bundle, bundle } from '../bench/bundle.ts';
import { grantsOf } from './iam.ts';
import { realFleet, resourcesOfType, synthesise, type Template, templateOf } from './synthesised.ts';

const CLIENTS = {
  google: { packages: /^google|^@googleapis/, kb: 450 },
  microsoft: { packages: /^@microsoft/, kb: 60 },
} as const;
const EACH = [
  ['google', 'globex'],
  ['microsoft', 'orchard'],
] as const;

const folder = mkdtempSync(join(tmpdir(), 'nevertwice-calendar-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const templates = new Map<string, Template>();

beforeAll(async () => {
  const fleet = await realFleet();
  const globex = fleet.tenants.find(({ tenant }) => tenant.slug === 'globex');
  if (!globex) throw new Error('there is no globex');
  const orchard = {
    ...globex,
    tenant: { ...globex.tenant, slug: 'orchard', calendar: 'microsoft' as const },
  };
  const made = synthesise({ ...fleet, tenants: [...fleet.tenants, orchard] });
  for (const [calendar, slug] of [...EACH, ['mail', 'acme']] as const)
    templates.set(calendar, templateOf(made, `nevertwice-${slug}`));
}, 120_000);

const stackOf = (calendar: string): Template => {
  const template = templates.get(calendar);
  if (!template) throw new Error(`there is no stack with ${calendar}`);
  return template;
};

function toldOfCalendar(template: Template): string[] {
  return resourcesOfType(template, 'AWS::Lambda::Function')
    .filter(({ Properties }) => JSON.stringify(Properties.Environment ?? {}).includes('CALENDAR_SECRET'))
    .map(({ Properties }) => String(Properties.FunctionName));
}

const keysOf = (template: Template) =>
  grantsOf(template).filter(({ resource }) => /secret:nevertwice\/\w+\/(google|microsoft)/.test(resource));

test.each(EACH)(
  'the Lambda that changes entries is told of the key to %s, and it alone may read it',
  (name, slug) => {
    const resource = `arn:aws:secretsmanager:eu-central-1:444455556666:secret:nevertwice/${slug}/${name}-??????`;
    expect(toldOfCalendar(stackOf(name))).toEqual([`nevertwice-${slug}-wake`]);
    expect(keysOf(stackOf(name))).toMatchObject([
      { lambda: 'wake', action: 'secretsmanager:GetSecretValue', resource },
    ]);
  },
);

test('a tenant whose invitations are mailed has nothing of it', () => {
  expect(toldOfCalendar(stackOf('mail'))).toEqual([]);
  expect(keysOf(stackOf('mail'))).toEqual([]);
});

describe('the client of a calendar', () => {
  const bundles = new Map<string, Bundle>();
  beforeAll(async () => {
    for (const calendar of ['mail', 'google', 'microsoft'] as const)
      bundles.set(calendar, await bundle('wake', join(folder, calendar), calendar));
  }, 60_000);

  test.each(EACH)('of %s is in the bundle of a tenant that uses it and in no other', (name) => {
    const { packages, kb } = CLIENTS[name];
    for (const [calendar, { inputs }] of bundles)
      expect(inputs.some(([from]) => packages.test(from))).toBe(calendar === name);
    const more = (bundles.get(name)?.bytes ?? 0) - (bundles.get('mail')?.bytes ?? 0);
    expect(more / 1024).toBeLessThan(kb);
    expect(more).toBeGreaterThan(0);
  });
});
