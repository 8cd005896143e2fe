import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Bundle, bundle } from '../bench/bundles/bundle.ts';
import { grantsOf } from './iam.ts';
import { realFleet, resourcesOfType, synthesise, type Template, templateOf } from './synthesised.ts';

const CLIENTS = {
  google: { packages: /node_modules\/(google|@googleapis)/, kb: 450 },
  microsoft: { packages: /node_modules\/@microsoft/, kb: 60 },
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
  'the Lambdas that change entries and look for free times are told of the key to %s, and they alone may read it',
  (name, slug) => {
    const resource = `arn:aws:secretsmanager:eu-central-1:444455556666:secret:nevertwice/${slug}/${name}-??????`;
    const told = toldOfCalendar(stackOf(name)).toSorted();
    expect(told).toEqual([`nevertwice-${slug}-wake`, `nevertwice-${slug}-web`]);
    const readers = keysOf(stackOf(name)).toSorted((a, b) => a.lambda.localeCompare(b.lambda));
    const mayRead = { action: 'secretsmanager:GetSecretValue', resource };
    expect(readers).toMatchObject([
      { lambda: 'wake', ...mayRead },
      { lambda: 'web', ...mayRead },
    ]);
  },
);

test('a tenant whose invitations are mailed has nothing of it', () => {
  expect(toldOfCalendar(stackOf('mail'))).toEqual([]);
  expect(keysOf(stackOf('mail'))).toEqual([]);
});

describe.each(['wake', 'web'])('the client of a calendar in the %s', (lambda) => {
  const bundles = new Map<string, Bundle>();
  beforeAll(() => {
    for (const calendar of ['mail', 'google', 'microsoft'] as const)
      bundles.set(calendar, bundle(`functions/${lambda}.ts`, join(folder, calendar), calendar));
  }, 60_000);

  test.each(EACH)('is there for a tenant with %s and for no other', (name) => {
    const { packages, kb } = CLIENTS[name];
    for (const [calendar, { modules }] of bundles)
      expect(modules.some((path) => packages.test(path))).toBe(calendar === name);
    const bytesOf = (calendar: string) => {
      const { bytes = 0, lazyBytes = 0 } = bundles.get(calendar) ?? {};
      return bytes + lazyBytes;
    };
    const more = bytesOf(name) - bytesOf('mail');
    expect(more / 1024).toBeLessThan(kb);
    expect(more).toBeGreaterThan(0);
  });
});
