import type { Receipt } from '../../functions/app/ports.ts';
import type { Instant } from '../../functions/domain/instant.ts';
import { ACME, DANA, RECORDED } from '../simulation/acme.ts';
import { left, loaded, ok } from '../simulation/acting.ts';
import { makeWorld, type World } from '../simulation/world.ts';

/** The key of the recap to Bill. */
export const RECAP = 'recap_all_p2_1';

export const worldOf = () => makeWorld({ seed: 3, tenant: ACME, now: RECORDED });

/** The receipts of one delivery, one for each attempt. */
export async function receiptsOf(world: World, id: string, key: string): Promise<Receipt[]> {
  return (await loaded(world, id)).receipts.filter(({ keys }) => keys.includes(key));
}

/** A delivery as its manager sees it. */
export async function shown(world: World, id: string, key: string) {
  const view = ok(await world.useCases.read({ email: DANA }, id));
  return view.deliveries.find(({ delivery }) => delivery.key === key);
}

/** When a delivery left, once for each time it did. */
export async function leftAt(world: World, id: string, key: string): Promise<Instant[]> {
  return (await left(world, id)).filter((one) => one.key === key).map((one) => one.at);
}
