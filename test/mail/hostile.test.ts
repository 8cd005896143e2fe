import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type MailProps, mailSchema } from '../../templates/mail/mail.ts';
import { renderMail } from '../../templates/mail/render-mail.ts';
import { sampleMails } from '../../templates/mail/samples.ts';
import { sectionKinds } from '../../templates/mail/section.ts';
import { skeleton } from './html-facts.ts';
import { expectSameFacts, expectWellFormed } from './invariants.ts';

const typedByPeople = new Set(['words', 'name', 'title', 'topic', 'where', 'address', 'managerName']);

/** The mail as it is when everybody typed this everywhere. */
function typedEverywhere(mail: MailProps, words: string): MailProps {
  const typed = JSON.stringify(mail, (key, value: unknown) =>
    typeof value === 'string' && typedByPeople.has(key) ? words : value,
  );
  return mailSchema.parse(JSON.parse(typed));
}

const hostile: Record<string, string> = {
  script: '<script>alert(1)</script>',
  image: '"><img src=x onerror=alert(1)>',
  'end of everything': '</td></tr></table></div></body></html>--><style>*{display:none}</style>',
  'a header': 'Discounts\r\nBcc: everyone@x.example\r\n\r\n<b>body</b>',
  'a word of 2,000 characters': 'x'.repeat(2000),
  'Japanese without a space': '割引の前に必ず電話してください。'.repeat(20),
  'many lines': 'one\ntwo\n\n  three\n'.repeat(40),
  emoji: '👩🏽‍🚀🏴󠁧󠁢󠁷󠁬󠁳󠁿 '.repeat(20),
  'override characters': 'invoice\u202egpj.exe \u2067\u2066 \u2069\u2069 \u200f',
  'template marks': '{{name}} $\u007bname} <%= name %> %s $& $1',
  'control characters': 'a\u0000b\u0007c\u001b[31md\u0085e\u2028f',
  entities: '&lt;b&gt; &amp;amp; &#x27; &nbsp;',
  Arabic: 'اتصل بي قبل أي خصم',
};

/** One mail of each kind, the one with most in it. */
const fullest = sectionKinds.map((kind) => {
  const ofKind = sampleMails().filter(({ mail }) => mail.sections[0]?.kind === kind);
  return ofKind.reduce((a, b) => (JSON.stringify(b.mail).length > JSON.stringify(a.mail).length ? b : a));
});

describe.each(Object.entries(hostile))('%s', (_, words) => {
  const asLong = 'x'.repeat(Buffer.byteLength(words));

  test.each(fullest)('stays words in $name', ({ mail }) => {
    const rendered = renderMail(typedEverywhere(mail, words));
    const harmless = renderMail(typedEverywhere(mail, asLong));
    expect(skeleton(rendered.html)).toEqual(skeleton(harmless.html));
    expectWellFormed(rendered);
    expectSameFacts(rendered);
    expect(`${rendered.subject}${rendered.html}${rendered.text}`).not.toMatch(/[\u202a-\u202e\u2066\u2067]/u);
  });
});

test('no words at all can change how a mail is built', () => {
  const [sample] = sampleMails();
  const harmless = sample && renderMail(typedEverywhere(sample.mail, 'x'));
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 300 }), (words) => {
      if (sample === undefined) return false;
      const rendered = renderMail(typedEverywhere(sample.mail, words));
      expectWellFormed(rendered);
      expect(skeleton(rendered.html)).toEqual(skeleton(harmless?.html ?? ''));
    }),
    { numRuns: 150 },
  );
});

test('line breaks are kept, in html and in text', () => {
  const [sample] = sampleMails();
  const { html, text } = renderMail(
    typedEverywhere(sample?.mail ?? mailSchema.parse({}), 'Scan it.\nThen sign.'),
  );
  expect(html).toContain('“Scan it.<br/>Then sign.”');
  expect(text).toContain('“Scan it.\nThen sign.”');
});

test('an address that is not one is refused, not put into a link', () => {
  const [sample] = sampleMails();
  const links = (page: string) => ({ ...sample?.mail, links: { ...sample?.mail.links, page } });
  expect(mailSchema.safeParse(links('javascript:alert(1)')).success).toBe(false);
  expect(mailSchema.safeParse(links('https://x.example/"onclick=1')).success).toBe(false);
  expect(mailSchema.safeParse(links('https://x.example/ Bcc:')).success).toBe(false);
  expect(mailSchema.parse(links('https://x.example/\r\nBcc:')).links.page).toBe('https://x.example/Bcc:');
  expect(mailSchema.safeParse(links('http://127.0.0.1:8080/p/abc')).success).toBe(true);
});
