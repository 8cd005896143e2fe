import { describe, expect, it } from 'vitest';
import { takeMail } from '../../functions/app/inbound.ts';
import { HOUR, MINUTE, plus } from '../../functions/domain/instant.ts';
import { leftKeys, loaded } from '../simulation/acting.ts';
import { BREAKS, type Break, isInjected } from '../simulation/faults.ts';
import type { World } from '../simulation/world.ts';
import { answers, begun, bucketOf, received, says } from './inbound-world.ts';

describe('a mail that comes again', () => {
  const outcome = async (world: World, id: string) => {
    world.faults.arm();
    await world.advance(plus(world.now(), 2 * HOUR));
    const facts = (await loaded(world, id)).facts.map(({ type }) => type);
    const keys = (await leftKeys(world, id)).map((key) => key.replace(/_\d+$/, '')).toSorted();
    return { facts, keys };
  };

  async function run(breaking?: { nth: number; how: Break }) {
    const { world, id, reply } = await begun();
    const { objects, deps } = bucketOf(world);
    const mail = received(world, reply('p2'));
    objects.set('m1', answers(id, 'DECLINED'));
    world.faults.arm(breaking);
    try {
      await takeMail(deps, mail);
    } catch (error) {
      if (!isInjected(error)) throw error;
    }
    const count = world.faults.calls.length;
    world.faults.arm();
    await takeMail(deps, mail);
    return { ...(await outcome(world, id)), left: objects.size, count };
  }

  it('changes nothing, whichever call broke before it', async () => {
    const { count, ...wanted } = await run();
    expect(wanted.facts.filter((type) => type === 'invitationAnswered')).toHaveLength(1);
    expect(wanted.keys).toContain('declined_k1_p1');
    for (let nth = 0; nth < count; nth++)
      for (const how of BREAKS) {
        const { count: _, ...got } = await run({ nth, how });
        expect(got, `call ${nth} ${how}`).toEqual(wanted);
      }
  });

  it('is known by its own id, whatever SES calls it and whenever it is posted again', async () => {
    const { world, id, reply } = await begun();
    const { objects, deps } = bucketOf(world);
    const post = async (name: string, raw: Uint8Array) => {
      objects.set(name, raw);
      world.jump(plus(world.now(), HOUR));
      return takeMail(deps, received(world, reply('p2'), { id: name }));
    };
    const named = (messageId: string, raw: Uint8Array) =>
      Buffer.concat([Buffer.from(`Message-ID: <${messageId}@acme.example>\r\n`), raw]);
    const [done, yes, no] = [
      named('a', says('Done.')),
      named('b', answers(id, 'ACCEPTED')),
      named('c', answers(id, 'DECLINED')),
    ];
    const became = [];
    for (const [n, raw] of [done, yes, no, yes, done, no, yes].entries())
      became.push(await post(`m${n}`, raw));
    expect(became).toEqual(['taken', 'taken', 'taken', ...Array(4).fill('nothing-new')]);
    expect((await loaded(world, id)).facts.at(-1)).toMatchObject({ answer: 'declined' });
    expect(await post('m8', named('d', says('Done.')))).toBe('taken');
  });

  it('does not bring back an answer that was changed since', async () => {
    const { world, id, reply } = await begun();
    const { objects, deps } = bucketOf(world);
    const first = received(world, reply('p2'));
    objects.set('m1', answers(id, 'ACCEPTED'));
    await takeMail(deps, first);
    world.jump(plus(world.now(), MINUTE));
    objects.set('m2', answers(id, 'DECLINED'));
    await takeMail(deps, received(world, reply('p2'), { id: 'm2' }));
    objects.set('m1', answers(id, 'ACCEPTED'));
    expect(await takeMail(deps, first)).toBe('nothing-new');
    expect((await loaded(world, id)).facts.at(-1)).toMatchObject({ answer: 'declined' });
  });
});
