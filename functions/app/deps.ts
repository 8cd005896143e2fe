import type { Instant } from '../domain/instant.ts';
import type { Tenant } from '../domain/tenant.ts';
import type { Keyring } from './keyring.ts';
import type { Store } from './ports.ts';
import type { ArmAlarm, Ring } from './ring.ts';

/** What every use case needs of the outside; made once per cold start by a Lambda. */
export type Deps = {
  store: Store;
  ring: Ring;
  armAlarm: ArmAlarm;
  tenant: Tenant;
  keyring: Keyring;
  appUrl: string;
  /** Version of the time-zone data in this process, such as "2026b". */
  zoneData: string;
  now: () => Instant;
  /** 26 unguessable characters of [a-z2-7]. */
  newId: () => string;
};

/** For what neither makes nor reads links. */
export type KeylessDeps = Omit<Deps, 'keyring'>;
