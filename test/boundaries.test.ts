import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';

const IMPORTS = 'lint/style/noRestrictedImports';
const PROPERTIES = 'lint/nursery/noJsRestrictedProperties';
const GLOBALS = 'lint/style/noRestrictedGlobals';

/** Each breaks one rule: what it does, the file it stands in, its text, the linter's answer. */
const broken: readonly (readonly [does: string, file: string, code: string, rule: string])[] = [
  ['domain imports adapters', 'functions/domain/a.ts', "import '../adapters/ses.ts';", IMPORTS],
  ['domain imports adapters by a detour', 'functions/domain/b.ts', "import './../adapters/ses.ts';", IMPORTS],
  ['domain imports app', 'functions/domain/c.ts', "import '../app/ports.ts';", IMPORTS],
  ['domain imports templates', 'functions/domain/d.ts', "import '../../templates/mail/a.tsx';", IMPORTS],
  ['domain imports a Lambda', 'functions/domain/e.ts', "import '../web.ts';", IMPORTS],
  ['domain imports Node', 'functions/domain/f.ts', "import 'node:crypto';", IMPORTS],
  ['domain imports hono', 'functions/domain/g.ts', "import 'hono';", IMPORTS],
  ['domain imports on demand', 'functions/domain/h.ts', "export const a = import('../app/a.ts');", IMPORTS],
  ['domain imports a type', 'functions/domain/i.ts', "export type { A } from '../app/a.ts';", IMPORTS],
  ['app imports adapters', 'functions/app/a.ts', "import '../adapters/ses.ts';", IMPORTS],
  ['app imports http', 'functions/app/b.ts', "import '../http/routes.ts';", IMPORTS],
  ['app imports an AWS SDK', 'functions/app/c.ts', "import '@aws-sdk/client-ses';", IMPORTS],
  ['app draws randomness', 'functions/app/d.ts', "export { randomUUID } from 'node:crypto';", IMPORTS],
  ['app draws random bytes', 'functions/app/e.ts', "import { randomBytes } from 'node:crypto';", IMPORTS],
  ['adapters import http', 'functions/adapters/a.ts', "import '../http/routes.ts';", IMPORTS],
  ['adapters import templates', 'functions/adapters/b.ts', "import '../../templates/mail/a.tsx';", IMPORTS],
  ['adapters import hono', 'functions/adapters/c.ts', "import 'hono';", IMPORTS],
  ['http imports adapters', 'functions/http/a.ts', "import '../adapters/ses.ts';", IMPORTS],
  ['http imports an AWS SDK', 'functions/http/b.ts', "import '@aws-sdk/client-ses';", IMPORTS],
  ['http imports Node', 'functions/http/c.ts', "import 'node:fs';", IMPORTS],
  ['a Lambda imports infra', 'functions/web.ts', "import '../infra/local/clock.ts';", IMPORTS],
  ['a Lambda imports test', 'functions/wake.ts', "import '../test/given.ts';", IMPORTS],
  ['app imports test', 'functions/app/f.ts', "import '../../test/given.ts';", IMPORTS],
  ['templates import app', 'templates/mail/a.tsx', "import '../../functions/app/a.ts';", IMPORTS],
  ['templates import adapters', 'templates/parts/a.tsx', "import '../../functions/adapters/a.ts';", IMPORTS],
  ['templates import Node', 'templates/parts/b.ts', "import 'node:fs';", IMPORTS],
  ['templates import infra', 'templates/pages/a.tsx', "import '../../infra/local/clock.ts';", IMPORTS],
  ['a browser imports domain', 'templates/browser/a.ts', "import '../../functions/domain/a.ts';", IMPORTS],
  ['a browser imports a package', 'templates/browser/b.ts', "import 'zod';", IMPORTS],
  ['pages import React', 'templates/pages/b.tsx', "import 'react';", IMPORTS],
  ['mails import React', 'templates/mail/c.tsx', "import 'react-dom/server';", IMPORTS],
  ['a type import hides', 'functions/domain/j.ts', "export type A = import('../app/a.ts').A;", 'plugin'],
  [
    'domain imports all of zod',
    'functions/domain/o.ts',
    "import * as z from 'zod';\nexport const a = z.string();",
    IMPORTS,
  ],
  [
    'templates import all of zod',
    'templates/mail/b.ts',
    "import * as z from 'zod';\nexport const a = z.string();",
    IMPORTS,
  ],
  [
    'zod by name',
    'functions/http/d.ts',
    "import { z } from 'zod/mini';\nexport const a = z.string();",
    'plugin',
  ],
  ['zod by default', 'test/a.ts', "import z from 'zod';\nexport const a = z.string();", 'plugin'],
  [
    'a cast',
    'functions/http/e.ts',
    "export const a = JSON.parse('1') as number;",
    'lint/nursery/noUnsafeTypeAssertion',
  ],
  [
    'a cast in a test',
    'test/b.ts',
    "export const a = JSON.parse('1') as number;",
    'lint/nursery/noUnsafeTypeAssertion',
  ],
  ['any', 'functions/app/g.ts', 'export let a: any;', 'lint/suspicious/noExplicitAny'],
  [
    'an assertion of not null',
    'functions/app/h.ts',
    'export const a = [1][0]!;',
    'lint/style/noNonNullAssertion',
  ],
  ['the clock', 'functions/domain/k.ts', 'export const a = Date.now();', PROPERTIES],
  ['the clock by Temporal', 'functions/app/i.ts', 'export const a = Temporal.Now.instant();', PROPERTIES],
  ['the clock by Date', 'functions/http/f.ts', 'export const a = new Date();', 'plugin'],
  ['the clock in a page', 'templates/pages/d.tsx', 'export const a = new Date();', 'plugin'],
  ['randomness', 'functions/domain/l.ts', 'export const a = Math.random();', PROPERTIES],
  ['a random id', 'functions/app/j.ts', 'export const a = crypto.randomUUID();', PROPERTIES],
  ['randomness by the global', 'functions/app/k.ts', 'export const a = globalThis;', GLOBALS],
  ['the environment', 'functions/http/g.ts', 'export const a = process.env.PORT;', PROPERTIES],
  ['the environment in a Lambda', 'functions/sweep.ts', 'export const a = process.env.PORT;', PROPERTIES],
  ['a timer', 'functions/app/l.ts', 'setTimeout(() => undefined, 1);', GLOBALS],
  ['a default export', 'functions/app/m.ts', 'export default 1;', 'lint/style/noDefaultExport'],
  ['a barrel', 'functions/app/n.ts', "export { a } from './a.ts';", 'lint/performance/noBarrelFile'],
  [
    'a barrel of everything',
    'templates/parts/c.ts',
    "export * from './a.ts';",
    'lint/performance/noReExportAll',
  ],
  ['a class', 'functions/domain/m.ts', 'export class Conversation { a = 1 }', 'plugin'],
  ['the console', 'functions/adapters/d.ts', "console.log('a');", 'lint/suspicious/noConsole'],
  [
    'a file of 251 lines',
    'functions/app/o.ts',
    'export {};\n'.repeat(251),
    'lint/style/noExcessiveLinesPerFile',
  ],
  ['a test of 401 lines', 'test/c.ts', 'export {};\n'.repeat(401), 'lint/style/noExcessiveLinesPerFile'],
  [
    'a file not in kebab case',
    'functions/app/armAlarm.ts',
    'export {};',
    'lint/style/useFilenamingConvention',
  ],
  [
    'a development dependency',
    'functions/adapters/e.ts',
    "import 'dynalite';",
    'lint/correctness/noUndeclaredDependencies',
  ],
  [
    'a promise left alone',
    'functions/adapters/f.ts',
    'async function a() {}\na();',
    'lint/nursery/noFloatingPromises',
  ],
  [
    'a case left out',
    'functions/domain/n.ts',
    "export function a(b: 'c' | 'd'): number {\n  switch (b) {\n    case 'c':\n      return 1;\n  }\n  return 2;\n}",
    'lint/nursery/useExhaustiveSwitchCases',
  ],
];

