import { fromEnv } from '@aws-sdk/credential-provider-env';

/**
 * Stands in the bundles for the SDK's chain of credential providers (infra/bundle-lambda.ts): Lambda hands credentials
 * over in the environment and nowhere else, and what looks for them in files, containers and single sign-on is 130 KB.
 */
export const defaultProvider = (): ReturnType<typeof fromEnv> => fromEnv();
