import { describe, expect, test } from 'vitest';
import { renderMail } from '../../templates/mail/render-mail.ts';
import { sampleMails } from '../../templates/mail/samples.ts';
import { sectionKinds } from '../../templates/mail/section.ts';
import { columns } from '../../templates/parts/wrap.ts';
import { hrefs } from './html-facts.ts';
import { expectSameFacts, expectWellFormed } from './invariants.ts';

const samples = sampleMails();

test('every kind of section has a sample', () => {
  expect(new Set(samples.map(({ mail }) => mail.sections[0]?.kind))).toEqual(new Set(sectionKinds));
});

describe.each(samples)('$name', ({ mail }) => {
  const rendered = renderMail(mail);
  const { subject, html, text } = rendered;

  test('is a well-formed mail', () => {
    expectWellFormed(rendered);
  });

  test('says in text all that it says in html', () => {
    expectSameFacts(rendered);
  });

  test('leaves nothing unfilled', () => {
    expect(`${subject}\n${html}\n${text}`).not.toMatch(
      /\bundefined\b|\bnull\b|NaN|\[object|Invalid Date|=>/u,
    );
  });

  test('wraps its text at 72 columns, but for links', () => {
    const tooLong = text.split('\n').filter((line) => columns(line) > 72 && !line.includes('http'));
    expect(tooLong).toEqual([]);
  });

  test('opens with its first line', () => {
    const preheader = /<div style="display:none[^>]*>([^<]*)</u.exec(html)?.[1] ?? '';
    expect(preheader.length).toBeGreaterThan(10);
  });

  test('needs no network: no image, no script, nothing to load', () => {
    expect(html).not.toMatch(/<(?:img|script|link|iframe|object|form|input)\b|url\(|@import|@font-face/iu);
    expect(hrefs(html).every((href) => href.startsWith('https://talks.northwind.example/'))).toBe(true);
  });
});

const civil = samples.filter(({ name }) => !/hostile|with a note/u.test(name));

test.each(civil)('$name keeps to the voice', ({ mail }) => {
  const { subject, text } = renderMail(mail);
  const words = `${subject}\n${text.replace(/https?:\S+/gu, '')}`;
  expect(words).not.toMatch(/!/u);
  expect(words).not.toMatch(/\b(?:he|she|his|her|him|hers|please note|meeting|todo|task|deadline)\b/iu);
  expect(words).not.toMatch(
    /\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\b\d{1,2}[/.]\d{1,2}\b|\b\d{1,2}(?::\d\d)? ?[ap]m\b/iu,
  );
  expect(words).not.toMatch(/[a-z,.] {2,}[a-z]|\s[,.;]|,,|\.\.|^\s*[,.;]/gmu);
});
