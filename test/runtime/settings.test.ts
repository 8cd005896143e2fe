import { expect, test } from 'vitest';
import { readSettings } from '../../infra/local/settings.ts';

test('nothing set: the documented defaults', () => {
  expect(readSettings({})).toEqual({
    port: 8080,
    consolePort: 8081,
    smtpPort: 2525,
    dataDir: '.local',
    tenantPath: 'infra/tenants/acme.json',
  });
});

test('everything set', () => {
  expect(
    readSettings({
      PORT: '0',
      CONSOLE_PORT: '9',
      SMTP_PORT: '0',
      DATA_DIR: 'd',
      TENANT: 't.json',
      NOW: '2027-01-08T10:00+01:00',
    }),
  ).toEqual({
    port: 0,
    consolePort: 9,
    smtpPort: 0,
    dataDir: 'd',
    tenantPath: 't.json',
    startAt: Date.parse('2027-01-08T09:00Z'),
  });
});

test.each([
  [{ PORT: 'http' }, 'PORT=http is not a port'],
  [{ CONSOLE_PORT: '65536' }, 'CONSOLE_PORT=65536 is not a port'],
  [{ SMTP_PORT: 'smtp' }, 'SMTP_PORT=smtp is not a port'],
  [{ PORT: '-1' }, 'PORT=-1 is not a port'],
  [{ NOW: 'tomorrow' }, 'NOW=tomorrow is not an instant'],
  [{ NOW: '2027-01-08T09:00' }, 'NOW=2027-01-08T09:00 is not an instant'],
])('%j is refused and named', (env, message) => {
  expect(() => readSettings(env)).toThrow(message);
});
