import { AGAIN, COACHED, CROWDED, OTHER_SCRIPT, SILENT } from './samples.ts';
import { sendFrom, type Tour } from './tour.ts';

const SAM = 'sam@northwind.example';
const NEW = '/conversations/new';
const LAYLA = 'layla@northwind.example';

/** One whose owner says yes and then nothing, one in another script with an address that takes no mail. */
export async function recordOthers({
  record,
  moveTo,
  act,
}: Tour): Promise<{ silent: string; script: string }> {
  await moveTo('2027-01-08T14:40');
  const [silent, script] = [await record(SILENT), await record(OTHER_SCRIPT)];
  await moveTo('2027-01-08T14:45');
  await act(SAM, { action: 'agree', consequence: 'fair' });
  await act(LAYLA, { action: 'agree', consequence: 'fair' });
  return { silent, script };
}

/** The states that one conversation alone does not come to. */
export async function walkOthers(tour: Tour, ids: { silent: string; script: string }): Promise<void> {
  const { desk, phone, see, visit, visitAs, record, command, moveTo } = tour;
  await visitAs(SAM, 'person-silent');
  await visitAs(LAYLA, 'person-right-to-left');
  await command(ids.script, { type: 'pause', person: 'p2', from: '2027-01-20', until: '2027-01-25' });
  await visitAs(LAYLA, 'person-away');
  await visit('conversation-bounced', `/conversations/${ids.script}`);
  await visitAs(SAM, 'why', '/why');
  await phone.getByRole('link', { name: 'Fewer mails' }).click();
  await see('fewer-mails', phone);
  await phone.getByRole('button', { name: 'Save' }).click();
  await see('fewer-mails-saved', phone);
  await phone.goto(`${tour.appUrl}/p/from-an-older-mail`);
  await see('expired-link', phone);
  await moveTo('2027-01-21T12:00');
  await visit('today', '/');
  await visit('needs', '/?show=needs');
  const crowded = `/conversations/${await record(CROWDED)}`;
  const overlooked = 'Nobody had asked why it needs three days.';
  const again = await record({ ...AGAIN, repeats: ids.silent, overlooked });
  await moveTo('2027-01-21T12:05');
  await visit('conversation-again', `/conversations/${again}`);
  await desk.goto(new URL(NEW, tour.appUrl).href);
  await sendFrom(desk, NEW, { ...COACHED, 'again.of': ids.silent, look: 'yes' });
  await see('form-coached', desk);
  await visit('conversation-crowded', crowded);
  await visitAs('hanako@northwind.example', 'person-crowded');
  await visit('check-in-crowded', `${crowded}/check-in`);
  await visit('over', '/?show=ended');
  await visit('found', '/?find=forecast');
  await visit('found-nothing', '/?find=holidays');
  await visit('people', '/people');
  await desk.getByRole('link', { name: 'Sam Rivera' }).first().click();
  await see('person-record', desk);
}
