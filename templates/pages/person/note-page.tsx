import { enPages } from '../../words/en-pages.ts';
import type { Frame } from '../parts/frame.ts';
import { readerOf } from '../parts/reader.ts';
import { Quote, Told } from '../parts/told.tsx';
import type { PersonData } from './person-data.ts';
import { PersonFrame } from './person-frame.tsx';

const { shares } = enPages;

/** A note that somebody shared, to be read and nothing else. */
export function NotePage({ frame, data }: { frame: Frame; data: PersonData }) {
  const { conversation } = data;
  const reader = readerOf(conversation, data.person, data.now);
  const manager = reader.named(conversation.manager);
  return (
    <PersonFrame frame={frame} title={conversation.title} data={data} reader={reader}>
      <header>
        <h1 dir="auto">{conversation.title}</h1>
        <p class="lead">
          <Told phrase={shares.person.lead(manager, reader.day(conversation.leavesAt))} />
        </p>
      </header>
      <section class="part" aria-label={conversation.title}>
        <p class="quote">
          <Quote words={conversation.note} />
          <span class="by">
            <Told phrase={shares.by(manager)} />
          </span>
        </p>
      </section>
      {!manager.you && (
        <p class="quiet">
          <Told phrase={shares.person.answer(manager)} />
        </p>
      )}
    </PersonFrame>
  );
}
