import type { Commitment } from '../domain/conversation.ts';
import type { FormPart } from './check-in-of-form.ts';
import { type Form, filled, given, moment, number } from './form-fields.ts';

/** What got in the way, as its owner said it when people talked. */
function reason(form: Form, id: string): FormPart[] {
  const field = `${id}.reason`;
  const said = filled(form, field);
  if (said === undefined || said === filled(form, `${field}.was`)) return [];
  return [{ field, command: { type: 'explain', commitment: id, reason: said } }];
}

/** A session to learn how, once a day or somebody is named. */
function coaching(form: Form, id: string, own: boolean): FormPart[] {
  const field = `${id}.coach`;
  const at = moment(form, `${field}.at`);
  const who = filled(form, `${field}.with`);
  if (at === undefined && who === undefined) return [];
  return [
    {
      field: `${field}.at`,
      fields: { with: `${field}.with`, how: `${field}.how`, minutes: `${field}.minutes` },
      command: given({
        type: 'add-coaching',
        commitment: id,
        how: filled(form, `${field}.how`) ?? (own ? 'peer' : 'manager'),
        with: who,
        at: at ?? '',
        reading: filled(form, `${field}.reading`),
        minutes: number(form, `${field}.minutes`),
      }),
    },
  ];
}

/** What was in the way as a commitment of its own, once it is ticked. */
function obstacle(form: Form, id: string): FormPart[] {
  const field = `${id}.obstacle`;
  if (form.get(`${field}.add`) !== 'yes') return [];
  const added = given({
    owner: filled(form, `${field}.owner`),
    action: form.get(`${field}.action`) ?? '',
    dueBy: moment(form, `${field}.dueBy`),
  });
  return [
    {
      field: `${field}.action`,
      fields: { 'add[0].dueBy': `${field}.dueBy`, 'add[0].owner': `${field}.owner` },
      command: { type: 'amend', add: [added] },
    },
  ];
}

/** What people settled about one that was missed, besides how it ended and what follows. */
export function afterMissOfForm(form: Form, { id }: Commitment, own: boolean): FormPart[] {
  const isMissed = (filled(form, `${id}.verdict`) ?? filled(form, `${id}.verdict.was`)) === 'missed';
  return [...(isMissed ? reason(form, id) : []), ...coaching(form, id, own), ...obstacle(form, id)];
}

/** Short talks until the next check-in, once it is said when the first one is. */
export function microOfForm(form: Form): FormPart[] {
  const at = moment(form, 'micro.at');
  if (at === undefined) return [];
  return [
    {
      field: 'micro.at',
      fields: { cadence: 'micro.cadence', until: 'micro.until', topic: 'micro.topic' },
      command: given({
        type: 'add-cadence',
        cadence: filled(form, 'micro.cadence') ?? 'weekly',
        at,
        topic: filled(form, 'micro.topic'),
        until: filled(form, 'micro.until'),
      }),
    },
  ];
}
