import type { Reply, Request } from '../aws/wire.ts';
import { LASTS_SECONDS, openSeal } from '../calendar/sealed-token.ts';
import { jsonReply, tokenError } from './graph-error.ts';

/** An application of a customer's directory, with a client secret. */
export type Application = { tenantId: string; clientId: string; clientSecret: string };

/** The token server of Microsoft Entra, for one application. */
export function openTokenDesk(options: { application: Application | undefined; now: () => number }) {
  const { application, now } = options;
  const seal = openSeal(now);
  return {
    issue(request: Request, directory: string): Reply {
      const form = new URLSearchParams(Buffer.from(request.body).toString());
      if (!application || directory !== application.tenantId)
        return tokenError(400, 'invalid_request', 90002, `Tenant '${directory}' not found.`);
      if (form.get('grant_type') !== 'client_credentials')
        return tokenError(
          400,
          'unsupported_grant_type',
          70003,
          'The app requested an unsupported grant type.',
        );
      if (form.get('client_id') !== application.clientId)
        return tokenError(
          400,
          'unauthorized_client',
          700016,
          `Application with identifier '${form.get('client_id')}' was not found in the directory.`,
        );
      if (form.get('client_secret') !== application.clientSecret)
        return tokenError(401, 'invalid_client', 7000215, 'Invalid client secret provided.');
      if (form.get('scope') !== 'https://graph.microsoft.com/.default')
        return tokenError(400, 'invalid_scope', 70011, 'The provided value for scope is not valid.');
      const token = seal.issue(application.clientId, '.default');
      return jsonReply(200, { token_type: 'Bearer', expires_in: LASTS_SECONDS - 1, access_token: token });
    },
    held: seal.held,
  };
}
