import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';

const TEXT = /^(text\/|application\/(json|problem\+json|javascript|xml))|\+xml/;

function bodyOf(event: APIGatewayProxyEventV2): BodyInit | null {
  const { method } = event.requestContext.http;
  if (event.body === undefined || method === 'GET' || method === 'HEAD') return null;
  return event.isBase64Encoded ? new Uint8Array(Buffer.from(event.body, 'base64')) : event.body;
}

/** An HTTP API event (payload format 2.0) as a Request. Its origin is the app's own, never the Host header's. */
export function toRequest(event: APIGatewayProxyEventV2, appUrl: string): Request {
  const query = event.rawQueryString === '' ? '' : `?${event.rawQueryString}`;
  const headers = new Headers();
  for (const [name, value] of Object.entries(event.headers))
    if (value !== undefined) headers.set(name, value);
  if (event.cookies) headers.set('cookie', event.cookies.join('; '));
  const path = event.rawPath.replace(/^\/+/, '/');
  return new Request(`${new URL(appUrl).origin}${path}${query}`, {
    method: event.requestContext.http.method,
    headers,
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
