import { describe, expect, it } from 'vitest';
import { takeMail } from '../../functions/app/inbound.ts';
import type { ReceivedMail } from '../../functions/app/incoming-mail.ts';
import { HOUR, MINUTE, plus } from '../../functions/domain/instant.ts';
import { multipart, rawMail } from '../adapters/replies/raw-mail.ts';
import { ACME, BILL, DISCOUNTS, RECORDED } from '../simulation/acme.ts';
import { leftKeys, loaded, manage, submitted } from '../simulation/acting.ts';
import { answers, begun, bucketOf, received, says } from './inbound-world.ts';

const OTHER = {
  ...DISCOUNTS,
  manager: { name: 'Olga', email: 'olga@acme.example' },
  title: 'Another',
  commitments: DISCOUNTS.commitments.slice(0, 1),
};

async function taken(raw: Uint8Array, more: Partial<ReceivedMail> = {}) {
  const begin = await begun();
  const { world, id, reply } = begin;
  const { objects, deps } = bucketOf(world);
  objects.set('m1', raw);
  const before = (await loaded(world, id)).facts.length;
  const became = await takeMail(deps, received(world, reply('p2'), more));
  const facts = (await loaded(world, id)).facts.slice(before);
  return { ...begin, became, facts, left: objects.size, deps };
}

describe('who a mail is from', () => {
  it('is the person whose address it came to, if DMARC says so', async () => {
    const { became, facts, left } = await taken(says('Done.'));
    expect([became, left]).toEqual(['taken', 0]);
    expect(facts).toMatchObject([{ type: 'wrote', by: 'p2', isTheirs: true, words: { words: 'Done.' } }]);
  });

  it.each([
    ['DMARC fails', says('Done.'), { dmarc: 'fail' }],
    ['DMARC is not known', says('Done.'), { dmarc: 'unsure' }],
    ['From is somebody else of the house', says('Done.', { From: 'dana@acme.example' }), {}],
    ['there are two in From', says('Done.', { From: `${BILL}, x@elsewhere.example` }), {}],
    ['there are two Froms', says('Done.', { from: 'x@elsewhere.example' }), {}],
    ['From is a name that looks right', says('Done.', { From: `"${BILL}" <x@elsewhere.example>` }), {}],
  ] as const)('is nobody when %s: a note of nobody', async (_why, raw, more) => {
    const { became, facts } = await taken(raw, more);
    expect(became).toBe('taken');
    expect(facts).toMatchObject([{ type: 'wrote', by: 'system', person: 'p2', isTheirs: false }]);
  });

  it('is nobody once the address was corrected', async () => {
    const { world, id, reply } = await begun();
    await manage(world, id, { type: 'correct-address', person: 'p2', email: 'william@acme.example' });
    const { objects, deps } = bucketOf(world);
    objects.set('m1', says('Done.'));
    await takeMail(deps, received(world, reply('p2')));
    expect((await loaded(world, id)).facts.at(-1)).toMatchObject({ type: 'wrote', isTheirs: false });
  });
});

