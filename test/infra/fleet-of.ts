import { readFileSync } from 'node:fs';
import type { Fleet } from '../../infra/fleet.ts';
import { checkTenant } from '../../infra/read-tenant.ts';

const PLACE = { account: '111122223333', region: 'eu-west-1' };

/** A fleet in one account: a tenant of the samples as it is, and so many others like it. */
export function fleetOf(sample: string, others: number): Fleet {
  const file: unknown = JSON.parse(readFileSync(`test/tenants/${sample}.json`, 'utf8'));
  const deployed = (change: Record<string, unknown>) => {
    const checked = checkTenant({
      ...Object(file),
      ...change,
      aws: { ...PLACE, alarmAddress: 'ops@example.com', senderVerified: true, encryption: 'customer' },
    });
    if ('errors' in checked) throw new Error(checked.errors.join('\n'));
    const { tenant, file: read } = checked;
    if (!read.aws) throw new Error('it is not deployed');
    return { tenant, aws: read.aws };
  };
  const more = Array.from({ length: others }, (_, n) =>
    deployed({
      slug: `tenant-${n}`,
      sender: `nevertwice@tenant-${n}.example`,
      replyDomain: `reply.tenant-${n}.example`,
    }),
  );
  const tenants = [deployed({}), ...more];
  const sendRate = tenants.reduce((sum, { tenant }) => sum + tenant.sendRate, 0);
  return { accounts: [{ ...PLACE, sendRate }], tenants };
}
