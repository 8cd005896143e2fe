import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';

const OURS = ['functions', 'infra', 'templates', 'test'];
const FILES = ['LICENSE', 'README.md', 'cdk.json', 'package-lock.json', 'package.json', 'tsconfig.json'];
const MADE = ['cdk.out', 'coverage', 'dist', 'node_modules'];
const GRAB_BAGS = ['common', 'helpers', 'misc', 'services', 'shared', 'types', 'utils'];

const entries = OURS.flatMap((folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).map((entry) => ({
    path: join(entry.parentPath, entry.name),
    isFolder: entry.isDirectory(),
  })),
);

it('keeps to the agreed top level', () => {
  const strangers = readdirSync('.').filter(
    (name) => !(name.startsWith('.') || [...OURS, ...FILES, ...MADE].includes(name)),
  );
  expect(strangers).toEqual([]);
});

it('has no grab-bag folder', () => {
  const bags = entries.filter(({ path, isFolder }) => isFolder && GRAB_BAGS.includes(basename(path)));
  expect(bags).toEqual([]);
});

it('leaves no test out', () => {
  const left = new RegExp(`\\b(it|test|describe)\\.(${['skip', 'only', 'todo'].join('|')})\\b`);
  const tests = entries.filter(({ path }) => /\.test\.tsx?$/.test(path));
  expect(tests.filter(({ path }) => left.test(readFileSync(path, 'utf8')))).toEqual([]);
});