/** Each stays within the rules. */
const sound: readonly (readonly [does: string, file: string, code: string])[] = [
  [
    'domain',
    'functions/domain/ok.ts',
    "import '../domain/a.ts';\nimport 'temporal-polyfill/fns/Instant';\nimport * as z from 'zod/mini';\nexport const a = z.string();",
  ],
  [
    'app',
    'functions/app/ok.ts',
    "import '../domain/a.ts';\nimport '../../templates/mail/a.tsx';\nimport { createHash } from 'node:crypto';\nexport const a = createHash;",
  ],
  [
    'an adapter',
    'functions/adapters/ok.ts',
    "import '@aws-sdk/client-ses';\nimport 'node:fs/promises';\nimport 'nodemailer/lib/mail-composer/index.js';\nimport '../app/a.ts';\nexport const a = [Date.now(), Math.random(), new Date(), process.env.PORT];",
  ],
  [
    'http',
    'functions/http/ok.ts',
    "import 'hono/cookie';\nimport '../app/a.ts';\nimport '../../templates/pages/a.tsx';",
  ],
  ['a Lambda', 'functions/feedback.ts', "import './adapters/a.ts';\nimport './http/a.ts';"],
  [
    'a mail',
    'templates/mail/ok.tsx',
    "import 'hono/html';\nimport 'hono/jsx';\nimport '../parts/a.tsx';\nimport '../../functions/domain/a.ts';",
  ],
  [
    'a page',
    'templates/pages/ok.tsx',
    "import 'hono/jsx';\nimport '../parts/a.tsx';\nimport '../../functions/domain/a.ts';",
  ],
  [
    'the local runtime',
    'infra/local/ok.ts',
    "import '../../functions/adapters/a.ts';\nimport 'dynalite';\nconsole.log(Date.now());",
  ],
  [
    'const and satisfies',
    'functions/app/fine.ts',
    "export const a = ['b'] as const;\nexport const c = { d: 1 } satisfies { d: number };\nexport const e = new Date(0);",
  ],
  ['an error', 'functions/domain/fine.ts', 'export class Refused extends Error {}'],
];

