import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { Accents } from '../parts/accent.ts';
import type { Phrase } from '../parts/phrase.ts';
import { fonts, light, onAccent } from '../parts/tokens.ts';
import { blockHtml, Cell, font, Rows, Rule, type SectionDrawing } from './block-html.tsx';
import { foldLines } from './fold-lines.ts';
import type { Frame } from './frame.ts';
import { linked, phraseHtml, row } from './phrase-html.tsx';
import { outlookBox, outlookHead, styleSheets } from './style-sheet.ts';
import type { View } from './view.ts';

function titleRow(view: View, first: boolean, drawing: SectionDrawing): Child {
  const Heading = first ? 'h1' : 'h2';
  const style = first ? `${font('title', light.ink)};letter-spacing:-0.4px` : font('aloud', light.ink);
  return (
    <tr>
      <td style="padding:0 0 12px">
        <Heading class="ink" style={`${style};margin:0;font-weight:700`}>
          {phraseHtml(view.title, drawing)}
        </Heading>
      </td>
    </tr>
  );
}

/** A lead is grey and even; what is strong further down is not in it. */
const evenly = (phrase: Phrase): Phrase => phrase.flatMap((one) => (one.is === 'strong' ? one.of : [one]));

/** One section; `repeated`: its title and lead stand above it already, because it is one more of the same. */
function sectionRows(view: View, nth: number, repeated: boolean, drawing: SectionDrawing): Child {
  const lead = (
    <Cell class="ink2" style={`${font('lead', light.ink2)};padding:0 0 28px`}>
      {phraseHtml(evenly(view.lead), drawing)}
    </Cell>
  );
  const top = (view.top ?? []).map((block) => blockHtml(block, drawing));
  const blocks = view.blocks.map((block) => blockHtml(block, drawing));
  if (repeated) return row(<Rule top={8} />, top, blocks);
  if (nth === 0) return row(titleRow(view, true, drawing), lead, top, <Rule strong top={0} />, blocks);
  return row(<Rule strong top={24} />, titleRow(view, false, drawing), lead, top, blocks);
}

function footerRows(frame: Frame, drawing: SectionDrawing): Child {
  const lines = frame.footer.map((line) => row(phraseHtml(line, drawing), <br />));
  const links = frame.footerLinks.map(({ label, to }, i) =>
    row(i === 0 ? null : ' \u00a0 ', linked(to, phraseHtml(label, drawing), drawing)),
  );
  return row(
    <Rule top={8} />,
    <Cell class="ink2" style={font('small', light.ink2)}>
      {lines}
      {links}
    </Cell>,
  );
}

function logoRow(logo: Frame['logo']): Child {
  if (logo === undefined) return null;
  return (
    <Cell class="ink2" style="padding:0 0 20px">
      <img src={logo.url} alt={logo.alt} width={logo.width} height={logo.height} style="display:block" />
    </Cell>
  );
}

/** Each sheet as it is: inside of <style> nothing is escaped. Without the Apple line, Mail on iOS scales as it likes. */
function Head({ subject, dark }: { subject: string; dark: Accents }) {
  return (
    <head>
      <meta content="text/html; charset=UTF-8" http-equiv="Content-Type" />
      <meta name="x-apple-disable-message-reformatting" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="supported-color-schemes" content="light dark" />
      <meta name="format-detection" content="telephone=no,date=no,address=no,email=no" />
      <title>{subject}</title>
      {styleSheets(dark).map((sheet) => (
        <style key={sheet}>{raw(sheet)}</style>
      ))}
      {raw(outlookHead)}
    </head>
  );
}

/** The words start in a cell, because some programs take away the body with its style (Yahoo, AOL). */
function Body({ preheader, children }: { preheader: string; children: Child }) {
  return (
    <body class="paper" style="margin:0;padding:0">
      <table border={0} width="100%" cellpadding="0" cellspacing="0" role="presentation" align="center">
        <tbody>
          <tr>
            <td style="margin:0;padding:0">
              <div style="display:none;max-height:0;overflow:hidden" aria-hidden="true">
                {preheader}
              </div>
              {raw(outlookBox.opens)}
              <div style="max-width:600px;margin:0 auto">{children}</div>
              {raw(outlookBox.closes)}
            </td>
          </tr>
        </tbody>
      </table>
    </body>
  );
}

const paper = `background-color:${light.paper};padding:28px 32px 40px;font-family:${fonts.sans};word-break:break-word;overflow-wrap:anywhere`;

type Look = { light: Accents; dark: Accents; compact: boolean; cutAt: number | undefined };

/** The whole mail as html: 600 px, tables, values inline, lines of at most 998 octets (RFC 5322 §2.1.1). */
export function mailHtml(frame: Frame, views: readonly View[], look: Look): string {
  const drawing = (nth: number): SectionDrawing => ({
    accent: look.light.accent,
    onAccent: onAccent.light,
    compact: look.compact,
    cutAt: look.cutAt,
    level: nth === 0 ? 'h2' : 'h3',
  });
  const aside = `${font('small', light.ink2)};padding:0 0 20px`;
  const markup = (
    <html dir={frame.direction} lang={frame.language}>
      <Head subject={frame.subject} dark={look.dark} />
      <Body preheader={frame.preheader}>
        <Rows>
          <tr>
            <td class="paper pad" style={paper}>
              <Rows>
                {logoRow(frame.logo)}
                <Cell class="ink2" style={aside}>
                  {phraseHtml(frame.from, drawing(0))}
                </Cell>
                {look.cutAt === undefined ? null : (
                  <Cell class="ink2" style={aside}>
                    {phraseHtml(frame.shortened, drawing(0))}
                  </Cell>
                )}
                {views.map((view, i) => sectionRows(view, i, frame.repeated[i] ?? false, drawing(i)))}
                {footerRows(frame, drawing(0))}
              </Rows>
            </td>
          </tr>
        </Rows>
      </Body>
    </html>
  );
  return foldLines(`<!doctype html>\n${markup}`);
}
