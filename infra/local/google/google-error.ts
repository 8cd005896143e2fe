import type { Reply } from '../aws/wire.ts';

export function jsonReply(status: number, body: unknown): Reply {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=UTF-8' },
    body: JSON.stringify(body),
  };
}

/** A refusal as Google's APIs word it (Calendar API, "Handle API errors"). */
export function googleError(status: number, reason: string, message: string): Reply {
  const errors = [{ domain: 'global', reason, message }];
  return jsonReply(status, { error: { code: status, message, errors } });
}

/** A refusal of the token server (RFC 6749 §5.2). */
export function tokenError(error: string, description: string): Reply {
  return jsonReply(400, { error, error_description: description });
}