describe('what a mail brings', () => {
  it('an answer to the entry it names, for that person alone', async () => {
    const { world, id, reply } = await begun();
    const { objects, deps } = bucketOf(world);
    objects.set('m1', answers(id, 'DECLINED'));
    expect(await takeMail(deps, received(world, reply('p2')))).toBe('taken');
    expect((await loaded(world, id)).facts.at(-1)).toMatchObject({
      type: 'invitationAnswered',
      by: 'p2',
      about: 'k1',
      answer: 'declined',
    });
    await world.advance(plus(world.now(), HOUR));
    expect((await leftKeys(world, id)).filter((key) => key.startsWith('declined_k1_p1'))).toHaveLength(1);
  });

  it.each([
    ['somebody else’s entry', (id: string) => answers(id, 'DECLINED', { person: 'p3' })],
    ['another conversation', () => answers('b'.repeat(26), 'DECLINED')],
    ['a forged sender', (id: string) => answers(id, 'DECLINED', { from: 'x@elsewhere.example' })],
  ])('nothing for %s but a note', async (_what, raw) => {
    const { world, id, reply } = await begun();
    const { objects, deps } = bucketOf(world);
    objects.set('m1', raw(id));
    await takeMail(deps, received(world, reply('p2')));
    const stored = await loaded(world, id);
    expect(stored.facts.filter(({ type }) => type === 'invitationAnswered')).toEqual([]);
    expect(stored.facts.at(-1)).toMatchObject({ type: 'wrote' });
  });

  it.each([
    ['a virus', says('x'), { virus: 'fail' }, 'virus'],
    ['spam', says('x'), { spam: 'fail' }, 'spam'],
    ['an empty return path', says('x'), { source: '' }, 'automatic'],
    ['an automatic answer', says('x', { 'Auto-Submitted': 'auto-replied (vacation)' }), {}, 'automatic'],
    ['bulk', says('x', { Precedence: 'Bulk' }), {}, 'automatic'],
    ['X-Autoreply', says('x', { 'X-Autoreply': 'yes' }), {}, 'automatic'],
    [
      'a report of a mail server',
      says('x', { 'Content-Type': 'multipart/report; boundary=x' }),
      {},
      'automatic',
    ],
    ['our own mail', says('x', { From: ACME.sender }), {}, 'own-mail'],
    [
      'our own invitation, come round',
      says('x', { From: `r+${'a'.repeat(26)}@${ACME.replyDomain}` }),
      {},
      'own-mail',
    ],
    [
      'an unknown address',
      says('x'),
      { recipients: [`r+${'a'.repeat(26)}@${ACME.replyDomain}`] },
      'unknown-address',
    ],
    [
      'the address of another tenant',
      says('x'),
      { recipients: ['r+x@reply.other.example'] },
      'unknown-address',
    ],
    ['words of nobody: only a quotation', says('> We talk\r\n> on Monday'), {}, 'nothing-new'],
  ] as const)('nothing from %s, and it is deleted', async (_what, raw, more, wanted) => {
    const { became, facts, left } = await taken(raw, more);
    expect({ became, facts, left }).toEqual({ became: wanted, facts: [], left: 0 });
  });

  it('what Google marks as generated is still an answer, but no words', async () => {
    const { id, world, reply } = await begun();
    const { objects, deps } = bucketOf(world);
    const marked = Buffer.from(`Auto-Submitted: auto-generated\r\n${Buffer.from(answers(id, 'ACCEPTED'))}`);
    objects.set('m1', marked);
    expect(await takeMail(deps, received(world, reply('p2')))).toBe('taken');
  });

  it('of a mail without words, but with a picture, that there was one', async () => {
    const picture = rawMail(
      { From: BILL, To: 'x', Subject: 'The sheet, filled in' },
      { type: 'image/png; name=a.png', body: 'iVBORw0KGgo=', encoding: 'base64' },
    );
    const { became, facts } = await taken(picture);
    expect(became).toBe('taken');
    expect(facts).toMatchObject([{ type: 'wrote', words: { words: 'The sheet, filled in' } }]);
  });

  it('which files came with words and were not kept, on the page and in the mail to the manager', async () => {
    const attached = (name: string) => ({
      type: `application/pdf; name="${name}"`,
      body: 'x',
      encoding: 'base64' as const,
      more: `Content-Disposition: attachment; filename="${name}"`,
    });
    const logo = { type: 'image/png; name=logo.png', body: 'x', more: 'Content-Disposition: inline' };
    const send = async (...files: (typeof logo)[]) =>
      taken(
        rawMail(
          { From: BILL, To: 'x', Subject: 'Re: x' },
          multipart('mixed', [{ type: 'text/plain', body: 'Here it is.' }, logo, ...files]),
        ),
      );
    const { world, facts } = await send(attached('plan.pdf'));
    expect(facts).toMatchObject([{ type: 'wrote', words: { words: 'Here it is.', files: 'plan.pdf' } }]);
    await world.advance(plus(RECORDED, 5 * HOUR));
    const mail = world.ses.inbox.find(({ kind }) => kind === 'wrote');
    expect(String(JSON.parse(Buffer.from(mail?.raw ?? '').toString()).text)).toContain(
      '1 file was not kept: plan.pdf.',
    );
    const long = `${'very '.repeat(40)}long.pdf`;
    const many = await send(...Array.from({ length: 12 }, (_, n) => attached(`${n} ${long}`)));
    const [fact] = many.facts;
    const names = fact?.words?.files?.split('\n') ?? [];
    expect(names).toHaveLength(10);
    expect(Math.max(...names.map((name) => name.length))).toBeLessThan(70);
    expect((await send()).facts).toEqual([expect.objectContaining({ words: { words: 'Here it is.' } })]);
  });

  it('at most twenty mails a day', async () => {
    const { deps, world, reply, id } = await taken(says('Mail 0'));
    const { objects, deps: more } = bucketOf(world);
    for (let n = 1; n <= 25; n++) {
      objects.set(`n${n}`, says(`Mail ${n}`));
      await takeMail({ ...deps, ...more }, received(world, reply('p2'), { id: `n${n}` }));
    }
    const { facts } = await loaded(world, id);
    expect(facts.filter(({ type }) => type === 'wrote')).toHaveLength(20);
  });

  it('one note where it came to several people of one conversation', async () => {
    const { world, id, reply } = await begun();
    const { objects, deps } = bucketOf(world);
    objects.set('m1', says('Hello both'));
    const recipients = ['p1', 'p2'].map((one) => `r+${reply(one)}@${ACME.replyDomain}`);
    await takeMail(deps, received(world, '', { recipients }));
    const notes = (await loaded(world, id)).facts.filter(({ type }) => type === 'wrote');
    expect(notes).toMatchObject([{ person: 'p2', isTheirs: true }]);
  });

  it('a note in each conversation that it came to', async () => {
    const { world, id, reply } = await begun();
    const other = await submitted(world, OTHER, 'key-2');
    await world.advance(plus(world.now(), MINUTE));
    const [recorded] = (await loaded(world, other)).facts;
    const theirs = recorded?.type === 'recorded' ? recorded.people[1]?.reply : undefined;
    const { objects, deps } = bucketOf(world);
    objects.set('m1', says('Hello'));
    const recipients = [reply('p2'), theirs].map((one) => `r+${one}@${ACME.replyDomain}`);
    await takeMail(deps, received(world, '', { recipients }));
    for (const one of [id, other])
      expect((await loaded(world, one)).facts.at(-1)).toMatchObject({ type: 'wrote', isTheirs: true });
  });
});
