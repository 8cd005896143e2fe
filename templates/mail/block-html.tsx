/** @jsxImportSource react */
import { Heading } from '@react-email/heading';
import { Link } from '@react-email/link';
import type { CSSProperties, ReactNode } from 'react';
import { fonts, light, sizes } from '../parts/tokens.ts';
import { type Drawing, phraseHtml, plain, row, typed, underlined } from './phrase-html.tsx';
import { inButton } from './style-sheet.ts';
import type { Answer, Block, Fact } from './view.ts';

/** How a section is drawn: the second and later ones sit a heading level lower. */
export type SectionDrawing = Drawing & { compact: boolean; level: 'h2' | 'h3' };

type Size = keyof typeof sizes;

/** Size, line height and colour; never the family, which every cell inherits. */
export function font(size: Size, colour: string): CSSProperties {
  const [fontSize, lineHeight] = sizes[size];
  return { fontSize, lineHeight: `${lineHeight}px`, color: colour };
}

export function Cell(props: { className: string; style: CSSProperties; children: ReactNode }) {
  return (
    <tr>
      <td className={props.className} style={props.style}>
        {props.children}
      </td>
    </tr>
  );
}

/** A table for layout, that a screen reader does not announce. */
export function Rows({ style, children }: { style?: CSSProperties; children: ReactNode }) {
  return (
    <table role="presentation" width="100%" cellPadding="0" cellSpacing="0" border={0} style={style}>
      <tbody>{children}</tbody>
    </table>
  );
}

function Gap({ height }: { height: number }) {
  return (
    <tr>
      <td style={{ height, fontSize: 0, lineHeight: `${height}px` }}>{'\u00a0'}</td>
    </tr>
  );
}

/** A line across, `top` px below what stands above it; the edge of a cell, because Word draws its own <hr>. */
export function Rule({ strong, top }: { strong?: boolean; top: number }) {
  const borderTop = strong ? `2px solid ${light.ink}` : `1px solid ${light.line}`;
  return row(
    top === 0 ? null : <Gap height={top} />,
    <tr>
      <td
        className={strong ? 'strong' : 'line'}
        style={{ borderTop, height: 20, fontSize: 0, lineHeight: '20px' }}
      >
        {'\u00a0'}
      </td>
    </tr>,
  );
}

function quoteRow(block: Extract<Block, { is: 'quote' }>, drawing: SectionDrawing): ReactNode {
  const { aloud = false } = block;
  return (
    <tr>
      <td style={{ padding: aloud ? '0 0 12px' : '0 0 8px' }}>
        <div
          dir="auto"
          className="ink"
          style={{ ...font(aloud ? 'aloud' : 'text', light.ink), fontFamily: fonts.serif }}
        >
          “{typed(block.words, drawing)}”
        </div>
        {block.by === undefined ? null : (
          <div className="ink2" style={font('small', light.ink2)}>
            — {phraseHtml(block.by, drawing)}
          </div>
        )}
      </td>
    </tr>
  );
}

function factRow({ label, value }: Fact, drawing: Drawing): ReactNode {
  const [, lineHeight] = sizes.fact;
  return (
    <tr>
      <td
        className="ink2 k"
        width="150"
        valign="top"
        style={{
          ...font('small', light.ink2),
          width: 150,
          padding: '6px 16px 6px 0',
          lineHeight: `${lineHeight}px`,
        }}
      >
        {phraseHtml(label, drawing)}
      </td>
      <td className="ink v" valign="top" style={{ ...font('fact', light.ink), padding: '6px 0' }}>
        {phraseHtml(value, drawing)}
      </td>
    </tr>
  );
}

function factsRow(rows: readonly Fact[], drawing: SectionDrawing): ReactNode {
  if (!drawing.compact) {
    return (
      <tr>
        <td style={{ padding: '4px 0 20px' }}>
          <Rows>{row(...rows.map((fact) => factRow(fact, drawing)))}</Rows>
        </td>
      </tr>
    );
  }
  const lines = rows.map(({ label, value }, i) =>
    row(
      i === 0 ? null : <br />,
      <span className="ink2">{phraseHtml(label, drawing)}: </span>,
      phraseHtml(value, drawing),
    ),
  );
  return (
    <Cell className="ink" style={{ ...font('fact', light.ink), padding: '0 0 12px' }}>
      {row(...lines)}
    </Cell>
  );
}

function button({ label, sub, to, main = false }: Answer, drawing: Drawing): ReactNode {
  const back = main ? drawing.accent : light.paper;
  const front = main ? drawing.onAccent : light.ink;
  const edge = main ? drawing.accent : light.ink;
  return (
    <tr>
      <td style={{ padding: '0 0 10px' }}>
        <Rows style={{ borderCollapse: 'separate' }}>
          <tr>
            <td
              className={main ? 'acc' : 'sec'}
              style={{ backgroundColor: back, border: `2px solid ${edge}`, borderRadius: 6 }}
            >
              <Link
                className={main ? 'acct' : 'sect'}
                href={to}
                style={{
                  ...font('button', front),
                  ...plain,
                  display: 'block',
                  padding: inButton,
                  fontWeight: 700,
                }}
              >
                {phraseHtml(label, drawing)}
                {sub === undefined ? null : (
                  <span style={{ fontWeight: 400, fontSize: 15, lineHeight: '22px' }}>
                    <br />
                    {phraseHtml(sub, drawing)}
                  </span>
                )}
              </Link>
            </td>
          </tr>
        </Rows>
      </td>
    </tr>
  );
}

function linksRow(links: readonly Answer[], drawing: Drawing): ReactNode {
  const lines = links.map(({ label, sub, to }, i) =>
    row(
      i === 0 ? null : <br />,
      <Link className="link" href={to} style={{ color: drawing.accent, ...underlined }}>
        {phraseHtml(label, drawing)}
        {sub === undefined ? null : row(' – ', phraseHtml(sub, drawing))}
      </Link>,
    ),
  );
  return (
    <Cell className="ink2" style={{ ...font('small', light.ink2), lineHeight: '30px', padding: '0 0 16px' }}>
      {row(...lines)}
    </Cell>
  );
}

/** One block as rows of the mail's table; the values are the look's. */
export function blockHtml(block: Block, drawing: SectionDrawing): ReactNode {
  switch (block.is) {
    case 'heading':
      return (
        <tr>
          <td style={{ padding: '4px 0 8px' }}>
            <Heading
              as={drawing.level}
              className="ink"
              style={{ ...font('sub', light.ink), margin: 0, fontWeight: 700 }}
            >
              {phraseHtml(block.of, drawing)}
            </Heading>
          </td>
        </tr>
      );
    case 'quote':
      return quoteRow(block, drawing);
    case 'facts':
      return factsRow(block.rows, drawing);
    case 'paragraph': {
      const style = block.quiet ? font('small', light.ink2) : font('text', light.ink);
      return (
        <Cell className={block.quiet ? 'ink2' : 'ink'} style={{ ...style, padding: '0 0 16px' }}>
          {phraseHtml(block.of, drawing)}
        </Cell>
      );
    }
    case 'answers':
      return drawing.compact
        ? linksRow(block.of, drawing)
        : row(...block.of.map((one) => button(one, drawing)), <Gap height={6} />);
    case 'links':
      return linksRow(block.of, drawing);
    case 'rule':
      return <Rule top={8} />;
  }
}
