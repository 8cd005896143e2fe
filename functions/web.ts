import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { toRequest, toResult } from './adapters/api-gateway.ts';
import { readEnvironment } from './adapters/environment.ts';
import { makeDeps } from './adapters/make-deps.ts';
import { seal } from './app/keyring.ts';
import { makeUseCases } from './app/make-use-cases.ts';
import { makeWebApp } from './http/web-app.ts';

const environment = readEnvironment();
const deps = makeDeps(environment);

const app = makeWebApp({
  useCases: makeUseCases(deps),
  appUrl: environment.APP_URL,
  signInUrl: environment.SIGN_IN_URL,
  tenant: environment.TENANT,
  seal: (text) => seal(environment.TOKEN_KEYS, 'form', text),
});

/** Pages and API behind the HTTP API (payload format 2.0). */
export async function handler(event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> {
  return toResult(await app.fetch(toRequest(event, environment.APP_URL)));
}
