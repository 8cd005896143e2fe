export const BODY_LIMIT = 256 * 1024;

export type ReadBody = { text: string } | { problem: 'too-large' | 'not-text' };

/** A request's body as UTF-8 text; refused above 256 KB (bytes, as sent) or when it is not UTF-8. */
export async function readBody(request: Request): Promise<ReadBody> {
  if (Number(request.headers.get('content-length') ?? 0) > BODY_LIMIT) return { problem: 'too-large' };
  const bytes = await request.arrayBuffer();
  if (bytes.byteLength > BODY_LIMIT) return { problem: 'too-large' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch (problem) {
    if (problem instanceof TypeError) return { problem: 'not-text' };
    throw problem;
  }
}

/** Whether a request says that its body is of a media type, whatever parameters stand behind it. */
export function hasType(request: Request, type: string): boolean {
  const [given = ''] = (request.headers.get('content-type') ?? '').split(';');
  return given.trim().toLowerCase() === type;
}
