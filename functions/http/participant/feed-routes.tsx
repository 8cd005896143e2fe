import { Hono } from 'hono';
import { ProblemPage } from '../../../templates/pages/problem-page.tsx';
import { fingerprint } from '../../app/hash.ts';
import type { Outside } from '../client.ts';
import { html } from '../html.ts';
import type { Web } from '../manager/manager-context.tsx';
import { expired } from './participant-routes.tsx';

const SUFFIX = '.ics';
// Shorter than any program asks again; long enough that two devices behind one cache cost one reading.
const CACHE_SECONDS = 300;

/** Whether a client says that it has this version already (RFC 9110 §13.1.2: weak comparison, a list, or any). */
function hasAlready(given: string | undefined, tag: string): boolean {
  const known = (given ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''));
  return known.includes(tag) || known.includes('*');
}

/** A person's calendar, for programs that fetch it by themselves. It reads and nothing else. */
export function feedRoutes(web: Web): Hono<Outside> {
  const app = new Hono<Outside>();
  app.get('/:file', async (c) => {
    const file = c.req.param('file');
    const feed = await web.useCases.calendarFeed(file.endsWith(SUFFIX) ? file.slice(0, -SUFFIX.length) : '');
    if ('refused' in feed) return expired(web, c);
    const tag = `"${fingerprint(feed.ok)}"`;
    const headers = { etag: tag, 'cache-control': `private, max-age=${CACHE_SECONDS}` };
    if (hasAlready(c.req.header('if-none-match'), tag)) return new Response(null, { status: 304, headers });
    return new Response(feed.ok, {
      headers: {
        ...headers,
        'content-type': 'text/calendar; charset=utf-8',
        'content-disposition': 'inline; filename="nevertwice.ics"',
      },
    });
  });
  app.all('/:file', () => {
    const answer = html(<ProblemPage frame={web.frame} problem="method" />, 405);
    answer.headers.set('allow', 'GET, HEAD');
    return answer;
  });
  return app;
}
