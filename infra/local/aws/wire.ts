import type { IncomingHttpHeaders } from 'node:http';

/** A whole HTTP request as a service got it; `gone` aborts when the client hangs up. */
export type Request = {
  method: string;
  url: string;
  headers: IncomingHttpHeaders;
  body: Uint8Array;
  gone: AbortSignal;
};

export type Reply = { status: number; headers: Record<string, string>; body: string | Uint8Array };

/** The body as JSON, or undefined where it is none. */
export function readJson(request: Pick<Request, 'body'>): unknown {
  try {
    return JSON.parse(Buffer.from(request.body).toString());
  } catch {
    return undefined;
  }
}
