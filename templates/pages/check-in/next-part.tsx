import type { Child } from 'hono/jsx';
import { duration } from '../../words/en/names.ts';
import { enPages } from '../../words/en-pages.ts';
import { idOf, WhenField } from '../parts/field.tsx';
import { CadenceFields } from '../parts/talk-fields.tsx';
import { Told } from '../parts/told.tsx';
import { type PartProps, TALK_FORM } from './talk-data.ts';

const { checkIn: words, sideTalks } = enPages;

/** When people talk again: one tap, another time, or no more. */
export function NextPart({ data, reader, typed, children }: PartProps & { children: Child }) {
  const { conversation, slots, planned, talk } = data;
  const minutes = talk?.minutes ?? 15;
  const when = (wall: string) => reader.moment({ wall, zone: conversation.zone });
  const choices: { value: string; label: Child; note: string }[] = [
    ...planned.slice(0, 1).map(({ at }) => ({
      value: 'stands',
      label: <Told phrase={reader.moment(at)} />,
      note: words.stands,
    })),
    ...slots.map(({ wall, weeks }) => ({
      value: wall,
      label: <Told phrase={when(wall)} />,
      note: words.weeks[weeks],
    })),
    { value: 'other', label: words.other, note: words.otherNote },
    { value: 'close', label: words.close, note: words.closeNote },
  ];
  const error = typed.error('next');
  return (
    <section class="part margin" id="next" aria-labelledby="h-next">
      <h2 id="h-next">{words.next}</h2>
      <div class="stack">
        <input type="hidden" name="next.minutes" value={String(minutes)} />
        <input type="hidden" name="next.where" value={talk?.where ?? ''} />
        <fieldset id={idOf('next', TALK_FORM)}>
          <legend class="label">{words.nextLegend(duration(minutes))}</legend>
          {error !== undefined && <p class="why">{error}</p>}
          <div class="choices">
            {choices.map(({ value, label, note }) => (
              <label key={value}>
                <input type="radio" name="next" value={value} checked={typed.value('next') === value} />
                <span>{label}</span>
                <small>{note}</small>
              </label>
            ))}
          </div>
        </fieldset>
        <div class="if-chosen">
          <WhenField
            typed={typed}
            form={TALK_FORM}
            name="next.at"
            readingName="next.reading"
            label={words.otherWhen}
          />
        </div>
        <details
          class="fold"
          open={typed.error('micro.at') !== undefined || typed.error('micro.until') !== undefined}
        >
          <summary>
            <b>{sideTalks.offer}</b>
          </summary>
          <div class="stack">
            <p class="hint">{sideTalks.offerHint}</p>
            <CadenceFields typed={typed} form={TALK_FORM} under="micro." />
          </div>
        </details>
        {children}
      </div>
    </section>
  );
}
