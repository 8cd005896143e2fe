import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, Billing, ProjectionType, TableEncryptionV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';

/** The tenant's table, as design and the local runtime have it. It outlives its stack. */
export function makeTable(scope: Construct, name: string, key: IKey | undefined): TableV2 {
  return new TableV2(scope, 'Table', {
    tableName: name,
    partitionKey: { name: 'pk', type: AttributeType.STRING },
    sortKey: { name: 'sk', type: AttributeType.STRING },
    globalSecondaryIndexes: [
      {
        indexName: 'wake',
        partitionKey: { name: 'wakeShard', type: AttributeType.STRING },
        sortKey: { name: 'wakeAt', type: AttributeType.NUMBER },
        projectionType: ProjectionType.KEYS_ONLY,
      },
    ],
    timeToLiveAttribute: 'ttl',
    ...(key && { encryption: TableEncryptionV2.customerManagedKey(key) }),
    billing: Billing.onDemand(),
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
  });
}