const Report = z.object({
  diagnostics: z.array(z.object({ category: z.string(), location: z.object({ path: z.string() }) })),
});

let folder: string;
let found: Map<string, string[]>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'boundaries-'));
  await Promise.all([
    cp('.biome.json', join(folder, '.biome.json')),
    cp('package.json', join(folder, 'package.json')),
  ]);
  await cp('test/lint', join(folder, 'test/lint'), { recursive: true });
  for (const [, file, code] of [...broken, ...sound]) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), `${code}\n`);
  }
  found = await lint(folder);
});

afterAll(() => rm(folder, { recursive: true }));

it.each(broken)('refuses %s', (_does, file, _code, rule) => {
  expect(found.get(file)).toContain(rule);
});

it.each(sound)('lets %s be', (_does, file) => {
  expect(found.get(file) ?? []).toEqual([]);
});

/** The rules that each file breaks, by one run of the project's own linter and configuration. */
async function lint(cwd: string): Promise<Map<string, string[]>> {
  const args = ['lint', '--vcs-enabled=false', '--reporter=json', '--max-diagnostics=none', '.'];
  const printed = await promisify(execFile)(join(process.cwd(), 'node_modules/.bin/biome'), args, {
    cwd,
  }).catch((failure: unknown) => z.object({ stdout: z.string() }).parse(failure));
  const rules = new Map<string, string[]>();
  for (const { category, location } of Report.parse(JSON.parse(printed.stdout)).diagnostics) {
    rules.set(location.path, [...(rules.get(location.path) ?? []), category]);
  }
  return rules;
}
