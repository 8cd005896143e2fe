import * as z from 'zod';
import type { Backend } from './front.ts';
import { awsJsonError } from './json-reply.ts';
import { type Request, readJson } from './wire.ts';

const asked = z.object({ SecretId: z.string() });

/** Secrets Manager as far as reading goes: what it holds is given, by name. */
export function startSecrets(secrets: Readonly<Record<string, string>>): Backend {
  const describe = (request: Request) => ({
    action: String(request.headers['x-amz-target'] ?? '').split('.')[1] ?? 'Unknown',
    resource: asked.safeParse(readJson(request)).data?.SecretId ?? '',
  });
  return {
    service: 'secretsmanager',
    describe,
    async serve(request) {
      const { action, resource } = describe(request);
      const SecretString = Object.hasOwn(secrets, resource) ? secrets[resource] : undefined;
      if (action !== 'GetSecretValue' && action !== 'DescribeSecret')
        return awsJsonError(400, 'InvalidAction', `The local Secrets Manager knows no ${action}.`);
      if (SecretString === undefined)
        return awsJsonError(
          400,
          'ResourceNotFoundException',
          "Secrets Manager can't find the specified secret.",
        );
      const about = { ARN: resource, Name: resource };
      return {
        status: 200,
        headers: { 'content-type': 'application/x-amz-json-1.1' },
        body: JSON.stringify(
          action === 'DescribeSecret' ? about : { ...about, SecretString, VersionStages: ['AWSCURRENT'] },
        ),
      };
    },
    refuse,
  };
}

function refuse(mode: 'throttle' | 'reject' | 'error') {
  switch (mode) {
    case 'throttle':
      return awsJsonError(400, 'ThrottlingException', 'Rate exceeded');
    case 'reject':
      return awsJsonError(400, 'AccessDeniedException', 'Access to the secret is denied.');
    case 'error':
      return awsJsonError(500, 'InternalServiceError', 'An error occurred on the server side.');
  }
}
