import type { Figures, Month } from '../../../functions/domain/overview/figures.ts';
import type { Row, RowCommitment } from '../../../functions/domain/row.ts';
import { enPages } from '../../words/en-pages.ts';
import { Quote, Told } from '../parts/told.tsx';
import { type ListReader, namesIn } from './list-reader.ts';

const { dashboard: words } = enPages;

/** Words of somebody about what helped them, and where they said so. */
export type Helped = { row: Row; commitment: RowCommitment; words: string };

const WIDTH = 370;
const STEP = 20;
const PAIR = 17;
/** More than that in one month is told in words alone. */
const DOTS_LIMIT = 10;
const REPEATS_LIMIT = 3;

function Dots({ month, x, base }: { month: Month; x: number; base: number }) {
  const dots = Array.from({ length: month.once + month.again }, (_, index) => ({
    y: base - 12.5 - index * STEP,
    isPair: index >= month.once,
  }));
  return (
    <>
      {dots.map(({ y, isPair }) =>
        isPair ? (
          <g key={y}>
            <circle cx={x - PAIR / 2} cy={y} r={7} />
            <circle cx={x + PAIR / 2} cy={y} r={7} />
          </g>
        ) : (
          <circle key={y} cx={x} cy={y} r={7} />
        ),
      )}
    </>
  );
}

function Drawing({ months, reader }: { months: readonly Month[]; reader: ListReader }) {
  const most = Math.max(3, ...months.map(({ once, again }) => once + again));
  const base = most * STEP + 12.5;
  const column = (WIDTH - 50) / Math.max(1, months.length - 1);
  const told = months.map(({ at, once, again }) => ({
    name: reader.month(at),
    count: once + again,
    again,
  }));
  return (
    <svg class="dots" viewBox={`0 0 ${WIDTH} ${base + 28}`} role="img" aria-labelledby="dots-t">
      <title id="dots-t">{words.months(told)}</title>
      <line x1={8} y1={base} x2={WIDTH - 8} y2={base} />
      {months.map((month, index) => {
        const x = Math.round((25 + index * column) * 10) / 10;
        return (
          <g key={month.at}>
            <Dots month={month} x={x} base={base} />
            <text x={x} y={base + 20}>
              {words.monthShort(reader.month(month.at))}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

function Figure({ figures, reader }: { figures: Figures; reader: ListReader }) {
  const { months, repeats, counted, kept, late } = figures;
  const isDrawn = months.length > 1 && months.every(({ once, again }) => once + again <= DOTS_LIMIT);
  const links = repeats.slice(0, REPEATS_LIMIT).map(({ conversation, title, recordedAt }) => ({
    href: `/conversations/${conversation}`,
    title,
    month: reader.month(recordedAt),
  }));
  return (
    <figure class="figure">
      <p class="big">{words.notRepeated(figures.notRepeated, figures.topics)}</p>
      {isDrawn && <Drawing months={months} reader={reader} />}
      <figcaption class="small quiet">
        {isDrawn && <>{words.dot} </>}
        {links.length > 0 && (
          <>
            <Told phrase={isDrawn ? words.pair(links) : words.again(links)} />{' '}
          </>
        )}
        {counted > 0 && words.keptOf(counted, kept, late)}
      </figcaption>
    </figure>
  );
}

/** What helped, in somebody's words, and only then how often a topic was had once. */
export function HadOnce(props: {
  helped: Helped | undefined;
  figures: Figures | undefined;
  /** Among how many of the newest it was counted, when not all were read. */
  among: number | undefined;
  reader: ListReader;
}) {
  const { helped, figures, among, reader } = props;
  if (!helped && !figures) return null;
  return (
    <section class="part margin" aria-labelledby="h-again">
      <h2 id="h-again">{figures ? words.had : words.helped}</h2>
      <div class="stack">
        {helped && (
          <p class="quote">
            <Quote words={helped.words} />
            <Told phrase={[words.helpedBy(namesIn(helped.row)(helped.commitment.owner), helped.row.title)]} />
          </p>
        )}
        {figures && <Figure figures={figures} reader={reader} />}
        {figures && among !== undefined && <p class="small quiet">{words.newestOnly(among)}</p>}
      </div>
    </section>
  );
}
