import { CfnOutput } from 'aws-cdk-lib';
import { CfnRecordSet } from 'aws-cdk-lib/aws-route53';
import type { Construct } from 'constructs';
import type { Deployment } from '../../functions/domain/deployment.ts';

export type DnsRecord = { id: string; name: string; type: 'CNAME' | 'MX' | 'TXT'; value: string };

/** Makes the records of a domain in the tenant's hosted zone; else they are outputs, for whoever keeps the domain. */
export function publishRecords(
  scope: Construct,
  records: readonly DnsRecord[],
  { domain, hostedZone }: { domain: string; hostedZone: Deployment['hostedZone'] },
): void {
  const zone = hostedZone && isWithin(domain, hostedZone.name) ? hostedZone : undefined;
  for (const { id, name, type, value } of records)
    if (zone)
      new CfnRecordSet(scope, id, {
        hostedZoneId: zone.id,
        name,
        type,
        ttl: '1800',
        resourceRecords: [value],
      });
    else new CfnOutput(scope, id, { description: 'DNS record to make', value: `${name} ${type} ${value}` });
}

function isWithin(domain: string, zone: string): boolean {
  return domain === zone || domain.endsWith(`.${zone}`);
}
