export type Form = URLSearchParams;

/** A field with something in it. */
export function filled(form: Form, name: string): string | undefined {
  const value = form.get(name)?.trim();
  return value === undefined || value === '' ? undefined : value;
}

/**
 * A day and a time of two fields as one moment: "2027-01-15", "2027-01-15T17:00", or undefined when both are empty.
 * A time without a day stays wrong, so that its refusal says what is missing.
 */
export function moment(form: Form, name: string): string | undefined {
  const day = filled(form, name);
  const time = filled(form, `${name}.time`);
  return time === undefined ? day : `${day ?? ''}T${time}`;
}

/** A number as typed; what is no number stays text, so that its refusal names it. */
export function number(form: Form, name: string): number | string | undefined {
  const typed = filled(form, name);
  return typed !== undefined && /^-?\d{1,9}$/.test(typed) ? Number(typed) : typed;
}

export function yesNo(form: Form, name: string): boolean | undefined {
  const value = form.get(name);
  return value === 'yes' ? true : value === 'no' ? false : undefined;
}

/** Without the fields that were left empty. */
export function given(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
