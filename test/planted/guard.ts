/** A guard of the product, how it is taken away, and the test that has to notice. */
export type Guard = {
  name: string;
  /** What happens to people where it is missing, in one sentence. */
  stops: string;
  file: string;
  /** The text of the guard, which stands in the file once, and what stands there without it: it must still load. */
  find: string;
  becomes: string;
  /** The file of the test, and a part of its title as it is written there. */
  test: string;
  title: string;
  /** Where that title is written, if not in the file of the test itself. */
  writtenIn?: string;
  /** The beginning of the names of the suites in which that title counts, where several have it. */
  suite?: string;
};

const times = (text: string, part: string) => text.split(part).length - 1;

/** What is wrong with a guard's entry, given the text of a file; undefined where it is right. */
export function staleness(guard: Guard, textOf: (file: string) => string): string | undefined {
  const found = times(textOf(guard.file), guard.find);
  if (found !== 1) return `what to find stands in ${guard.file} ${found} times`;
  if (guard.find === guard.becomes) return 'nothing is taken away';
  const { test, title, writtenIn = test } = guard;
  return title !== '' && textOf(writtenIn).includes(title)
    ? undefined
    : `${writtenIn} has no test “${title}”`;
}
