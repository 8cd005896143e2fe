import { enPages } from '../../words/en-pages.ts';
import { deliveryItems } from '../parts/deliveries.tsx';
import { readerOf } from '../parts/reader.ts';
import { Times } from '../parts/times.tsx';
import { Told } from '../parts/told.tsx';
import type { RecordFormData } from './record-form-data.ts';

const { form: words } = enPages;

/** Every mail and every moment of everybody, and each one's recap as text. */
export function PreviewPart({ preview }: { preview: NonNullable<RecordFormData['preview']> }) {
  const { data, recaps } = preview;
  const { conversation } = data;
  return (
    <>
      <p class="small quiet">{words.previewLead}</p>
      {conversation.people.map((person, index) => {
        const reader = readerOf(conversation, person.id, data.now);
        const deliveries = data.deliveries.filter(({ delivery }) => delivery.to === person.id);
        const mails = deliveries.filter(({ state }) => state === 'ahead' || state === 'if-agreed').length;
        const recap = recaps.find(({ to }) => to === person.id);
        const { name } = reader.named(person.id);
        return (
          <details key={person.id} class="fold" open={index === 1}>
            <summary>
              <b>{person.id === conversation.manager ? words.you : <bdi>{name}</bdi>}</b>
              <span>{words.gets(mails)}</span>
            </summary>
            <Times
              items={deliveryItems({ ...data, deliveries }, reader, true)}
              reader={reader}
              label={name}
              tight={true}
            />
            {recap && (
              <details>
                <summary class="small">
                  <Told phrase={words.recap({ name })} />
                </summary>
                <p class="small">
                  <Told phrase={words.recapSubject(recap.subject)} />
                </p>
                <pre class="mail" dir="auto">
                  {recap.text}
                </pre>
              </details>
            )}
          </details>
        );
      })}
      <p>
        <a href="#h-send">{words.backToSend}</a>
      </p>
    </>
  );
}
