import type { Child } from 'hono/jsx';
import type { Named } from '../../words/en/names.ts';
import { enPages } from '../../words/en-pages.ts';
import { Pills, TextField, type Typed, WhenField, WordsField } from './field.tsx';
import { Told } from './told.tsx';

const { checkIn, sideTalks } = enPages;

/** Fields of a form of their own, or, all of them optional, of one that saves a whole check-in. `under`: their names' beginning. */
type Fields = { typed: Typed; form: string; under?: string; required?: boolean };

/** A session to learn how: with whom, and when. */
export function CoachingFields({ typed, form, under = '', required = false }: Fields) {
  const how = `${under}how`;
  return (
    <>
      <Pills
        legend={sideTalks.how}
        name={how}
        form={form}
        options={sideTalks.howOptions}
        chosen={typed.value(how)}
        error={typed.error(how)}
        required={required}
      />
      <TextField
        typed={typed}
        form={form}
        name={`${under}with`}
        label={sideTalks.with}
        hint={sideTalks.withHint}
        optional={true}
      />
      <WhenField
        typed={typed}
        form={form}
        name={`${under}at`}
        readingName={`${under}reading`}
        label={sideTalks.when}
        required={required}
        optional={!required}
      />
    </>
  );
}

type Obstacle = Fields & { inWayOf: Named; owners: readonly { value: string; label: Child }[] };

/** What was in the way, as a commitment of whoever can clear it away. */
export function ObstacleFields({ typed, form, under = '', required = false, inWayOf, owners }: Obstacle) {
  const owner = `${under}owner`;
  return (
    <>
      <WordsField
        typed={typed}
        form={form}
        name={`${under}action`}
        label={checkIn.obstacleAction}
        hint={<Told phrase={checkIn.obstacleHint(inWayOf)} />}
        line={true}
        rows={1}
        required={required}
      />
      <Pills
        legend={checkIn.obstacleOwner}
        name={owner}
        form={form}
        options={owners}
        chosen={typed.value(owner)}
        error={typed.error(owner)}
        required={required}
      />
      <WhenField
        typed={typed}
        form={form}
        name={`${under}dueBy`}
        readingName={`${under}dueReading`}
        label={checkIn.obstacleDue}
        required={required}
      />
    </>
  );
}

/** Short talks that come again: how often, from when, about what, until when. `children`: who is asked to them. */
export function CadenceFields({
  typed,
  form,
  under = '',
  required = false,
  children,
}: Fields & { children?: Child }) {
  const cadence = `${under}cadence`;
  return (
    <>
      <Pills
        legend={sideTalks.cadenceLegend}
        name={cadence}
        form={form}
        options={sideTalks.cadences}
        chosen={typed.value(cadence)}
        error={typed.error(cadence)}
        required={required}
      />
      {children}
      <WhenField
        typed={typed}
        form={form}
        name={`${under}at`}
        readingName={`${under}reading`}
        label={sideTalks.first}
        required={required}
        optional={!required}
      />
      <TextField typed={typed} form={form} name={`${under}topic`} label={sideTalks.topic} optional={true} />
      <TextField
        typed={typed}
        form={form}
        name={`${under}until`}
        type="date"
        label={sideTalks.until}
        optional={true}
      />
    </>
  );
}
