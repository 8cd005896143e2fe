/** @jsxImportSource react */
import { Body } from '@react-email/body';
import { Head } from '@react-email/head';
import { Heading } from '@react-email/heading';
import { Html } from '@react-email/html';
import { Link } from '@react-email/link';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Accents } from '../parts/accent.ts';
import type { Phrase } from '../parts/phrase.ts';
import { fonts, light, onAccent } from '../parts/tokens.ts';
import { blockHtml, Cell, font, Rows, Rule, type SectionDrawing } from './block-html.tsx';
import { foldLines } from './fold-lines.ts';
import type { Frame } from './frame.ts';
import { phraseHtml, row, underlined } from './phrase-html.tsx';
import { outlookBox, outlookHead, styleSheets } from './style-sheet.ts';
import type { View } from './view.ts';

function titleRow(view: View, first: boolean, drawing: SectionDrawing): ReactNode {
  const style = first ? { ...font('title', light.ink), letterSpacing: '-0.4px' } : font('aloud', light.ink);
  return (
    <tr>
      <td style={{ padding: '0 0 12px' }}>
        <Heading as={first ? 'h1' : 'h2'} className="ink" style={{ ...style, margin: 0, fontWeight: 700 }}>
          {phraseHtml(view.title, drawing)}
        </Heading>
      </td>
    </tr>
  );
}

/** A lead is grey and even; what is strong further down is not in it. */
const evenly = (phrase: Phrase): Phrase => phrase.flatMap((one) => (one.is === 'strong' ? one.of : [one]));

/** One section; `repeated`: its title and lead stand above it already, because it is one more of the same. */
function sectionRows(view: View, nth: number, repeated: boolean, drawing: SectionDrawing): ReactNode {
  const lead = (
    <Cell className="ink2" style={{ ...font('lead', light.ink2), padding: '0 0 28px' }}>
      {phraseHtml(evenly(view.lead), drawing)}
    </Cell>
  );
  const top = row(...(view.top ?? []).map((block) => blockHtml(block, drawing)));
  const blocks = row(...view.blocks.map((block) => blockHtml(block, drawing)));
  if (repeated) return row(<Rule top={8} />, top, blocks);
  if (nth === 0) return row(titleRow(view, true, drawing), lead, top, <Rule strong top={0} />, blocks);
  return row(<Rule strong top={24} />, titleRow(view, false, drawing), lead, top, blocks);
}

function footerRows(frame: Frame, drawing: SectionDrawing): ReactNode {
  const lines = frame.footer.map((line, i) => row(i === 0 ? null : <br />, phraseHtml(line, drawing)));
  const links = frame.footerLinks.map(({ label, to }, i) =>
    row(
      i === 0 ? null : ' \u00a0 ',
      <Link className="link" href={to} style={{ color: drawing.accent, ...underlined }}>
        {phraseHtml(label, drawing)}
      </Link>,
    ),
  );
  return row(
    <Rule top={8} />,
    <Cell className="ink2" style={{ ...font('small', light.ink2) }}>
      {row(...lines, <br />, ...links)}
    </Cell>,
  );
}

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
  const { logo } = frame;
  const markup = renderToStaticMarkup(
    <Html lang={frame.language} dir={frame.direction}>
      <Head>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <meta name="format-detection" content="telephone=no,date=no,address=no,email=no" />
        <title>{frame.subject}</title>
        {styleSheets(look.dark).map((sheet) => (
          <style key={sheet}>{sheet}</style>
        ))}
      </Head>
      <Body className="paper" style={{ margin: 0, padding: 0 }}>
        <div style={{ display: 'none', maxHeight: 0, overflow: 'hidden' }} aria-hidden="true">
          {frame.preheader}
        </div>
        <i className="box-opens" />
        <div style={{ maxWidth: 600, margin: '0 auto' }}>
          <Rows>
            <tr>
              <td
                className="paper pad"
                style={{
                  backgroundColor: light.paper,
                  padding: '28px 32px 40px',
                  fontFamily: fonts.sans,
                  wordBreak: 'break-word',
                  overflowWrap: 'anywhere',
                }}
              >
                <Rows>
                  {logo === undefined ? null : (
                    <Cell className="ink2" style={{ padding: '0 0 20px' }}>
                      <img
                        src={logo.url}
                        alt={logo.alt}
                        width={logo.width}
                        height={logo.height}
                        style={{ display: 'block' }}
                      />
                    </Cell>
                  )}
                  <Cell className="ink2" style={{ ...font('small', light.ink2), padding: '0 0 20px' }}>
                    {phraseHtml(frame.from, drawing(0))}
                  </Cell>
                  {look.cutAt === undefined ? null : (
                    <Cell className="ink2" style={{ ...font('small', light.ink2), padding: '0 0 20px' }}>
                      {phraseHtml(frame.shortened, drawing(0))}
                    </Cell>
                  )}
                  {row(
                    ...views.map((view, i) => sectionRows(view, i, frame.repeated[i] ?? false, drawing(i))),
                  )}
                  {footerRows(frame, drawing(0))}
                </Rows>
              </td>
            </tr>
          </Rows>
        </div>
        <i className="box-closes" />
      </Body>
    </Html>,
  );
  return foldLines(
    `<!doctype html>\n${markup}`
      // React asks for a logo ahead of the mail; most programs know no <link>.
      .replace(/<link rel="preload"[^>]*>/u, '')
      .replace('</head>', `${outlookHead}</head>`)
      .replace('<i class="box-opens"></i>', outlookBox.opens)
      .replace('<i class="box-closes"></i>', outlookBox.closes),
  );
}
