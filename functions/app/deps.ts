import type { Instant } from '../domain/instant.ts';
import type { Tenant } from '../domain/tenant.ts';
import type { Keyring } from './keyring.ts';
import type { Store } from './ports.ts';
import type { ArmAlarm, Ring } from './ring.ts';

/** What it takes to read and change a conversation; made once per cold start by a Lambda. */
export type BareDeps = {
  store: Store;
  ring: Ring;
  armAlarm: ArmAlarm;
  /** Version of the time-zone data in this process, such as "2026b". */
  zoneData: string;
  now: () => Instant;
};

/** For what neither makes nor reads links. */
export type KeylessDeps = BareDeps & {
  tenant: Tenant;
  appUrl: string;
  /** 26 unguessable characters of [a-z2-7]. */
  newId: () => string;
};

/** What the use cases of people need of the outside. */
export type Deps = KeylessDeps & { keyring: Keyring };
