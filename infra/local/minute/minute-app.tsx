import { readFileSync } from 'node:fs';
import { Hono } from 'hono';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { refuse } from '../console/json-answers.ts';
import { wrongMethod } from '../console/json-api.ts';
import { PAGE_HEADERS } from '../console/page-shell.tsx';
import { EndPage, ScenePage, WaitPage, WhyMailPage } from './minute-page.tsx';
import { type Performance, perform } from './perform.ts';
import type { Snapshot } from './snapshot.ts';
import { PEOPLE, TENANT } from './story.ts';

// A snapshot is a picture: nothing in it loads, runs or is sent.
const SNAPSHOT_HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox",
  'x-content-type-options': 'nosniff',
};
const GO_ON = readFileSync(new URL('./go-on.js', import.meta.url), 'utf8');

const performStory = () => perform(new URL(`../../../${TENANT}`, import.meta.url).pathname);

/** `/demo`: one conversation in sixty seconds, played once on a system of its own when somebody first looks. */
export function minuteRoutes(play: () => Performance = performStory): Hono {
  const app = new Hono();
  let played: Performance | undefined;

  app.get('/', (c) => {
    const asked = c.req.query('scene');
    const at = Number(asked ?? 0);
    // Opened anew, what failed is tried again.
    if (played === undefined || (played.state === 'failed' && asked === undefined)) played = play();
    const now = played;
    const scene = now.scenes[at];
    if (scene)
      return page(
        <ScenePage performance={now} scene={scene} at={at} still={c.req.query('still') !== undefined} />,
      );
    if (now.state === 'over') return page(<EndPage performance={now} />);
    return page(<WaitPage performance={now} at={Number.isInteger(at) ? at : 0} />);
  });
  app.get(
    '/go-on.js',
    () => new Response(GO_ON, { headers: { 'content-type': 'text/javascript; charset=utf-8' } }),
  );
  app.get('/screen/:scene/:who', (c) => {
    const scene = played?.scenes[Number(c.req.param('scene'))];
    const who = c.req.param('who');
    const person = PEOPLE.find(({ key }) => key === who);
    return picture(who === 'desk' ? scene?.desk : person && scene?.phones[person.key]);
  });
  app.get('/mail/:n', (c) => {
    const at = Number(c.req.param('n'));
    return played?.mails[at]
      ? page(<WhyMailPage performance={played} at={at} />)
      : refuse(404, 'There is no such mail.');
  });
  app.get('/mail/:n/letter', (c) => {
    const mail = played?.mails[Number(c.req.param('n'))];
    return picture(mail && { title: mail.subject, html: mail.html });
  });
  app.get('/why/:who', (c) => {
    const person = PEOPLE.find(({ key }) => key === c.req.param('who'));
    return picture(person && played?.why[person.key]);
  });
  app.all('*', () => wrongMethod('GET'));
  return app;
}

function page(content: JSX.Element): Response {
  return new Response(String(content), {
    headers: {
      ...PAGE_HEADERS,
      'content-security-policy': `${PAGE_HEADERS['content-security-policy']}; script-src 'self'; connect-src 'self'`,
      'content-type': 'text/html; charset=utf-8',
    },
  });
}

function picture(snapshot: Snapshot | undefined): Response {
  if (!snapshot) return refuse(404, 'There is nothing to see yet.');
  return new Response(snapshot.html, { headers: SNAPSHOT_HEADERS });
}
