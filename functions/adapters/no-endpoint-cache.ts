/**
 * Stands in the bundles for the SDK's cache of endpoints that a service names itself (infra/bundle-lambda.ts): DynamoDB is asked
 * for them only where AWS_ENABLE_ENDPOINT_DISCOVERY says so, which no stack does, and the cache is 8 KB of every start.
 */
export function EndpointCache(): object {
  return new Map();
}
