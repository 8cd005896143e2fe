import { RemovalPolicy } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';

/**
 * The keys that sign links and sessions: `{"current":"k1","k1":"…"}`, the first one made by Secrets Manager. Whoever rotates
 * adds `k2` beside it; every link that was mailed stays good as long as its key is there.
 */
export function makeTokenKeys(scope: Construct, key: IKey | undefined): Secret {
  const secret = new Secret(scope, 'TokenKeys', {
    description:
      'Signs links and sessions. Rotate by adding a key, never by replacing one: see infra/README.md.',
    generateSecretString: {
      secretStringTemplate: JSON.stringify({ current: 'k1' }),
      generateStringKey: 'k1',
      passwordLength: 64,
      excludePunctuation: true,
    },
    removalPolicy: RemovalPolicy.RETAIN,
    ...(key && { encryptionKey: key }),
  });
  acknowledge(secret, {
    'AwsSolutions-SMG4':
      'An automatic rotation replaces the value, and with it every link that was mailed would break. Keys are added by hand.',
  });
  return secret;
}
