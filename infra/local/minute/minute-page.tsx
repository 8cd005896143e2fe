import { readFileSync } from 'node:fs';
import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { PageShell } from '../console/page-shell.tsx';
import { spelled } from '../console/spelled.ts';
import type { Performance, Scene } from './perform.ts';
import { PEOPLE, ZONE } from './story.ts';

const css = readFileSync(new URL('./minute.css', import.meta.url), 'utf8');
const COLOUR = '#7a2e3a';
/** How long a scene stands: all of them together take about a minute. */
const SECONDS = 3.5;

function Frame(props: { title: string; children: Child; next?: string | undefined }) {
  return (
    <PageShell title={props.title} colour={COLOUR} style={css}>
      <main id="main" class="minute" data-next={props.next} data-seconds={props.next && SECONDS}>
        {props.children}
      </main>
      {props.next && <script src="/demo/go-on.js" />}
    </PageShell>
  );
}

type ScreenProps = {
  of: string;
  kind: 'desk' | 'phone' | 'letter';
  /** What it shows, for whoever cannot see it; undefined while it shows nothing. */
  title: string | undefined;
  src: string;
  changed?: boolean;
};

function Screen({ of, kind, title, src, changed = false }: ScreenProps) {
  return (
    <figure class={`screen ${kind}${changed ? ' changed' : ''}`}>
      <figcaption>{of}</figcaption>
      <div class="glass">
        {title === undefined ? (
          <p class="dark">Nothing yet</p>
        ) : (
          <iframe title={`${of}: ${title}`} src={src} sandbox="" />
        )}
      </div>
    </figure>
  );
}

function Steps({ at, count, still }: { at: number; count: number; still: boolean }) {
  const to = (scene: number, stand: boolean) => `/demo?scene=${scene}${stand ? '&still=1' : ''}`;
  return (
    <nav class="steps" aria-label="The story">
      {at > 0 && <a href={to(at - 1, true)}>Back</a>}
      <a class="first" href={to(at, !still)}>
        {still ? 'Go on' : 'Stop here'}
      </a>
      {at < count && <a href={to(at + 1, still)}>Next</a>}
      <a href="/">The console</a>
    </nav>
  );
}

/** One scene: the clock on top, the manager's screen on the left, three phones on the right. */
export function ScenePage(props: { performance: Performance; scene: Scene; at: number; still: boolean }) {
  const { performance, scene, at, still } = props;
  const count = performance.scenes.length;
  return (
    <Frame title="One minute" next={still ? undefined : `/demo?scene=${at + 1}`}>
      <header class="row apart">
        <p class="now">
          <time datetime={new Date(scene.at).toISOString()}>{spelled(scene.at, ZONE)}</time>
        </p>
        <p>{scene.mails === 1 ? '1 mail' : `${scene.mails} mails`}, 0 chasing</p>
      </header>
      <h1 class="says">{scene.says}</h1>
      <Steps at={at} count={count} still={still} />
      <div class="theatre">
        <Screen
          of="Dana’s desk"
          kind="desk"
          title={scene.desk.title || undefined}
          src={`/demo/screen/${at}/desk`}
          changed={scene.changed.includes('desk')}
        />
        <div class="phones">
          {PEOPLE.map(({ key, name }) => (
            <Screen
              key={key}
              of={name}
              kind="phone"
              title={scene.phones[key]?.title}
              src={`/demo/screen/${at}/${key}`}
              changed={scene.changed.includes(key)}
            />
          ))}
        </div>
      </div>
    </Frame>
  );
}

/** How it ends: what it took, and every mail with why it came. */
export function EndPage({ performance }: { performance: Performance }) {
  const { mails, scenes } = performance;
  return (
    <Frame title="One minute">
      <header>
        <h1>{`${mails.length} mails, 0 chasing.`}</h1>
        <p>Dana filled in one form. Nobody had to remember, ask or remind.</p>
      </header>
      <nav class="steps" aria-label="The story">
        <a class="first" href="/demo?scene=0">
          See it again
        </a>
        <a href={`/demo?scene=${scenes.length - 1}&still=1`}>Back</a>
        <a href="/">Try it yourself</a>
      </nav>
      <section aria-labelledby="h-mails">
        <h2 id="h-mails">Why did I get this?</h2>
        <ol class="told">
          {mails.map((mail, n) => (
            <li key={mail.id}>
              <span class="small quiet">
                {spelled(Date.parse(mail.at), ZONE)},{' '}
                {PEOPLE.find(({ email }) => mail.to.includes(email))?.name}
              </span>
              <br />
              <a href={`/demo/mail/${n}`}>{mail.subject}</a>
            </li>
          ))}
        </ol>
      </section>
    </Frame>
  );
}

/** One mail of the story beside the answer to "why did I get this?". */
export function WhyMailPage({ performance, at }: { performance: Performance; at: number }) {
  const mail = performance.mails[at];
  const person = PEOPLE.find(({ email }) => mail?.to.includes(email));
  return (
    <Frame title={mail?.subject ?? ''}>
      <header>
        <h1 dir="auto">{mail?.subject}</h1>
        <p>
          {person?.name}, {mail && spelled(Date.parse(mail.at), ZONE)}.{' '}
          <a href={`/demo?scene=${performance.scenes.length}`}>All mails</a>
        </p>
      </header>
      <div class="theatre">
        <Screen of="The mail" kind="letter" title={mail?.subject} src={`/demo/mail/${at}/letter`} />
        <Screen
          of={`Why did I get this? As ${person?.name} reads it`}
          kind="letter"
          title="Why did I get this?"
          src={`/demo/why/${person?.key}`}
        />
      </div>
    </Frame>
  );
}

/** While the stage is being set, and when that went wrong. */
export function WaitPage({ performance, at }: { performance: Performance; at: number }) {
  const failed = performance.state === 'failed';
  return (
    <Frame title="One minute" next={failed ? undefined : `/demo?scene=${at}`}>
      <h1>{failed ? 'The story could not be played.' : 'The stage is being set…'}</h1>
      <p>{failed ? performance.problem : 'A system of its own starts for this; it takes a few seconds.'}</p>
      {!failed && raw('<noscript><p><a href="/demo">Look again</a></p></noscript>')}
      <p>
        <a href="/">The console</a>
      </p>
    </Frame>
  );
}
