import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, test } from 'vitest';

const folder = '.github/workflows';
const workflows = readdirSync(folder).map((name) => ({
  name,
  text: readFileSync(join(folder, name), 'utf8'),
}));

test.each(workflows)('$name pins every action to a commit and says what it may do', ({ text }) => {
  const foreign = [...text.matchAll(/^\s*-?\s*uses: (?!\.\/)(\S+)(.*)$/gm)];
  expect(
    foreign.filter(([, action, note]) => !(/@[0-9a-f]{40}$/.test(action ?? '') && / # v\d/.test(note ?? ''))),
  ).toEqual([]);
  expect(text).toMatch(/^permissions:\n {2}contents: read\n/m);
  expect(text).not.toMatch(/secrets\.|AWS_SECRET|AWS_ACCESS|pull_request_target|write-all/);
});

it('gives nobody but the deployment a token of the cloud', () => {
  expect(workflows.filter(({ text }) => text.includes('id-token: write')).map(({ name }) => name)).toEqual([
    'deploy-tenant.yml',
    'deploy.yml',
  ]);
});
