import { beforeAll, expect, it } from 'vitest';
import { minuteRoutes } from '../../infra/local/minute/minute-app.tsx';
import { type Performance, perform } from '../../infra/local/minute/perform.ts';
import { BEATS, PEOPLE, TENANT } from '../../infra/local/minute/story.ts';

let played: Performance;
const app = minuteRoutes(() => played);
const see = async (path: string) => (await app.request(path)).text();

beforeAll(async () => {
  played = perform(TENANT);
  expect(await see('/')).toContain('The stage is being set');
  await played.ended;
}, 60_000);

it('plays the whole story', () => {
  expect([played.state, played.problem]).toEqual(['over', '']);
  expect(played.scenes).toHaveLength(BEATS.length);
});

it('gives each of the three their own recap', () => {
  const scene = played.scenes.find(({ says }) => says.startsWith('Everyone gets'));
  const recaps = PEOPLE.map(({ key }) => scene?.phones[key]?.html);
  expect(new Set(recaps).size).toBe(3);
  for (const recap of recaps) expect(recap).toContain('What we agreed');
});

it('tells Dana’s miss to the participants, celebrates what was kept, and sends each mail once', () => {
  const subjects = played.mails.map(({ to, subject }) => `${to[0]}: ${subject}`);
  expect(subjects.filter((line) => line.endsWith("Dana's part isn't done yet"))).toHaveLength(2);
  expect(subjects).toContainEqual(expect.stringContaining('You did it: “Set a hard stop'));
  expect(new Set(subjects).size).toBe(subjects.length);
});

it('ends with how many mails it took, and each says why it came', async () => {
  const end = await see(`/?scene=${played.scenes.length}`);
  expect(end).toContain(`${played.mails.length} mails, 0 chasing.`);
  for (const at of played.mails.keys()) expect(end).toContain(`/demo/mail/${at}`);
  expect(await see('/mail/0')).toContain('Why did I get this?');
  expect(await see('/mail/0/letter')).toBe(played.mails[0]?.html);
  for (const { key } of PEOPLE) expect(await see(`/why/${key}`)).toContain('The recap');
});

it('shows pictures: nothing in them loads, runs or can be sent', async () => {
  for (const [at, scene] of played.scenes.entries())
    for (const screen of ['desk', ...PEOPLE.map(({ key }) => key)]) {
      const answer = await app.request(`/screen/${at}/${screen}`);
      if (answer.status === 404) continue;
      expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'.*sandbox$/);
      expect(await answer.text(), scene.says).not.toMatch(/<(script|link|base)\b/);
    }
});

it('says plainly what is not there', async () => {
  const answers = await Promise.all(
    ['/screen/99/desk', '/mail/99', '/mail/99/letter', '/why/nobody'].map((path) => app.request(path)),
  );
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
  expect((await app.request('/', { method: 'POST' })).status).toBe(405);
});
