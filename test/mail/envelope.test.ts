import { expect, test } from 'vitest';
import { type MailProps, mailSchema } from '../../templates/mail/mail.ts';
import { renderMail } from '../../templates/mail/render-mail.ts';
import { sampleMails } from '../../templates/mail/samples.ts';
import { bare } from './html-facts.ts';

const named = (name: string): MailProps => {
  const found = sampleMails().find((sample) => sample.name === name);
  if (found === undefined) throw new Error(`no sample called ${name}`);
  return found.mail;
};
const recap = named('recap: Bill, one commitment');
const told = (text: string, sentence: string) => expect(bare(text)).toContain(bare(sentence));

test('a logo is there only if the tenant has one, with its words and its size', () => {
  const logo = { url: 'https://northwind.example/logo.png', alt: 'Northwind', width: 140, height: 40 };
  const { html } = renderMail({ ...recap, tenant: { ...recap.tenant, logo } });
  expect(html).toMatch(/<img [^>]*alt="Northwind"/u);
  expect(html).toMatch(/<img [^>]*width="140"/u);
  expect(renderMail(recap).html).not.toContain('<img');
});

test('the tenant’s colour is on what can be pressed, and its dark form in the style sheet', () => {
  const { html } = renderMail({ ...recap, tenant: { name: 'Sol', colour: '#FFF9C4' } });
  expect(html).not.toMatch(/style="[^"]*#fff9c4/iu);
  expect(html).toMatch(/class="acc" style="background-color:#[0-9a-f]{6}/u);
  expect(html).toContain('prefers-color-scheme: dark');
  expect(html).toContain('[data-ogsc]');
});

test('without short words for it the topic is the title, as typed', () => {
  const mail = { ...recap, conversation: { ...recap.conversation, topic: undefined } };
  expect(renderMail(mail).subject).toBe('What we agreed: Discounts given away without asking');
  const check = { ...named('due-check: at due'), conversation: mail.conversation };
  told(renderMail(check).text, 'About “Discounts given away without asking”, with Dana Johnson');
});

test('a language without a catalogue reads English, and says so to screen readers', () => {
  expect(renderMail({ ...recap, language: 'nl-NL' }).html).toMatch(/<html[^>]* lang="en"/u);
});

test('the footer says who reads, who sees, when it is erased, why it came and how to get less', () => {
  const { text } = renderMail(recap);
  told(text, 'Answer this mail and Dana reads it. Dana sees your answers; Mei-Ling sees what is agreed.');
  told(text, 'Erased 90 days after it closes.');
  expect(text).toContain('Why did I get this? https://talks.northwind.example/p/9hK3vQ2mXc/why');
  expect(text).toContain('Fewer mails https://talks.northwind.example/u/9hK3vQ2mXc');
});

test('a mail about one person’s miss says that nobody else has it', () => {
  const footer = { ...recap.footer, privateTo: [{ name: 'Dana' }] };
  const { text } = renderMail({ ...named('consequence: owner'), footer });
  told(text, 'Only you and Dana see this one.');
  expect(text).not.toContain('sees what is agreed');
});

test('where nobody reads an answer, the mail says so', () => {
  const { text } = renderMail(named('recap: Dana, the manager'));
  told(text, 'Nobody reads an answer to this mail; the links are for that.');
  expect(text).toContain('https://talks.northwind.example/conversations/4f1c');
});

test('Outlook gets its 600 pixels, and every condition is closed', () => {
  const { html } = renderMail(recap);
  expect(html).toContain('width="600"');
  expect(html.match(/<!--\[if mso\]>/gu)).toHaveLength(html.match(/<!\[endif\]-->/gu)?.length ?? 0);
});

test('says how it is encoded before anything typed, and shows the lead, not the logo, in a list of mails', () => {
  const logo = { url: 'https://northwind.example/logo.png', alt: 'Northwind', width: 140, height: 40 };
  const { html } = renderMail({ ...recap, tenant: { ...recap.tenant, logo } });
  expect(html).toMatch(/<head><meta content="text\/html; charset=UTF-8" http-equiv="Content-Type"\/>/u);
  expect(html).toContain('<meta name="x-apple-disable-message-reformatting"/>');
  expect(html).toMatch(
    /<body [^>]*><table [^>]*role="presentation"[^>]*><tbody><tr><td [^>]*><div [^>]*>Bill, you/u,
  );
});

test('its style sheets are css, without a character reference', () => {
  const { html } = renderMail(recap);
  const sheets = [...html.matchAll(/<style>(.*?)<\/style>/gsu)].map(([, sheet]) => sheet ?? '');
  expect(sheets).toHaveLength(4);
  expect(sheets.join('')).not.toContain('&');
});

test('a mail has a section, and a colour is a colour', () => {
  expect(mailSchema.safeParse({ ...recap, sections: [] }).success).toBe(false);
  const tenant = { name: 'X', colour: 'red;}body{display:none' };
  expect(mailSchema.safeParse({ ...recap, tenant }).success).toBe(false);
});

test('a page address that has a query already gets the answer added to it', () => {
  const links = { ...recap.links, page: 'https://talks.northwind.example/p?t=abc' };
  expect(renderMail({ ...recap, links }).text).toContain('/p?t=abc&answer=agree&commitment=c1');
});
