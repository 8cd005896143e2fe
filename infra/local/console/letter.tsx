import { type ConsoleView, linkTo } from './console-view.ts';
import { spelled } from './spelled.ts';

/** One mail as the person sees it. */
export function Letter({ view }: { view: ConsoleView }) {
  const mail = view.open;
  if (!mail) return <section id="letter" aria-label="The mail" />;
  const link = (as?: string) => `${linkTo(view, { mail: mail.id, ...(as ? { as } : {}) })}#letter`;
  return (
    <section id="letter" class="letter stack" aria-labelledby="h-letter">
      <h2 id="h-letter" dir="auto">
        {mail.subject}
      </h2>
      <dl>
        <dt>To</dt>
        <dd>{mail.to.join(', ')}</dd>
        <dt>From</dt>
        <dd>{mail.from}</dd>
        <dt>Sent</dt>
        <dd>
          <time datetime={mail.at}>{spelled(Date.parse(mail.at), view.tenant.timezone)}</time>
        </dd>
        <dt>Kind</dt>
        <dd>{mail.tags.kind ?? 'not said'}</dd>
      </dl>
      <div class="row apart">
        <nav class="pills" aria-label="How to show it">
          <a href={link()} aria-current={view.asText ? undefined : 'true'}>
            As a mail
          </a>
          <a href={link('text')} aria-current={view.asText ? 'true' : undefined}>
            As text
          </a>
        </nav>
        <a class="small" href={`/api/mail/${encodeURIComponent(mail.id)}.eml`} download={`${mail.id}.eml`}>
          Save as .eml
        </a>
      </div>
      {view.asText || mail.html === '' ? (
        <pre dir="auto">{withLinks(mail.text)}</pre>
      ) : (
        <iframe
          title={`The mail “${mail.subject}”`}
          src={`/mail/${encodeURIComponent(mail.id)}`}
          sandbox="allow-popups allow-popups-to-escape-sandbox"
        />
      )}
      {mail.calendar.map((entry) => (
        <details class="fold" key={entry.name}>
          <summary>
            Calendar entry <span>{entry.method}</span>
          </summary>
          <pre class="small">{entry.text}</pre>
        </details>
      ))}
    </section>
  );
}

function withLinks(text: string) {
  return text.split(/(https?:\/\/[^\s<>")]+)/).map((piece, n) =>
    n % 2 === 1 ? (
      <a key={piece} href={piece} target="_blank" rel="noreferrer">
        {piece}
      </a>
    ) : (
      piece
    ),
  );
}
