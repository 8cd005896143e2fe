import type { Child } from 'hono/jsx';
import { fonts, light, sizes } from '../parts/tokens.ts';
import { type Drawing, linked, phraseHtml, row, typed } from './phrase-html.tsx';
import { inButton } from './style-sheet.ts';
import type { Answer, Block, Fact } from './view.ts';

/** How a section is drawn: the second and later ones sit a heading level lower. */
export type SectionDrawing = Drawing & { compact: boolean; level: 'h2' | 'h3' };

type Size = keyof typeof sizes;

/** Size, line height and colour; never the family, which every cell inherits. */
export function font(size: Size, colour: string): string {
  const [fontSize, lineHeight] = sizes[size];
  return `font-size:${fontSize}px;line-height:${lineHeight}px;color:${colour}`;
}

export function Cell(props: { class: string; style: string; children: Child }) {
  return (
    <tr>
      <td class={props.class} style={props.style}>
        {props.children}
      </td>
    </tr>
  );
}

/** A table for layout, that a screen reader does not announce. */
export function Rows({ style, children }: { style?: string; children: Child }) {
  return (
    <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border={0} style={style}>
      <tbody>{children}</tbody>
    </table>
  );
}

const gap = (height: number) => `height:${height}px;font-size:0;line-height:${height}px`;

function Gap({ height }: { height: number }) {
  return (
    <tr>
      <td style={gap(height)}>{'\u00a0'}</td>
    </tr>
  );
}

/** A line across, `top` px below what stands above it; the edge of a cell, because Word draws its own <hr>. */
export function Rule({ strong, top }: { strong?: boolean; top: number }) {
  const edge = strong ? `2px solid ${light.ink}` : `1px solid ${light.line}`;
  return row(
    top === 0 ? null : <Gap height={top} />,
    <tr>
      <td class={strong ? 'strong' : 'line'} style={`border-top:${edge};${gap(20)}`}>
        {'\u00a0'}
      </td>
    </tr>,
  );
}

function quoteRow(block: Extract<Block, { is: 'quote' }>, drawing: SectionDrawing): Child {
  const { aloud = false } = block;
  return (
    <tr>
      <td style={`padding:0 0 ${aloud ? 12 : 8}px`}>
        <div
          dir="auto"
          class="ink"
          style={`${font(aloud ? 'aloud' : 'text', light.ink)};font-family:${fonts.serif}`}
        >
          “{typed(block.words, drawing)}”
        </div>
        {block.by === undefined ? null : (
          <div class="ink2" style={font('small', light.ink2)}>
            — {phraseHtml(block.by, drawing)}
          </div>
        )}
      </td>
    </tr>
  );
}

function factRow({ label, value }: Fact, drawing: Drawing): Child {
  const [labelSize] = sizes.small;
  const [, lineHeight] = sizes.fact;
  return (
    <tr>
      <td
        class="ink2 k"
        width="150"
        valign="top"
        style={`font-size:${labelSize}px;line-height:${lineHeight}px;color:${light.ink2};width:150px;padding:6px 16px 6px 0`}
      >
        {phraseHtml(label, drawing)}
      </td>
      <td class="ink v" valign="top" style={`${font('fact', light.ink)};padding:6px 0`}>
        {phraseHtml(value, drawing)}
      </td>
    </tr>
  );
}

function factsRow(rows: readonly Fact[], drawing: SectionDrawing): Child {
  if (!drawing.compact) {
    return (
      <tr>
        <td style="padding:4px 0 20px">
          <Rows>{rows.map((fact) => factRow(fact, drawing))}</Rows>
        </td>
      </tr>
    );
  }
  const lines = rows.map(({ label, value }, i) =>
    row(
      i === 0 ? null : <br />,
      <span class="ink2">{phraseHtml(label, drawing)}: </span>,
      phraseHtml(value, drawing),
    ),
  );
  return (
    <Cell class="ink" style={`${font('fact', light.ink)};padding:0 0 12px`}>
      {lines}
    </Cell>
  );
}

function button({ label, sub, to, main = false }: Answer, drawing: Drawing): Child {
  const back = main ? drawing.accent : light.paper;
  const front = main ? drawing.onAccent : light.ink;
  const edge = main ? drawing.accent : light.ink;
  return (
    <tr>
      <td style="padding:0 0 10px">
        <Rows style="border-collapse:separate">
          <tr>
            <td
              class={main ? 'acc' : 'sec'}
              style={`background-color:${back};border:2px solid ${edge};border-radius:6px`}
            >
              <a
                class={main ? 'acct' : 'sect'}
                href={to}
                style={`${font('button', front)};text-decoration:none;display:block;padding:${inButton};font-weight:700`}
                target="_blank"
                rel="noopener"
              >
                {phraseHtml(label, drawing)}
                {sub === undefined ? null : (
                  <span style="font-weight:400;font-size:15px;line-height:22px">
                    <br />
                    {phraseHtml(sub, drawing)}
                  </span>
                )}
              </a>
            </td>
          </tr>
        </Rows>
      </td>
    </tr>
  );
}

function linksRow(links: readonly Answer[], drawing: Drawing): Child {
  const [fontSize] = sizes.small;
  const lines = links.map(({ label, sub, to }, i) => {
    const words = row(
      phraseHtml(label, drawing),
      sub === undefined ? null : row(' – ', phraseHtml(sub, drawing)),
    );
    return row(i === 0 ? null : <br />, linked(to, words, drawing));
  });
  return (
    <Cell
      class="ink2"
      style={`font-size:${fontSize}px;line-height:30px;color:${light.ink2};padding:0 0 16px`}
    >
      {lines}
    </Cell>
  );
}

/** One block as rows of the mail's table; the values are the look's. */
export function blockHtml(block: Block, drawing: SectionDrawing): Child {
  switch (block.is) {
    case 'heading': {
      const { level: Heading } = drawing;
      return (
        <tr>
          <td style="padding:4px 0 8px">
            <Heading class="ink" style={`${font('sub', light.ink)};margin:0;font-weight:700`}>
              {phraseHtml(block.of, drawing)}
            </Heading>
          </td>
        </tr>
      );
    }
    case 'quote':
      return quoteRow(block, drawing);
    case 'facts':
      return factsRow(block.rows, drawing);
    case 'paragraph': {
      const style = block.quiet ? font('small', light.ink2) : font('text', light.ink);
      return (
        <Cell class={block.quiet ? 'ink2' : 'ink'} style={`${style};padding:0 0 16px`}>
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
