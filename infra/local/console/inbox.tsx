import { type ConsoleView, linkTo } from './console-view.ts';
import { briefly } from './spelled.ts';

/** An address without its domain, where nobody else's begins the same. */
function shortly(address: string, { people }: ConsoleView): string {
  const [local = address] = address.split('@');
  const alike = people.filter((person) => person.address.startsWith(`${local}@`));
  return alike.length === 1 ? local : address;
}

/** The mails newest first, of everybody or of one person. */
export function Inbox({ view }: { view: ConsoleView }) {
  return (
    <section class="stack" aria-labelledby="h-inbox">
      <h2 id="h-inbox">{view.person ? `Mail to ${view.person}` : 'Mail to everybody'}</h2>
      {view.people.length > 0 && (
        <nav class="pills" aria-label="Whose mail">
          <a href="/" aria-current={view.person ? undefined : 'true'}>
            Everybody
          </a>
          {view.people.map(({ address, mails }) => (
            <a
              key={address}
              href={linkTo(view, { person: address })}
              title={address}
              aria-current={view.person === address ? 'true' : undefined}
            >
              {shortly(address, view)} · {mails}
            </a>
          ))}
        </nav>
      )}
      {view.listed.length === 0 && (
        <p class="quiet">
          No mail yet. <a href={view.appUrl}>Write down a conversation</a>, then move the clock.
        </p>
      )}
      {view.listed.length > 0 && (
        <ol class="inbox">
          {view.listed.map((mail) => (
            <li key={mail.id}>
              <a
                href={`${linkTo(view, { mail: mail.id })}#letter`}
                aria-current={view.open?.id === mail.id ? 'true' : undefined}
              >
                <time datetime={mail.at}>
                  {briefly(Date.parse(mail.at), view.tenant.timezone)} ·{' '}
                  {mail.to.map((address) => shortly(address, view)).join(', ')}
                </time>
                <span class="subject" dir="auto">
                  {mail.subject}
                </span>
                <span dir="auto">{mail.firstLine}</span>
              </a>
            </li>
          ))}
        </ol>
      )}
      {view.older > 0 && (
        <p class="small quiet">{view.older} older ones are not listed here; /api/mail has them.</p>
      )}
    </section>
  );
}
