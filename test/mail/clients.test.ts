import { expect, test } from 'vitest';
import type { MailProps } from '../../templates/mail/mail.ts';
import { renderMail } from '../../templates/mail/render-mail.ts';
import { sampleMails } from '../../templates/mail/samples.ts';
import { sectionKinds } from '../../templates/mail/section.ts';
import { type Allowance, allowances } from './client-allowances.ts';
import { clientIssues, type Issue } from './client-issues.ts';
import { forty } from './forty.ts';

const samples = sampleMails();
const [first] = samples;
if (first === undefined) throw new Error('no samples');
const logo = { url: 'https://northwind.example/logo.png', alt: 'Northwind', width: 140, height: 40 };

/** Everything in one mail: a section of each kind. */
const everything: MailProps = {
  ...first.mail,
  sections: sectionKinds.flatMap(
    (kind) => samples.find(({ mail }) => mail.sections[0]?.kind === kind)?.mail.sections ?? [],
  ),
};

const mails = [
  ...samples,
  { name: 'everything', mail: everything },
  { name: 'the largest', mail: forty('割引の前に必ず電話'.repeat(220)) },
  { name: 'with a logo', mail: { ...first.mail, tenant: { ...first.mail.tenant, logo } } },
].map(({ name, mail }) => ({ name, html: renderMail(mail).html }));

const isAllowed = (issue: Issue, { features, on, in: clients }: Allowance) =>
  features.includes(issue.feature) && on.test(issue.where) && clients.test(issue.client);

const refused = (found: readonly Issue[]) =>
  found.filter((issue) => !allowances.some((allowance) => isAllowed(issue, allowance)));

test('no mail depends on what Gmail, Outlook or Apple Mail cannot draw', () => {
  expect(refused(clientIssues(mails))).toEqual([]);
});

test('every allowance is made use of', () => {
  const found = clientIssues(mails);
  const idle = allowances.flatMap((allowance) =>
    allowance.features
      .filter((feature) => !found.some((issue) => isAllowed(issue, { ...allowance, features: [feature] })))
      .map((feature) => `${feature}: ${allowance.why}`),
  );
  expect(idle).toEqual([]);
});

const canary = (html: string) => refused(clientIssues([{ name: 'canary', html }]));

test.each([
  ['a grid', '<div style="display:grid"></div>', 'display:grid', 'outlook.windows'],
  ['a flexible box', '<td style="display:flex"></td>', 'display:flex', 'outlook.windows'],
  ['room inside a paragraph', '<p style="padding:8px">x</p>', 'padding', 'outlook.windows'],
  ['an inline block', '<a class="link" style="display:inline-block">x</a>', 'display', 'outlook.windows'],
  ['a picture behind', '<p style="background:url(x.png)">x</p>', 'background', 'outlook.windows'],
  ['a grid in a style sheet', '<style>.x { display: grid; }</style>', 'display:grid', 'outlook.windows'],
  ['room for Word', '<i><!--[if mso]><p style="padding:8px"><![endif]-->', 'padding', 'outlook.windows'],
  ['another line', '<a style="text-decoration-line:none">x</a>', 'text-decoration-line', 'outlook.windows'],
  ['a font', '<style>@font-face { font-family: X; }</style>', '@font-face', 'gmail.desktop-webmail'],
  ['a position', '<div style="position:sticky">x</div>', 'position', 'outlook.windows'],
  ['a picture of a new kind', '<img src="https://x.example/x.avif">', 'AVIF image format', 'outlook.windows'],
])('%s would be found', (_what, html, feature, client) => {
  expect(canary(html)).toContainEqual(expect.objectContaining({ feature, client, mail: 'canary' }));
});

/** What the reasons rest on, where a program knows some values of a property and not others. */
const VALUES: readonly [property: string, values: RegExp][] = [
  ['font-size', /^(?:0|\d+px)$/u],
  ['line-height', /^\d+px$/u],
  ['font-weight', /^(?:400|700)$/u],
  ['display', /^(?:none|block)$/u],
  ['margin', /^(?:0|0 auto)$/u],
  ['background-color', /^#[\da-f]{6}$/u],
  ['background', /^never$/u],
  ['border', /^(?:none|2px solid #[\da-f]{6})$/u],
  ['border-top', /^[12]px solid #[\da-f]{6}$/u],
  ['text-decoration', /^(?:none|underline)$/u],
];

test.each(VALUES)('%s has only values that every program knows', (property, values) => {
  const found = mails.flatMap(({ html }) =>
    [...html.matchAll(/\bstyle="([^"]*)"/gu)].flatMap(([, style = '']) =>
      style.split(';').flatMap((one) => {
        const [name, value = ''] = one.split(':');
        return name?.trim() === property && !values.test(value.trim()) ? [value] : [];
      }),
    ),
  );
  expect(found).toEqual([]);
});
