import type { Tenant } from '../../functions/domain/tenant.ts';
import type { Fault } from '../../infra/local/aws/local-servers.ts';
import { oneOf } from '../simulate/people/cast.ts';
import type { Random } from '../simulation/random.ts';

type Place = Pick<Fault, 'service' | 'action'>;

const IN_AWS: readonly Place[] = [
  { service: 'ses', action: 'SendRawEmail' },
  { service: 'ses', action: 'SendRawEmail' },
  { service: 'ses', action: 'SendRawEmail' },
  { service: 'dynamodb', action: 'UpdateItem' },
  { service: 'dynamodb', action: 'UpdateItem' },
  { service: 'dynamodb', action: 'PutItem' },
  { service: 'dynamodb', action: 'Query' },
  { service: 'dynamodb', action: 'GetItem' },
  { service: 'dynamodb', action: 'BatchGetItem' },
  { service: 'scheduler', action: 'CreateSchedule' },
  { service: 'sqs', action: 'SendMessage' },
  { service: 'sqs', action: 'ReceiveMessage' },
  { service: 'sqs', action: 'DeleteMessageBatch' },
  { service: 'sqs', action: 'GetQueueAttributes' },
  { service: 'secretsmanager', action: 'GetSecretValue' },
];

const IN_CALENDARS: Record<Tenant['calendar'], readonly Place[]> = {
  mail: [],
  google: ['Token', 'InsertEvent', 'PatchEvent', 'GetEvent', 'DeleteEvent'].map((action) => ({
    service: 'google',
    action,
  })),
  microsoft: ['Token', 'CreateEvent', 'UpdateEvent', 'FindEvent', 'GetEvent', 'CancelEvent'].map(
    (action) => ({
      service: 'microsoft',
      action,
    }),
  ),
};

// A call that hangs costs seconds of real time, so few of them are waited for; a kill comes before they are over.
const MODES: readonly Fault['mode'][] = ['throttle', 'reject', 'error', 'lost-reply'];
const HANGS_SHARE = 0.04;
const PAUSE_SHARE = 0.15;

/** Where something can go wrong for a tenant. */
export function placesOf(calendar: Tenant['calendar']): readonly Place[] {
  return [...IN_AWS, ...IN_CALENDARS[calendar], ...IN_CALENDARS[calendar]];
}

function modeAt(random: Random, { service }: Place): Fault['mode'] {
  if (service === 'ses' && random.chance(PAUSE_SHARE)) return 'pause';
  return random.chance(HANGS_SHARE) ? 'timeout' : oneOf(random, MODES);
}

/** One fault by chance: mostly so few calls that they are tried again, sometimes an outage. */
export function drawFault(random: Random, places: readonly Place[]): Fault {
  const place = oneOf(random, places);
  const mode = modeAt(random, place);
  const times = mode === 'timeout' ? 1 : oneOf(random, [1, 1, 2, 3, 5, 8, 20, mode === 'pause' ? 40 : 60]);
  return { ...place, mode, times };
}

/** A call that hangs until its caller is killed. */
export function hang(place: Place, times = 1): Fault {
  return { ...place, mode: 'timeout', times };
}

export function told({ service, action, mode, times }: Fault): string {
  return `${service} ${action} ${mode} ×${times}`;
}
