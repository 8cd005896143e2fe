function inputNamed(form: HTMLFormElement, name: string): HTMLInputElement | undefined {
  const field = form.elements.namedItem(name);
  return field instanceof HTMLInputElement ? field : undefined;
}

/** Somebody known by the name or the address that was just chosen: the other of the two fills itself in. */
function known(form: HTMLFormElement, field: HTMLInputElement): void {
  const [, row, which] = /^(participants\[\d+\])\.(name|email)$/.exec(field.name) ?? [];
  if (row === undefined) return;
  const option = [...(field.list?.options ?? [])].find(({ value }) => value === field.value);
  const other = inputNamed(form, `${row}.${which === 'name' ? 'email' : 'name'}`);
  if (option && other && other.value === '') other.value = option.label;
}

/** A moment is tapped or typed, never both: what was done last counts. */
function oneMoment(form: HTMLFormElement, field: HTMLInputElement): void {
  if (field.type === 'radio' && field.name.endsWith('.quick')) {
    const typed = inputNamed(form, field.name.slice(0, -'.quick'.length));
    if (typed) typed.value = '';
  } else if (field.value !== '')
    for (const tapped of form.querySelectorAll<HTMLInputElement>(
      `[name="${CSS.escape(`${field.name}.quick`)}"]`,
    ))
      tapped.checked = false;
}

/** Fills in what follows from one field for another. Listens before the others, so that they see it. */
export function fillIn(form: HTMLFormElement): void {
  form.addEventListener(
    'input',
    ({ target }) => {
      if (!(target instanceof HTMLInputElement)) return;
      known(form, target);
      oneMoment(form, target);
    },
    { capture: true },
  );
}
