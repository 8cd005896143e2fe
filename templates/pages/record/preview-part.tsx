import type { Conversation } from '../../../functions/domain/conversation.ts';
import type { PersonId } from '../../../functions/domain/ids.ts';
import { checkInStart } from '../../../functions/domain/moments.ts';
import { duration } from '../../words/en/names.ts';
import { enPages } from '../../words/en-pages.ts';
import { deliveryItems } from '../parts/deliveries.tsx';
import { type Reader, readerOf } from '../parts/reader.ts';
import { type Item, Times } from '../parts/times.tsx';
import { Told } from '../parts/told.tsx';
import { Live } from './live.tsx';
import { RECORD_FORM, type RecordFormData } from './record-form-data.ts';

const { form: words, deliveries } = enPages;

type Preview = NonNullable<RecordFormData['preview']>;
type Planned = Extract<Preview, { data: unknown }>;

function talks(conversation: Conversation): Item[] {
  return conversation.checkIns.map((checkIn) => ({
    at: checkInStart(checkIn),
    kind: 'talk',
    what: (
      <strong>
        <Told phrase={deliveries.talk(duration(checkIn.minutes))} />
      </strong>
    ),
  }));
}

function itemsOf({ data }: Planned, person: PersonId, reader: Reader): Item[] {
  const theirs = data.deliveries.filter(({ delivery }) => delivery.to === person);
  const isPartner = data.conversation.people.find(({ id }) => id === person)?.role === 'partner';
  return [
    ...deliveryItems({ ...data, deliveries: theirs }, reader, true),
    ...(isPartner ? [] : talks(data.conversation)),
  ].sort((a, b) => a.at - b.at);
}

function Person({ preview, person, open }: { preview: Planned; person: PersonId; open: boolean }) {
  const { data, recaps } = preview;
  const reader = readerOf(data.conversation, person, data.now);
  const { name } = reader.named(person);
  const mails = data.deliveries.filter(
    ({ delivery, state }) => delivery.to === person && (state === 'ahead' || state === 'if-agreed'),
  ).length;
  const recap = recaps.find(({ to }) => to === person);
  return (
    <details class="fold" id={`gets-${person}`} open={open}>
      <summary>
        <b>{person === data.conversation.manager ? words.you : <bdi>{name}</bdi>}</b>
        <span>{words.gets(mails)}</span>
      </summary>
      <Times items={itemsOf(preview, person, reader)} reader={reader} label={name} tight={true} />
      {recap && (
        <details class="quiet-fold" id={`recap-${person}`}>
          <summary class="small">
            <Told phrase={words.recap({ name })} />
          </summary>
          <p class="small">
            <Told phrase={words.recapSubject(recap.subject)} />
          </p>
          <p class="small">
            <button
              type="submit"
              form={RECORD_FORM}
              formaction={`/conversations/new/recap/${person}`}
              formtarget="_blank"
              class="plain"
            >
              {words.asMail}
            </button>
          </p>
          <pre class="mail" dir="auto">
            {recap.text}
          </pre>
        </details>
      )}
    </details>
  );
}

function Waits({ waitsFor }: { waitsFor: readonly string[] }) {
  return (
    <>
      <p class="small quiet">{words.previewWaits}</p>
      <ul class="waits small quiet">
        {waitsFor.map((what) => (
          <li key={what}>{what}</li>
        ))}
      </ul>
    </>
  );
}

function Everybody({ preview }: { preview: Planned }) {
  return (
    <>
      <p class="small quiet">{words.previewLead}</p>
      {preview.data.conversation.people.map(({ id }, index) => (
        <Person key={id} preview={preview} person={id} open={index === 1} />
      ))}
      <p>
        <a href="#h-send">{words.backToSend}</a>
      </p>
    </>
  );
}

/** Every mail and every moment of everybody, and each one's recap as text; or what they still wait for. */
export function PreviewPart({ preview }: { preview: RecordFormData['preview'] }) {
  return (
    <Live id="preview">
      {preview === undefined ? (
        <p class="small quiet">{words.previewNone}</p>
      ) : 'waitsFor' in preview ? (
        <Waits waitsFor={preview.waitsFor} />
      ) : (
        <Everybody preview={preview} />
      )}
    </Live>
  );
}
