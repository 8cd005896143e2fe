import type * as z from 'zod/mini';

type Issue = z.core.$ZodRawIssue;

const TYPES: Record<string, string> = {
  string: 'Write a text.',
  boolean: 'Write true or false.',
  int: 'Write a whole number.',
  number: 'Write a number.',
  array: 'Write a list, in square brackets.',
  object: 'Write an object with its fields, in curly brackets.',
};

function size(issue: Extract<Issue, { code: 'too_big' | 'too_small' }>): string {
  const [word, limit] = issue.code === 'too_big' ? ['most', issue.maximum] : ['least', issue.minimum];
  const number = Number(limit).toLocaleString('en');
  if (issue.origin === 'array') return `Give at ${word} ${number} of them.`;
  return issue.origin === 'string' ? `Use at ${word} ${number} characters.` : `At ${word} ${number}.`;
}

function oneOf(values: readonly unknown[]): string {
  return `Write ${values.length > 1 ? 'one of ' : ''}${values.map((value) => JSON.stringify(value)).join(', ')}.`;
}

/** What a person can act on, where a schema has no words of its own. zod/mini would say "Invalid input" of everything. */
export function issueInWords(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? 'Fill this in.'
        : (TYPES[issue.expected] ?? 'Write this in another form.');
    case 'too_big':
    case 'too_small':
      return size(issue);
    case 'invalid_value':
      return oneOf(issue.values);
    case 'invalid_union':
      return Array.isArray(issue.options) ? oneOf(issue.options) : 'Write this in another form.';
    case 'custom':
      return 'Write an id as the conversation shows it, such as c1, p2 or k1.';
    case 'not_multiple_of':
      return `Write a multiple of ${issue.divisor}.`;
    case 'unrecognized_keys':
      return 'There is no such field. Check its spelling.';
    case 'invalid_format':
    case 'invalid_key':
    case 'invalid_element':
      return 'Write this in another form.';
  }
}
