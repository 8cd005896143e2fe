import { expect } from 'vitest';
import type { RenderedMail } from '../../templates/mail/render-mail.ts';
import { bare, hrefs, textNodes } from './html-facts.ts';

const octets = (line: string) => Buffer.byteLength(line);

/** What holds for every mail, whatever was typed into it. */
export function expectWellFormed({ subject, html, text }: RenderedMail): void {
  expect(subject).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
  expect(subject.length).toBeGreaterThan(0);
  expect(subject.length).toBeLessThanOrEqual(78);
  const longest = Math.max(...`${html}\n${text}`.split('\n').map(octets));
  expect(longest).toBeLessThanOrEqual(998);
  expect(octets(html)).toBeLessThanOrEqual(90_000);
  expect(html).toMatch(/^<!doctype html>\n<html[^>]* lang="en"/u);
  expect(html).toMatch(/<html[^>]* dir="ltr"/u);
}

/** Said in html only, where long texts are cut in it to keep it from being clipped. */
const htmlOnly = /^Long texts are shortened here|^your page$/u;

/** The text carries every word and every address of the html; words that the html cuts stand in it whole. */
export function expectSameFacts({ html, text }: RenderedMail): void {
  const inText = bare(text);
  const isTold = (node: string) =>
    inText.includes(bare(node.replace(/…”?$/u, ''))) || htmlOnly.test(node.trim());
  expect(textNodes(html).filter((node) => !isTold(node))).toEqual([]);
  expect(hrefs(html).filter((href) => !text.includes(href))).toEqual([]);
  expect(hrefs(html).length).toBeGreaterThan(0);
}
