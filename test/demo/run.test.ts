import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { widthOf } from '../../infra/local/demo/columns.ts';

// Each plays a conversation of weeks through a whole system in a process of its own.
vi.setConfig({ testTimeout: 180_000 });

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nevertwice-demo-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function demo(...args: string[]) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'infra/local/demo.ts', ...args]);
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => {
    output.stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    output.stderr += chunk;
  });
  const [status] = await once(child, 'close');
  return { status, ...output };
}

test('a sample is refused for its repeated hour, accepted with a reading, and played to its end', async () => {
  const played = await demo('test/conversations/08-studio-one.json', '--out', folder);
  expect(played).toMatchObject({ status: 0, stderr: '' });
  expect(played.stdout).toMatch(/is asked to look again — checkIn\.at: 2027-04-04 01:45 happens twice/);
  expect(played.stdout).toMatch(/\nFriday 2 April 2027\n[\s\S]* 16:05 Al +did it — “Sent\. Beer\?”\n/);
  const [, mails, parts] =
    /\n(\d+) mails, (\d+) calendar parts, 0 chasing · closed\n/.exec(played.stdout) ?? [];
  const written = readdirSync(join(folder, '08-studio-one'));
  expect(written.filter((name) => name.endsWith('.eml'))).toHaveLength(Number(mails));
  const entries = written.filter((name) => name.endsWith('.ics'));
  expect(entries).toHaveLength(Number(parts));
  for (const name of entries)
    expect(readFileSync(join(folder, '08-studio-one', name), 'utf8')).toMatch(/^BEGIN:VCALENDAR\r\n/);
  for (const line of played.stdout.split('\n').slice(0, -2)) expect(widthOf(line)).toBeLessThanOrEqual(100);
});

test('the sample for mail programs brings every kind of mail that its checklist looks at', async () => {
  const name = '11-mail-clients';
  const played = await demo(`test/conversations/${name}.json`, '--out', folder);
  expect(played).toMatchObject({ status: 0, stderr: '' });
  const toBill = readdirSync(join(folder, name)).flatMap(
    (file) => /-\d\d-([a-z][a-z-]+)-bill\.eml$/.exec(file)?.[1] ?? [],
  );
  const wanted = ['recap', 'invitation', 'entry', 'due-check', 'celebration', 'invitation-cancelled'];
  expect(toBill).toEqual(expect.arrayContaining(wanted));
  expect(toBill.filter((kind) => kind === 'invitation')).toHaveLength(2);
  const checklist = readFileSync('test/mail-clients.md', 'utf8');
  for (const kind of wanted) expect(checklist).toContain(`| ${kind}`);
});

test('a bare conversation is played by people who keep, miss and stay silent', async () => {
  const script = JSON.parse(readFileSync('test/conversations/01-warehouse.json', 'utf8'));
  const bare = join(folder, 'bare.json');
  writeFileSync(bare, JSON.stringify(script.conversation));
  const played = await demo(bare, '--out', join(folder, 'out'));
  expect(played).toMatchObject({ status: 0, stderr: '' });
  for (const said of [
    'Dirk +did it',
    'Siobhán +says: not yet',
    'no word from Tom',
    'closes the conversation',
  ])
    expect(played.stdout).toMatch(new RegExp(said));
});

test('what the system refuses is one line that says who, when and why', async () => {
  const script = JSON.parse(readFileSync('test/conversations/08-studio-one.json', 'utf8'));
  const wrong = join(folder, 'wrong.json');
  const play = [{ at: '2027-03-31T11:00', who: 'jo@reef.example', does: 'close' }];
  writeFileSync(wrong, JSON.stringify({ ...script, play }));
  const played = await demo(wrong, '--out', folder);
  expect(played.status).toBe(1);
  expect(played.stderr).toMatch(
    /^wrong: “close” of jo@reef\.example at 2027-03-31T11:00 was refused: .*Send the files.*\n$/,
  );
});

test('what cannot be posted is one line with every error', async () => {
  const script = JSON.parse(readFileSync('test/conversations/08-studio-one.json', 'utf8'));
  const wrong = join(folder, 'wrong.json');
  const conversation = { ...script.conversation, title: '', neverAgain: '' };
  writeFileSync(wrong, JSON.stringify({ ...script, conversation, corrections: {} }));
  const played = await demo(wrong, '--out', folder);
  expect(played.status).toBe(1);
  expect(played.stderr).toMatch(/^wrong: it was refused: .*title.*neverAgain.*checkIn\.at.*\n$/);
});

test.each([
  [['nobody.json'], /^nobody\.json cannot be read/],
  [['--outside', 'x'], /outside.*Use: npm run demo/],
])('%s is one line', async (args, said) => {
  const ended = await demo(...args);
  expect(ended.status).toBe(1);
  expect(ended.stderr).toMatch(said);
  expect(ended.stderr.match(/\n/g)).toHaveLength(1);
});
