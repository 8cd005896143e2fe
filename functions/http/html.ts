/** A rendered page as an answer. */
export function html(page: { toString(): string }, status = 200): Response {
  return new Response(page.toString(), {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  });
}

/** Sends a browser on with GET; only ever to a path of this app or to the sign-in page. */
export function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } });
}
