import type { Reply } from '../aws/wire.ts';

export function jsonReply(status: number, body: unknown, headers: Record<string, string> = {}): Reply {
  return {
    status,
    headers: { 'content-type': 'application/json; odata.metadata=minimal', ...headers },
    body: JSON.stringify(body),
  };
}

/** A refusal as Graph words it (Microsoft Graph, "Error responses"). */
export function graphError(
  status: number,
  code: string,
  message: string,
  headers: Record<string, string> = {},
): Reply {
  return jsonReply(status, { error: { code, message, innerError: {} } }, headers);
}

/** A refusal of the token server (RFC 6749 §5.2). */
export function tokenError(status: number, error: string, code: number, words: string): Reply {
  return jsonReply(status, { error, error_description: `AADSTS${code}: ${words}`, error_codes: [code] });
}
