type Part = { type: string; body: string; encoding?: 'base64' | 'quoted-printable' | '8bit'; more?: string };

const CRLF = '\r\n';

function encoded({ body, encoding = '8bit' }: Part): string {
  if (encoding === 'base64')
    return (
      Buffer.from(body)
        .toString('base64')
        .match(/.{1,76}/gu) ?? []
    ).join(CRLF);
  if (encoding === '8bit') return body;
  const bytes = [...Buffer.from(body)].map((byte) =>
    byte > 126 || byte === 61
      ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
      : String.fromCharCode(byte),
  );
  return bytes
    .join('')
    .split(CRLF)
    .map((line) => line.replace(/.{1,72}(?=.)/gu, (cut) => (/=.?$/u.test(cut) ? cut : `${cut}=${CRLF}`)))
    .join(CRLF);
}

/** One part with its headers, as it stands between two boundaries. */
function part(one: Part): string {
  return [
    `Content-Type: ${one.type}`,
    ...(one.encoding ? [`Content-Transfer-Encoding: ${one.encoding}`] : []),
    ...(one.more === undefined ? [] : [one.more]),
    '',
    encoded(one),
  ].join(CRLF);
}

/** A multipart with its own boundary. */
export function multipart(kind: string, parts: readonly (Part | string)[], boundary = `b-${kind}`): string {
  const inside = parts.map((one) => `--${boundary}${CRLF}${typeof one === 'string' ? one : part(one)}`);
  return [
    `Content-Type: multipart/${kind}; boundary="${boundary}"`,
    '',
    ...inside,
    `--${boundary}--`,
    '',
  ].join(CRLF);
}

/** A whole mail: its headers, then a part or a multipart. */
export function rawMail(headers: Readonly<Record<string, string>>, body: Part | string): Uint8Array {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  const rest = typeof body === 'string' ? body : part(body);
  return Buffer.from([...lines, 'MIME-Version: 1.0', rest].join(CRLF));
}

/** The lines of a calendar, with CRLF. */
export function ics(...lines: readonly (string | readonly string[])[]): string {
  return [...lines.flat(), ''].join(CRLF);
}
