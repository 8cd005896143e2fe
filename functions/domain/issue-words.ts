import type * as z from 'zod';
import { type FieldError, pathOf } from './refusal.ts';
import { excerpt } from './text.ts';

type Issue = z.core.$ZodIssue;

// A schema's own words pass; what begins like this is zod's, and says nothing to the person who typed.
const NOT_OURS = /^(Invalid |Too (big|small): |Unrecognized key)/;
// Nobody reads more, and a body can be made to have a hundred thousand.
const MOST_ERRORS = 1000;

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

function inWords(issue: Issue): string {
  if (!NOT_OURS.test(issue.message)) return issue.message;
  switch (issue.code) {
    case 'invalid_type':
      return issue.message.endsWith('received undefined')
        ? 'Fill this in.'
        : (TYPES[issue.expected] ?? 'Write this in another form.');
    case 'too_big':
    case 'too_small':
      return size(issue);
    case 'invalid_value':
      return oneOf(issue.values);
    case 'invalid_union':
      return 'options' in issue && issue.options ? oneOf(issue.options) : 'Write this in another form.';
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

/** Turns zod's issues into field errors, in words a person can act on. */
export function issuesInWords(issues: readonly Issue[]): FieldError[] {
  return issues
    .flatMap((issue): FieldError[] => {
      const paths = issue.code === 'unrecognized_keys' ? issue.keys.map(excerpt) : [];
      return paths.length > 0
        ? paths.map((key) => ({ path: pathOf([...issue.path, key]), message: inWords(issue) }))
        : [{ path: pathOf(issue.path), message: inWords(issue) }];
    })
    .slice(0, MOST_ERRORS);
}
