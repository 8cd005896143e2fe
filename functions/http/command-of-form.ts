import type { Command } from '../domain/commands.ts';
import type { MailCommand } from '../domain/mail-commands.ts';
import { amendOfForm } from './amend-of-form.ts';
import { type Form, filled, given, moment, number, yesNo } from './form-fields.ts';

type Read = (form: Form) => Record<string, unknown>;

const commitment: Read = (form) => ({ commitment: filled(form, 'commitment') });
const words: Read = (form) => ({ words: form.get('words') ?? undefined });
const person: Read = (form) => ({ person: filled(form, 'person') });
const checkIn: Read = (form) => ({ checkIn: filled(form, 'checkIn') });
const due: Read = (form) => ({
  ...commitment(form),
  dueBy: moment(form, 'dueBy'),
  dueReading: filled(form, 'dueReading'),
});
const talk: Read = (form) => ({
  at: moment(form, 'at'),
  reading: filled(form, 'reading'),
  minutes: number(form, 'minutes'),
  where: form.get('where') ?? undefined,
});
const judged: Read = (form) => ({
  ...commitment(form),
  verdict: filled(form, 'verdict'),
  ...words(form),
});
const mine: Read = (form) => {
  const id = filled(form, 'commitment');
  return id === undefined ? {} : { commitments: [id] };
};
const nothing: Read = () => ({});

type FormCommand = Exclude<Command['type'], MailCommand['type']>;

/** How each command is read from the fields of its form; the use case says what is wrong with what was read. */
const READ: Record<FormCommand, Read> = {
  agree: (form) => ({ ...mine(form), consequence: filled(form, 'consequence') }),
  'ask-change': (form) => ({ ...mine(form), ...words(form) }),
  'accept-consequence': commitment,
  'propose-consequence': (form) => ({ ...commitment(form), ...words(form) }),
  report: (form) => ({
    ...commitment(form),
    kept: yesNo(form, 'kept'),
    reason: filled(form, 'reason'),
    ...words(form),
  }),
  'propose-date': (form) => ({ ...due(form), ...words(form) }),
  'answer-ask': (form) => ({
    ...due(form),
    how: form.get('how') ?? undefined,
    help: form.get('help') ?? undefined,
  }),
  'choose-tone': (form) => ({
    ...commitment(form),
    step: filled(form, 'step'),
    tone: filled(form, 'tone'),
  }),
  'choose-contact': (form) => ({ level: filled(form, 'level') }),
  'answer-change': (form) => ({
    ...commitment(form),
    request: number(form, 'request'),
    accept: yesNo(form, 'accept'),
    ...words(form),
  }),
  contest: (form) => ({ ...commitment(form), ...words(form) }),
  explain: (form) => ({ ...commitment(form), reason: filled(form, 'reason'), ...words(form) }),
  bring: (form) => ({ ...words(form), ...checkIn(form) }),
  helped: (form) => ({ ...commitment(form), ...words(form) }),
  learned: (form) => ({ ...commitment(form), ...words(form) }),
  follow: (form) => ({ ...commitment(form), how: filled(form, 'how'), ...words(form) }),
  object: (form) => ({ fact: number(form, 'fact'), ...words(form) }),
  undo: nothing,
  amend: amendOfForm,
  verdict: judged,
  correct: judged,
  renegotiate: due,
  'move-check-in': (form) => ({ ...checkIn(form), ...talk(form) }),
  'cancel-check-in': checkIn,
  'add-check-in': talk,
  'add-coaching': (form) => ({
    ...commitment(form),
    ...talk(form),
    how: filled(form, 'how'),
    with: filled(form, 'with'),
  }),
  'add-cadence': (form) => ({
    ...talk(form),
    reading: undefined,
    participants: form.getAll('participants').length === 0 ? undefined : form.getAll('participants'),
    cadence: filled(form, 'cadence'),
    topic: form.get('topic') ?? undefined,
    until: filled(form, 'until'),
  }),
  'decline-talk': checkIn,
  pause: (form) => ({ ...person(form), from: filled(form, 'from'), until: filled(form, 'until') }),
  resume: person,
  'correct-address': (form) => ({ ...person(form), email: filled(form, 'email') }),
  'remove-person': person,
  'hand-over': (form) => ({ to: given({ name: filled(form, 'to.name'), email: filled(form, 'to.email') }) }),
  'said-in-person': (form) => ({
    ...person(form),
    ...commitment(form),
    said: filled(form, 'said'),
    ...words(form),
  }),
  cancel: words,
  close: nothing,
};

function isCommand(type: string): type is FormCommand {
  return Object.hasOwn(READ, type);
}

/** The command of a type that a form means; undefined when there is no such type. */
export function commandOfForm(type: string, form: Form): Record<string, unknown> | undefined {
  return isCommand(type) ? { type, ...given(READ[type](form)) } : undefined;
}
