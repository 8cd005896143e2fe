import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';

const TEXT = /^(text\/|application\/(json|problem\+json|javascript|xml))|\+xml/;

function bodyOf(event: APIGatewayProxyEventV2): BodyInit | null {
  const { method } = event.requestContext.http;
  if (event.body === undefined || method === 'GET' || method === 'HEAD') return null;
  return event.isBase64Encoded ? new Uint8Array(Buffer.from(event.body, 'base64')) : event.body;
}

// What Fetch takes as a header, and as a method (RFC 9110 §5.5, §5.6.2); a Request with any other cannot be made.
const NAME = /^[!#$%&'*+.^`|~\w-]+$/;
const VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;
const FORBIDDEN = /^(CONNECT|TRACE|TRACK)$/i;

/** A method that nobody answers stands for those that no Request can have: it is refused like any other. */
function methodOf(event: APIGatewayProxyEventV2): string {
  const { method } = event.requestContext.http;
  return NAME.test(method) && !FORBIDDEN.test(method) ? method : 'UNKNOWN';
}

function headersOf(event: APIGatewayProxyEventV2): Headers {
  const headers = new Headers();
  for (const [name, value = ''] of Object.entries(event.headers))
    if (NAME.test(name) && VALUE.test(value)) headers.set(name, value);
  const cookies = (event.cookies ?? []).filter((cookie) => VALUE.test(cookie));
  if (cookies.length > 0) headers.set('cookie', cookies.join('; '));
  return headers;
}

/** An HTTP API event (payload format 2.0) as a Request. Its origin is the app's own, never the Host header's. */
export function toRequest(event: APIGatewayProxyEventV2, appUrl: string): Request {
  const query = event.rawQueryString === '' ? '' : `?${event.rawQueryString}`;
  const path = event.rawPath.replace(/^[/\\]*/, '/');
  return new Request(`${new URL(appUrl).origin}${path}${query}`, {
    method: methodOf(event),
    headers: headersOf(event),
    body: bodyOf(event),
  });
}

/** A Response as API Gateway takes it; anything but text travels in base64. */
export async function toResult(response: Response): Promise<APIGatewayProxyStructuredResultV2> {
  const headers: Record<string, string> = {};
  response.headers.forEach((value, name) => {
    if (name !== 'set-cookie') headers[name] = value;
  });
  const bytes = Buffer.from(await response.arrayBuffer());
  const isText = TEXT.test(headers['content-type'] ?? 'text/plain') && !('content-encoding' in headers);
  return {
    statusCode: response.status,
    headers,
    cookies: response.headers.getSetCookie(),
    body: bytes.toString(isText ? 'utf8' : 'base64'),
    isBase64Encoded: !isText,
  };
}
