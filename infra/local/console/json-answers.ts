import type * as z from 'zod';

/** Errors in the shape that the app's own API has. */
export function refuse(status: number, message: string, path = '', headers: HeadersInit = {}): Response {
  return Response.json({ errors: [{ path, message }] }, { status, headers });
}

export function refuseAll(error: z.ZodError): Response {
  const errors = error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }));
  return Response.json({ errors }, { status: 400 });
}

/** The JSON of a request, whatever its content type; undefined when it is none. */
export async function bodyOf(request: Request): Promise<{ json: unknown } | undefined> {
  try {
    return { json: await request.json() };
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
