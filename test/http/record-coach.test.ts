import { expect, it } from 'vitest';
import { BILL, DISCOUNTS } from '../simulation/acme.ts';
import { textOf, unescaped } from './page-text.ts';
import { hiddenOf, makeWebWorld, type WebWorld } from './web-world.ts';

const PATH = '/conversations/new';
const FORM = {
  title: 'Late invoices',
  timezone: 'Europe/Amsterdam',
  'manager.name': 'Dana',
  'participants[0].name': 'Bill',
  'participants[0].email': BILL,
  whatHappened: 'Two left late.',
  neverAgain: 'A list.',
  'commitments[0].owner': 'manager',
  'commitments[1].owner': 'participants[0]',
  'commitments[1].action': 'Send me the figures ASAP',
  'commitments[1].dueBy': 'in a week',
  'commitments[1].consequence': 'No bonus this quarter',
  'checkIn.at.quick': '2027-01-18T10:30',
  'checkIn.minutes': '15',
};
type Fields = Record<string, string>;

async function pressed(web: WebWorld, fields: Fields, path = PATH) {
  const token = hiddenOf(await (await web.see(PATH)).text(), 'token');
  const answer = await web.press(path, { ...fields, token });
  const page = await answer.text();
  return { status: answer.status, page: unescaped(page), text: textOf(page) };
}

const live = (web: WebWorld, fields: Fields) => pressed(web, fields, `${PATH}/preview`);

/** What the coach says beside a field, in the page or in the pieces that follow the typing. */
function beside(page: string, field: string): string {
  const [, piece = ''] =
    new RegExp(`<div id="coach-${field}" data-live="">(.*?)</div>`, 's').exec(page) ?? [];
  return textOf(piece);
}

const typed = (page: string, name: string) =>
  new RegExp(`<textarea id="[^"]+" name="${name.replace(/[[\]]/g, '\\$&')}"[^>]*>\n?([^<]*)`).exec(page)?.[1];

it('says beside each field what a colleague would, while it is typed, and what there is to write instead', async () => {
  const web = await makeWebWorld();
  const { page } = await live(web, FORM);
  expect(beside(page, 'commitments-1-action')).toContain('Could everybody tell whether ASAP was kept?');
  expect(beside(page, 'commitments-1-action')).toContain('Write instead: Send me the figures');
  expect(beside(page, 'commitments-1-consequence')).toContain(
    'Taking money, pay or tips may be against the law.',
  );
  expect(beside(page, 'commitments-1-consequence')).toContain('We do it once side by side');
  expect(beside(page, 'commitments-1-evidence')).toBe('');
  expect(
    beside((await live(web, { ...FORM, 'commitments[1].dueBy': '31 March' })).page, 'commitments-1-dueBy'),
  ).toMatch(/^ ?82 days is long to wait/);
  const evident = { ...FORM, 'commitments[0].action': 'Answer within an hour' };
  expect(beside((await live(web, evident)).page, 'commitments-0-evidence')).toContain(
    'What could everybody see',
  );
});

it('stands in the page without a script too, opens the sheet it is in, and stops nobody', async () => {
  const web = await makeWebWorld();
  const shown = await pressed(web, { ...FORM, preview: 'yes' });
  expect(beside(shown.page, 'commitments-1-action')).toContain('Could everybody tell');
  expect(shown.page).toMatch(/<details class="sheet" id="commitments-1" open/);
  expect(shown.page).toMatch(
    /name="commitments\[1\]\.action" class="line" aria-describedby="[^"]*coach-commitments-1-action/,
  );
  const sent = await pressed(web, { ...FORM, send: 'now' });
  expect(sent.status).toBe(303);
});

it('puts the better wording into its field at one press', async () => {
  const web = await makeWebWorld();
  const action = await pressed(web, { ...FORM, do: 'better commitments[1] vague' });
  expect(typed(action.page, 'commitments[1].action')).toBe('Send me the figures');
  expect(beside(action.page, 'commitments-1-action')).toBe('');
  const follows = await pressed(web, { ...FORM, do: 'better commitments[1] money' });
  expect(typed(follows.page, 'commitments[1].consequence')).toBe(
    'We do it once side by side: Send me the figures ASAP',
  );
  expect(beside(follows.page, 'commitments-1-consequence')).toBe('');
});

it('makes two commitments of two things, each whole', async () => {
  const web = await makeWebWorld();
  const both = { ...FORM, 'commitments[1].action': 'Fix the form; also update the manual' };
  const { page } = await pressed(web, { ...both, do: 'split commitments[1]' });
  expect(typed(page, 'commitments[1].action')).toBe('Fix the form');
  expect(typed(page, 'commitments[2].action')).toBe('Update the manual');
  expect(page).toMatch(/name="commitments\[2\]\.dueBy"[^>]*value="in a week"/);
  expect(page).toMatch(/name="commitments\[2\]\.owner" value="participants\[0\]" checked/);
});

it('is waved off once, wherever the row goes, and says the rest as before', async () => {
  const web = await makeWebWorld();
  const waved = await pressed(web, { ...FORM, do: 'fine commitments[1] money' });
  expect(hiddenOf(waved.page, 'commitments\\[1\\]\\.fine')).toBe('money');
  expect(beside(waved.page, 'commitments-1-consequence')).toBe('');
  expect(beside(waved.page, 'commitments-1-action')).toContain('Could everybody tell');
  const fine = { ...FORM, 'commitments[1].fine': 'money', 'commitments[2].action': 'Keep a list' };
  const moved = await pressed(web, { ...fine, do: 'down commitments[1]' });
  expect(hiddenOf(moved.page, 'commitments\\[2\\]\\.fine')).toBe('money');
  expect(beside(moved.page, 'commitments-2-consequence')).toBe('');
});

it.each([
  'better commitments[7] vague',
  'better commitments[1] nonsense',
  'fine commitments[1] <b>',
  'split commitments[1]',
])('changes nothing at a button that is not there: %s', async (button) => {
  const web = await makeWebWorld();
  const { page } = await pressed(web, { ...FORM, do: button });
  expect(typed(page, 'commitments[1].action')).toBe('Send me the figures ASAP');
  expect(hiddenOf(page, 'commitments\\[1\\]\\.fine')).toBe('');
  expect(page).not.toContain('name="commitments[2].action"');
});

it('tells programs the same with the preview', async () => {
  const web = await makeWebWorld();
  const [first, ...others] = DISCOUNTS.commitments;
  const commitments = [
    { ...first, action: 'Send the new list; also call the ten shops', evidence: 'A list' },
    ...others,
  ];
  const answer = await web.api('POST', '/api/v1/conversations/preview', { ...DISCOUNTS, commitments });
  const { hints } = JSON.parse(await answer.text());
  expect(hints.slice(0, 1)).toEqual([
    {
      path: 'commitments[0].action',
      code: 'several',
      message: 'These are two things, and each can be kept or missed by itself.',
      better: 'Send the new list',
      rest: 'Call the ten shops',
    },
  ]);
});
