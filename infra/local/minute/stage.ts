import { ClearError } from '../clear-error.ts';
import type { ChildSystem } from '../demo/child-system.ts';
import { createClient } from '../demo/client.ts';
import { createInbox, linkFor, type ReadMail } from '../demo/inbox.ts';
import { hiddenFields, openDesk } from './desk.ts';
import type { Snapshot } from './snapshot.ts';
import { FORM, MANAGER, PEOPLE, type PersonKey } from './story.ts';

const NEW = '/conversations/new';

export type Stage = ReturnType<typeof setStage>;

/** Everything the story's people do on a running system, and what their screens show. */
export function setStage(system: ChildSystem) {
  const client = createClient(system, MANAGER.email);
  const readMails = createInbox(client);
  const browser = openDesk(system.appUrl);
  const phones: Partial<Record<PersonKey, Snapshot>> = {};
  let desk: Snapshot = { title: '', html: '' };
  let deskPath: string | undefined;
  let hidden: Record<string, string> = {};
  let conversation = '';
  let seen = 0;

  const look = async (path: string, fields?: Record<string, string>) => {
    const page = await browser.see(path, fields);
    desk = page.seen;
    // What a form answered is not asked for again.
    deskPath = fields ? undefined : page.path;
    return page.path;
  };
  const linkOf = (mails: readonly ReadMail[], who: PersonKey) => {
    const email = PEOPLE.find(({ key }) => key === who)?.email ?? '';
    const link = linkFor(mails, email);
    if (link === undefined) throw new ClearError(`${who} has no mail with a link`);
    return link;
  };

  return {
    client,
    async look(path: string): Promise<void> {
      await look(path);
    },
    holdCheckIn: async () => {
      await look(`/conversations/${conversation}/check-in`);
    },
    /** Time has passed: the page on the desk as it reads now. */
    async lookAgain(): Promise<void> {
      if (deskPath !== undefined) await look(deskPath);
    },
    signIn: () => browser.signIn(MANAGER.email),
    async fillInForm() {
      hidden = hiddenFields((await browser.go(NEW)).page, ['token', 'key']);
      await look(NEW, { ...FORM, ...hidden, look: 'yes' });
    },
    async send() {
      const to = await look(NEW, { ...FORM, ...hidden, send: 'now' });
      conversation = /^\/conversations\/([a-z2-7]+)/.exec(to)?.[1] ?? '';
      deskPath = `/conversations/${conversation}`;
    },
    async command(command: Record<string, unknown>) {
      const done = await client.command(conversation, command);
      if ('errors' in done) throw new ClearError(done.errors.map(({ message }) => message).join(' '));
      await look(`/conversations/${conversation}`);
    },
    /** Answers on a person's own page; their phone shows what the page says then. */
    async answer(who: PersonKey, fields: Record<string, string>) {
      const link = linkOf(await readMails(), who);
      phones[who] = (await browser.see(link, fields)).seen;
    },
    async lookAtCheckIn() {
      await look(`/conversations/${conversation}/check-in`);
    },
    /** Mails that came since this was asked last, in their order; each one's newest stands on the phone. */
    async newMails(): Promise<ReadMail[]> {
      const mails = await readMails();
      const fresh = mails.slice(seen);
      seen = mails.length;
      for (const { key, email } of PEOPLE) {
        const theirs = fresh.filter((mail) => mail.to.includes(email));
        // A calendar puts its entries away by itself; what a person reads is the mail beside them.
        const newest = theirs.findLast((mail) => mail.calendar.length === 0) ?? theirs.at(-1);
        if (newest) phones[key] = { title: newest.subject, html: newest.html };
      }
      return fresh;
    },
    screens: () => ({ desk, phones: { ...phones } }),
    /** "Why did I get this?", as the link in that person's mails answers it. */
    why: async (who: PersonKey): Promise<Snapshot> =>
      (await browser.see(`${linkOf(await readMails(), who)}/why`)).seen,
  };
}
