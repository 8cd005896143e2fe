import { expect, test } from 'vitest';
import type { MailProps } from '../../templates/mail/mail.ts';
import { renderMail } from '../../templates/mail/render-mail.ts';
import { sampleMails } from '../../templates/mail/samples.ts';
import { bare, hrefs } from './html-facts.ts';
import { expectSameFacts, expectWellFormed } from './invariants.ts';

/** Bill's recap with forty commitments of Bill's, every text of them these words and a number. */
function forty(words: string): MailProps {
  const mail = sampleMails()[0]?.mail;
  const [recap] = mail?.sections ?? [];
  if (mail === undefined || recap?.kind !== 'recap') throw new Error('no recap');
  const [one] = recap.own;
  if (one === undefined) throw new Error('no commitment');
  const own = Array.from({ length: 40 }, (_, i) => ({
    ...one,
    ref: `c${i}`,
    action: { ...one.action, words: `${words} ${i}` },
    evidence: { ...one.action, words },
    consequence: { state: 'proposed' as const, words, by: one.action.by },
    celebration: { ...one.action, words },
  }));
  return { ...mail, sections: [{ ...recap, own }] };
}

test('forty commitments in everyday words are all there, uncut, each with its own link', () => {
  const rendered = renderMail(
    forty('Call me before any discount over 15%, weekends included, and note it in the sheet'),
  );
  expectWellFormed(rendered);
  expectSameFacts(rendered);
  expect(rendered.html).not.toMatch(/shortened|…/u);
  expect(hrefs(rendered.html).filter((href) => /[?&]commitment=c\d+$/u.test(href))).toHaveLength(40);
});

test.each([
  ['two thousand letters', 'The quick brown fox jumps. '.repeat(74)],
  ['two thousand Japanese characters', '割引の前に必ず電話'.repeat(220)],
])(
  'forty commitments with %s in each text: html short and with the way to all of it, text whole',
  (_, words) => {
    const rendered = renderMail(forty(words.trim()));
    expectWellFormed(rendered);
    expect(rendered.html.replaceAll('\n', ' ')).toContain('Long texts are shortened here.');
    expect(bare(rendered.text).split(bare(words)).length - 1).toBe(160);
  },
);
