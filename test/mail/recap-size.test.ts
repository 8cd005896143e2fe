import { expect, test } from 'vitest';
import { renderMail } from '../../templates/mail/render-mail.ts';
import { forty } from './forty.ts';
import { bare, hrefs } from './html-facts.ts';
import { expectSameFacts, expectWellFormed } from './invariants.ts';

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
