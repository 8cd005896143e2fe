import { TONES, type Tone } from '../../../functions/domain/facts.ts';
import type { Kept } from '../../../functions/domain/overview/figures.ts';
import type { Agreed, PersonRecord } from '../../../functions/domain/overview/person-record.ts';
import type { Row } from '../../../functions/domain/row.ts';
import { called } from '../../parts/called.ts';
import { enPages } from '../../words/en-pages.ts';
import { listPath } from '../dashboard/find-form.tsx';
import type { ListReader } from '../dashboard/list-reader.ts';
import type { Frame } from '../parts/frame.ts';
import { ManagerPage } from '../parts/page.tsx';
import { Quote, Told } from '../parts/told.tsx';
import { Before, OpenOnes } from './agreed-lists.tsx';
import { personPath } from './person-path.ts';

const { people: words } = enPages;

export type PersonRecordData = {
  email: string;
  reader: ListReader;
  person: string;
  record: PersonRecord;
  /** Whether a manager sees what became of commitments (policy `recordSeenBy`). */
  showsRecord: boolean;
  /** Left out where the policy hides figures, or nothing has ended. */
  figures: (Kept & { topics: number; again: number }) | undefined;
  older: string | undefined;
};

type PartProps = { data: PersonRecordData; name: string };

function Helped({ data, name }: PartProps) {
  const { helped } = data.record;
  const [first, ...rest] = helped;
  if (!first) return null;
  const by = ({ row }: Agreed) => <Told phrase={[words.helpedBy(name, row.title)]} />;
  return (
    <section class="part margin" aria-labelledby="h-helped">
      <h2 id="h-helped">{words.helped}</h2>
      <div class="stack">
        <p class="aloud">
          <Quote words={first.words} />
        </p>
        <p>{by(first)}</p>
        {rest.slice(0, 4).map((one) => (
          <p key={one.words} class="quote">
            <Quote words={one.words} />
            {by(one)}
          </p>
        ))}
      </div>
    </section>
  );
}

/** How a request to somebody sounds in a conversation, as far as its row tells. */
function stepIn({ people, chose = {} }: Row, person: string): Tone {
  const id = people.find((one) => one.person === person)?.id;
  const count = (id && chose[id]?.count) ?? 0;
  return TONES[Math.min(count, TONES.length - 1)] ?? 'ask';
}

/** How a request sounds. It is the commitment's, never the person's (source B). */
function Asking({ data, name }: PartProps) {
  const { record } = data;
  const newest = record.open[0]?.row;
  const topic = newest?.title;
  const step = newest && data.showsRecord ? stepIn(newest, data.person) : 'ask';
  const inTheWay = record.before.some(
    ({ commitment }) => commitment.reason === 'in-the-way' || commitment.reason === 'needed-to-learn',
  );
  return (
    <section class="part margin" aria-labelledby="h-tone">
      <h2 id="h-tone">{topic === undefined ? words.asking : <Told phrase={words.askingAbout(topic)} />}</h2>
      <div class="stack">
        <p>
          <strong>{words.steps[step].says}</strong> {words.steps[step].means}
          {inTheWay && data.showsRecord && <> {words.askHelp}</>}
        </p>
        <p class="small quiet">
          <Told phrase={words.askFollows({ name })} />
        </p>
      </div>
    </section>
  );
}

function InFigures({ data, name }: PartProps) {
  const { figures } = data;
  if (!figures) return null;
  return (
    <section class="part margin" aria-labelledby="h-fig">
      <h2 id="h-fig">{words.figures}</h2>
      <div class="stack">
        <p>
          {figures.counted > 0 && <>{words.kept(figures.counted, figures.kept, figures.late)} </>}
          {words.again(figures.topics, figures.again)}
        </p>
        <p class="small quiet">
          <Told phrase={words.sees({ name })} />
        </p>
      </div>
    </section>
  );
}

/** What a manager and one person agreed: what helped first, what is open, what became of the rest, then any figure. */
export function PersonRecordPage({ frame, data }: { frame: Frame; data: PersonRecordData }) {
  const { record, showsRecord, older, reader } = data;
  const name = called([record.name])[0] ?? record.name;
  return (
    <ManagerPage frame={frame} title={record.name} here="people" email={data.email}>
      <header>
        <p class="quiet">
          <Told phrase={words.with(name)} />
        </p>
        <h1 dir="auto">{record.name}</h1>
        <p class="row">
          <a href={listPath({ person: data.person })}>
            <Told phrase={words.all({ name })} />
          </a>
        </p>
      </header>
      {showsRecord && <Helped data={data} name={name} />}
      <section class="part margin" aria-labelledby="h-open">
        <h2 id="h-open">{words.open}</h2>
        <OpenOnes agreed={record.open} reader={reader} />
      </section>
      <section class="part margin" aria-labelledby="h-was">
        <h2 id="h-was">{words.before}</h2>
        <div class="stack">
          {showsRecord ? (
            <Before agreed={record.before} reader={reader} />
          ) : (
            <p class="quiet">
              <Told phrase={words.hidden({ name })} />
            </p>
          )}
          {older !== undefined && (
            <p>
              <a class="button" href={personPath(data.person, older)}>
                {words.older}
              </a>
            </p>
          )}
        </div>
      </section>
      <Asking data={data} name={name} />
      <InFigures data={data} name={name} />
    </ManagerPage>
  );
}
