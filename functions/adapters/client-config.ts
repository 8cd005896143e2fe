/**
 * Where one AWS service is. `endpoint` and `credentials` are left out in AWS, where the SDK finds its own. `userAgentAppId`
 * says in CloudTrail, and in the log of the local servers, which Lambda made a call.
 */
export type ClientConfig = {
  region: string;
  userAgentAppId?: string;
  endpoint?: string;
  credentials?: { accessKeyId: string; secretAccessKey: string };
};

/** How long a client waits for a connection, and for an answer, in milliseconds. */
export function timeouts(connectionTimeout: number, requestTimeout: number) {
  return { connectionTimeout, requestTimeout, socketTimeout: requestTimeout, throwOnRequestTimeout: true };
}
