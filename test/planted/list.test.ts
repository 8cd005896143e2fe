import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { canaries } from './canaries.ts';
import { type Guard, staleness } from './guard.ts';
import { guards } from './guards.ts';

const onDisk = (file: string) => readFileSync(file, 'utf8');

it('knows of each guard where it stands, and which test looks after it', () => {
  const stale = [...guards, ...canaries].map((guard) => [guard.name, staleness(guard, onDisk)]);
  expect(stale.filter(([, problem]) => problem !== undefined)).toEqual([]);
  expect(new Set(guards.map(({ name }) => name)).size).toBe(guards.length);
  expect(guards.length).toBeGreaterThanOrEqual(24);
});

it('would notice a guard that was edited, is there twice, or lost its test', () => {
  const guard: Guard = {
    name: 'a door',
    stops: 'Anybody comes in.',
    file: 'door.ts',
    find: 'if (!key) return;',
    becomes: '',
    test: 'door.test.ts',
    title: 'lets nobody in',
  };
  const withDoor = (door: string, test = "it('lets nobody in without a key'") =>
    staleness(guard, (file) => (file === 'door.ts' ? door : test));
  expect(withDoor('if (!key) return;')).toBeUndefined();
  expect(withDoor('if (!key()) return;')).toMatch(/0 times/);
  expect(withDoor('if (!key) return; if (!key) return;')).toMatch(/2 times/);
  expect(withDoor('if (!key) return;', "it('opens'")).toMatch(/no test “lets nobody in”/);
});
