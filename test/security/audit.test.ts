import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';

const run = promisify(execFile);
// Nobody answers there: what only the registry knows is not asked, and no run fails for it.
const NOWHERE = 'http://127.0.0.1:9';
const saidSchema = z.object({ stdout: z.string() });
const filesSchema = z.looseObject({ packages: z.record(z.string(), z.looseObject({})) });

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'audit-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What the audit says of a project, or of ours. */
async function audited(project?: string): Promise<{ failed: boolean; lines: string[] }> {
  const args = ['.ci/audit.mjs', folder, ...(project === undefined ? [] : [project])];
  const env = { ...process.env, npm_config_registry: NOWHERE, npm_config_cache: join(folder, 'cache') };
  const ended = await run(process.execPath, args, { env }).then(
    ({ stdout }) => ({ failed: false, stdout }),
    (error: unknown) => ({ failed: true, ...saidSchema.parse(error) }),
  );
  return { failed: ended.failed, lines: ended.stdout.trim().split('\n') };
}

it('finds nothing in what is installed here, lists it, and lets a run pass that has no network', async () => {
  const { failed, lines } = await audited();
  expect(lines).toEqual([
    expect.stringMatching(/^The age of \d+ direct dependencies could not be asked\.$/),
    expect.stringMatching(/^\d{3} packages audited, 0 findings$/),
  ]);
  expect(failed).toBe(false);
  expect(await readFile(join(folder, 'sbom.json'), 'utf8')).toContain('"bomFormat": "CycloneDX"');
});

it('finds scripts nobody allowed, loose versions, missing integrity, addresses and other licences', async () => {
  const lock = filesSchema.parse(JSON.parse(await readFile('package-lock.json', 'utf8')));
  const manifest = z.looseObject({}).parse(JSON.parse(await readFile('package.json', 'utf8')));
  const { packages } = lock;
  Object.assign(packages['node_modules/zod'] ?? {}, { hasInstallScript: true, license: 'GPL-3.0-only' });
  Object.assign(packages['node_modules/hono'] ?? {}, {
    integrity: undefined,
    resolved: 'elsewhere/hono.tgz',
  });
  const dependencies = { zod: '^4.6.7', hono: '4.13.18' };
  const allowScripts = { esbuild: false, node: true, 'classic-level': false, react: true };
  await writeFile(
    join(folder, 'package.json'),
    JSON.stringify({ ...manifest, dependencies, devDependencies: {}, allowScripts }),
  );
  await writeFile(join(folder, 'package-lock.json'), JSON.stringify(lock));
  const { failed, lines } = await audited(folder);
  expect(lines).toEqual(
    expect.arrayContaining([
      'zod has an install script: say in allowScripts whether it may run.',
      'react has no install script: take it out of allowScripts.',
      'zod is ^4.6.7: pin one exact version.',
      'hono is 4.13.18 in package.json, and another version is locked.',
      'node_modules/hono has no integrity in the lockfile.',
      'node_modules/hono says where it comes from.',
      'node_modules/zod has the licence GPL-3.0-only.',
    ]),
  );
  expect(failed).toBe(true);
});
