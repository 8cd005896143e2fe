import { describe, expect, test } from 'vitest';
import type { MailProps } from '../../templates/mail/mail.ts';
import { renderMail } from '../../templates/mail/render-mail.ts';
import { sampleMails } from '../../templates/mail/samples.ts';
import { sectionKinds } from '../../templates/mail/section.ts';
import { bare } from './html-facts.ts';
import { expectSameFacts, expectWellFormed } from './invariants.ts';

const samples = sampleMails();
const ofKind = (kind: string): MailProps => {
  const found = samples.find(({ mail }) => mail.sections[0]?.kind === kind);
  if (found === undefined) throw new Error(`no sample of ${kind}`);
  return found.mail;
};

/** Both sections, put together in the wrong order, around the first one's reader. */
const together = (one: MailProps, other: MailProps): MailProps => ({
  ...one,
  sections: [...other.sections, ...one.sections],
});

describe.each(sectionKinds)('%s with', (kind) => {
  test.each(sectionKinds)('%s is one mail', (other) => {
    const rendered = renderMail(together(ofKind(kind), ofKind(other)));
    expectWellFormed(rendered);
    expectSameFacts(rendered);
    const first = sectionKinds.indexOf(kind) <= sectionKinds.indexOf(other) ? kind : other;
    const alone = renderMail({ ...ofKind(kind), sections: ofKind(first).sections });
    const stem = alone.subject.slice(0, 30).replace(/[…”]*$/u, '');
    expect(rendered.subject.startsWith(stem)).toBe(true);
    expect(rendered.subject.endsWith(' (and 1 more)')).toBe(true);
    expect(rendered.html.match(/<h1\b/gu)).toHaveLength(1);
  });
});

test('two of a kind share their title, each with its own words and answers', () => {
  const mail = ofKind('due-check');
  const [section] = mail.sections;
  if (section?.kind !== 'due-check') throw new Error('no due check');
  const second = {
    ...section,
    commitment: {
      ...section.commitment,
      ref: 'c9',
      action: { ...section.commitment.action, words: 'The second' },
    },
  };
  const { subject, html, text } = renderMail({ ...mail, sections: [section, second] });
  expect(subject).toBe('Done, or not yet? (and 1 more)');
  expect(text.match(/Done, or not yet\?/gu)).toHaveLength(1);
  expect(html).toContain('commitment=c9&amp;kept=yes');
  expect(bare(text)).toContain(bare('“The second”'));
});
