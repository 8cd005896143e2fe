import { expect, test } from 'vitest';
import { consoleFixture } from './console-fixture.ts';

const page = async (path = '/') => (await consoleFixture().get(path)).text();

test('the inbox shows each mail newest first, with whom it goes to and its first line', async () => {
  const html = await page();
  expect(html.indexOf('Yours, Dana')).toBeLessThan(html.indexOf('What we agreed about'));
  expect(html).toContain('<span dir="auto">Bill, you do one thing &amp; we talk again.</span>');
  expect(html).toContain('bill@acme.example');
});

test('the clock stands in the tenant’s zone, in words', async () => {
  expect(await page()).toContain('Friday 8 January 2027, 10:30');
});

test('what people wrote is escaped', async () => {
  const html = await page('/?person=%22%3E%3Cscript%3E&mail=m1');
  expect(html).toContain('What we agreed about &lt;b&gt;discounts&lt;/b&gt;');
  expect(html).not.toContain('<script>');
});

test('a filter shows one person’s mail', async () => {
  const html = await page('/?person=bill%40acme.example');
  expect(html).toContain('Mail to bill@acme.example');
  expect(html).not.toContain('Yours, Dana');
});

test('a mail opens in a frame that runs no scripts, or as text with usable links', async () => {
  expect(await page('/?mail=m1')).toMatch(
    /<iframe[^>]*src="\/mail\/m1" sandbox="allow-popups allow-popups-to-escape-sandbox"/,
  );
  const text = await page('/?mail=m1&as=text');
  expect(text).toContain('<a href="http://127.0.0.1:8080/p/abc" target="_blank"');
  expect(text).not.toContain('<iframe');
});

test('the mail itself comes sandboxed, its links in a window of their own', async () => {
  const response = await consoleFixture().get('/mail/m1');
  expect(response.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox allow-popups/);
  expect(await response.text()).toContain('<head><base target="_blank">');
});

test('its calendar entry can be read', async () => {
  const html = await page('/?mail=m1');
  expect(html).toMatch(/Calendar entry <span>REQUEST<\/span>/);
  expect(html).toContain('BEGIN:VCALENDAR');
});

test('alarms and calls are on the page', async () => {
  const html = await page();
  expect(html).toMatch(/Fri 8 Jan, 11:00<\/time> c1-1000/);
  expect(html).toContain('ses SendRawEmail');
});

test.each([
  [{ move: 'hour' }, '2027-01-08T10:30:00.000Z'],
  [{ move: 'day' }, '2027-01-09T09:30:00.000Z'],
  [{ move: 'next' }, '2027-01-08T10:00:00.000Z'],
  [{ move: 'to', to: '2027-01-12T09:00' }, '2027-01-12T08:00:00.000Z'],
])('the form %j moves the clock and returns to the page', async (fields, now) => {
  const { submit, get } = consoleFixture();
  const response = await submit('/clock', { back: '/?person=bill%40acme.example', ...fields });
  expect([response.status, response.headers.get('location')]).toEqual([303, '/?person=bill%40acme.example']);
  expect(await (await get('/api/clock')).json()).toEqual({ now });
});

test('a day is a day on the wall, also when the clocks change', async () => {
  const { submit, get } = consoleFixture();
  await submit('/clock', { move: 'to', to: '2027-03-27T09:00' });
  await submit('/clock', { move: 'day' });
  expect(await (await get('/api/clock')).json()).toEqual({ now: '2027-03-28T07:00:00.000Z' });
});

test.each([
  [{ move: 'to', to: '' }, 'Choose a date and a time to move on to.'],
  [{ move: 'to', to: '2027-01-01T09:00' }, 'The clock only goes forward'],
  [{}, 'Choose a date and a time to move on to.'],
])('a move that cannot be made (%j) says why on the page', async (fields, why) => {
  const response = await consoleFixture().submit('/clock', fields);
  expect(response.status).toBe(400);
  expect(await response.text()).toContain(why);
});

test('"back" never leads away', async () => {
  const { submit } = consoleFixture();
  const response = await submit('/clock', { move: 'hour', back: 'https://evil.example/?person=x' });
  expect(response.headers.get('location')).toBe('/?person=x');
});

test('faults are asked for and cleared by forms', async () => {
  const { submit, get } = consoleFixture();
  await submit('/faults', { service: 'ses', action: 'SendRawEmail', mode: 'timeout', times: '2' });
  expect(await (await get('/')).text()).toContain('ses SendRawEmail: timeout, 2 more');
  expect((await submit('/faults', { service: 'ses', action: 'x', mode: 'timeout', times: '2' })).status).toBe(
    400,
  );
  expect((await submit('/faults/clear', {})).status).toBe(303);
  expect(await (await get('/api/faults')).json()).toEqual([]);
});
