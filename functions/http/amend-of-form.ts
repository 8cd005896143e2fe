import { type Form, filled, given, moment } from './form-fields.ts';

const WORDS = ['action', 'evidence', 'consequence', 'celebration'] as const;

function ids(form: Form, prefix: string): string[] {
  return [...new Set(form.keys())].flatMap((name) => {
    const [, id] = new RegExp(`^${prefix}\\.(c\\d{1,3})\\.action$`).exec(name) ?? [];
    return id === undefined ? [] : [id];
  });
}

function datesOf(form: Form, name: string): Record<string, unknown> {
  const changed = (field: string) => {
    const typed = moment(form, `${name}.${field}`);
    return typed === (filled(form, `${name}.${field}.was`) ?? undefined) ? undefined : typed;
  };
  return {
    startBy: changed('startBy'),
    startReading: filled(form, `${name}.startReading`),
    dueBy: changed('dueBy'),
    dueReading: filled(form, `${name}.dueReading`),
  };
}

function changeOf(form: Form, id: string): Record<string, unknown> {
  const name = `change.${id}`;
  const words = WORDS.map((field) => [field, form.get(`${name}.${field}`) ?? undefined] as const);
  return given({ id, ...Object.fromEntries(words), ...datesOf(form, name) });
}

function added(form: Form): Record<string, unknown>[] {
  const action = filled(form, 'add.action');
  const due = moment(form, 'add.dueBy');
  if (action === undefined && due === undefined) return [];
  const newcomer = filled(form, 'person.email') ?? filled(form, 'person.name');
  const owner = filled(form, 'add.owner');
  return [
    given({
      owner: owner === 'newcomer' ? newcomer : owner,
      action: form.get('add.action') ?? undefined,
      dueBy: due,
      dueReading: filled(form, 'add.dueReading'),
      evidence: filled(form, 'add.evidence'),
      consequence: filled(form, 'add.consequence'),
      celebration: filled(form, 'add.celebration'),
      habit: form.get('add.habit') === 'yes' ? true : undefined,
    }),
  ];
}

function joining(form: Form): Record<string, unknown>[] {
  const person = given({ name: filled(form, 'person.name'), email: filled(form, 'person.email') });
  return Object.keys(person).length === 0 ? [] : [person];
}

/** An amendment from its page: what stands in every field, so that only differences count. */
export function amendOfForm(form: Form): Record<string, unknown> {
  const removed = ids(form, 'change').filter((id) => form.get(`change.${id}.remove`) === 'yes');
  const changed = ids(form, 'change').filter((id) => !removed.includes(id));
  return {
    title: form.get('title') ?? undefined,
    whatHappened: form.get('whatHappened') ?? undefined,
    neverAgain: form.get('neverAgain') ?? undefined,
    includeWhatHappened: form.get('includeWhatHappened') === 'yes',
    participants: joining(form),
    change: changed.map((id) => changeOf(form, id)),
    add: added(form),
    remove: removed,
  };
}

/** Where an error of the command stands in the page's form. */
export function amendField(form: Form, path: string): string {
  const removed = ids(form, 'change').filter((id) => form.get(`change.${id}.remove`) === 'yes');
  const changed = ids(form, 'change').filter((id) => !removed.includes(id));
  return path
    .replace(/^change\[(\d+)\]/, (_, index) => `change.${changed[Number(index)] ?? ''}`)
    .replace(/^add\[0\]/, 'add')
    .replace(/^participants\[0\]/, 'person');
}
