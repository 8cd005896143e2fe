import type { Commitment, Conversation } from '../domain/conversation.ts';
import { isMissedBy } from '../domain/easing.ts';
import type { Instant } from '../domain/instant.ts';
import { standing } from '../domain/parties.ts';
import type { FieldError } from '../domain/refusal.ts';
import { afterMissOfForm, microOfForm } from './after-miss-of-form.ts';
import { type Form, filled, given, moment, number } from './form-fields.ts';

/** One command of the form of a check-in. `fields`: where each of its paths stands; `field`: where all else is shown. */
export type FormPart = {
  command: Record<string, unknown>;
  field: string;
  fields?: Readonly<Record<string, string>>;
};

const DATE_TOO = 'Choose the new date as how it ends, or leave the date empty.';

function dated(form: Form, id: string, own: boolean): FormPart {
  const field = `${id}.dueBy`;
  return {
    field,
    fields: { commitment: `${id}.verdict` },
    command: given({
      type: own ? 'propose-date' : 'renegotiate',
      commitment: id,
      // Said to be another date without one: the command says what is missing.
      dueBy: moment(form, field),
      dueReading: filled(form, `${id}.dueReading`),
    }),
  };
}

/** Past its due date it was missed before it gets another one. */
function missedFirst(id: string): FormPart {
  return { field: `${id}.verdict`, command: { type: 'verdict', commitment: id, verdict: 'missed' } };
}

function ended(form: Form, commitment: Commitment, conversation: Conversation, now: Instant): FormPart[] {
  const { id, owner } = commitment;
  const own = owner === conversation.manager;
  const said = filled(form, `${id}.verdict`);
  const verdict = said ?? (filled(form, `${id}.dueBy`) === undefined ? undefined : 'date');
  // Somebody may have reported since the page was opened: what was not changed here is not said anew.
  if (verdict === undefined || verdict === filled(form, `${id}.verdict.was`)) return [];
  if (verdict === 'date')
    return [
      ...(!own && isMissedBy(conversation, commitment, now) ? [missedFirst(id)] : []),
      dated(form, id, own),
    ];
  const field = `${id}.verdict`;
  if (verdict === 'agreed')
    return [{ field, command: { type: 'said-in-person', person: owner, commitment: id, said: 'agreed' } }];
  const command = own
    ? { type: 'report', commitment: id, kept: verdict !== 'missed' }
    : { type: 'verdict', commitment: id, verdict };
  return [{ command, field }];
}

function followed(form: Form, { id }: Commitment): FormPart[] {
  const was = filled(form, `${id}.verdict.was`);
  const isMissed = (filled(form, `${id}.verdict`) ?? was) === 'missed';
  const instead = filled(form, `${id}.instead`);
  const how = filled(form, `${id}.follows`) ?? (instead === undefined ? undefined : 'helps-instead');
  if (how === undefined || !isMissed) return [];
  if (how === filled(form, `${id}.follows.was`) && how !== 'helps-instead') return [];
  return [
    {
      field: `${id}.follows`,
      fields: { words: `${id}.instead` },
      command: { type: 'follow', commitment: id, how, words: how === 'helps-instead' ? (instead ?? '') : '' },
    },
  ];
}

function said(form: Form, commitment: Commitment): FormPart[] {
  return (['helped', 'learned'] as const).flatMap((type) => {
    const field = `${commitment.id}.${type}`;
    const words = filled(form, field);
    return words === undefined
      ? []
      : [{ field, command: { type, commitment: commitment.id, words: form.get(field) ?? '' } }];
  });
}

function next(form: Form): FormPart[] {
  const chosen = filled(form, 'next');
  if (chosen === undefined || chosen === 'stands') return [];
  if (chosen === 'close') return [{ field: 'next', command: { type: 'close' } }];
  const other = chosen === 'other';
  return [
    {
      field: other ? 'next.at' : 'next',
      command: given({
        type: 'add-check-in',
        at: other ? (moment(form, 'next.at') ?? '') : chosen,
        reading: other ? filled(form, 'next.reading') : undefined,
        minutes: number(form, 'next.minutes'),
        where: filled(form, 'next.where'),
      }),
    },
  ];
}

/** All that a check-in settled, in the order in which it is carried out. */
export function checkInOfForm(form: Form, conversation: Conversation, now: Instant): FormPart[] {
  const parts = standing(conversation).flatMap((commitment) => [
    ...ended(form, commitment, conversation, now),
    ...afterMissOfForm(form, commitment, commitment.owner === conversation.manager),
    ...said(form, commitment),
    ...followed(form, commitment),
  ]);
  return [...parts, ...next(form), ...microOfForm(form)];
}

/** What the form contradicts by itself: a date beside another end. */
export function checkInContradictions(form: Form, conversation: Conversation): FieldError[] {
  return standing(conversation).flatMap(({ id }) => {
    const verdict = filled(form, `${id}.verdict`);
    const dated = filled(form, `${id}.dueBy`) !== undefined;
    const contradicts = dated && verdict !== undefined && verdict !== 'date';
    return contradicts ? [{ path: `${id}.dueBy`, message: DATE_TOO }] : [];
  });
}

/** Where an error of the commands stands in the form. */
export function checkInField(parts: readonly FormPart[], path: string): string {
  const [, index, rest = ''] = /^commands\[(\d+)\]\.?(.*)$/.exec(path) ?? [];
  const part = index === undefined ? undefined : parts[Number(index)];
  // Closing is refused for each commitment that has no end yet.
  if (/^c\d+$/.test(rest)) return `${rest}.verdict`;
  return part?.fields?.[rest] ?? part?.field ?? path;
}
