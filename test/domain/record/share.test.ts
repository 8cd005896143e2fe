import { describe, expect, test } from 'vitest';
import { readShare } from '../../../functions/domain/record/share.ts';
import { ACME, DANA, RECORDED } from '../../simulation/acme.ts';

const NOTE = {
  title: 'The loading bay opens earlier',
  note: 'From Monday on it opens at 06:30.',
  manager: { name: 'Dana', email: DANA },
  participants: [{ name: 'Bill', email: 'bill@acme.example' }],
};
const errorsOf = (input: unknown, actor = DANA, tenant = ACME) => {
  const read = readShare(input, { tenant, actor, now: RECORDED, zoneData: 'test' });
  return 'errors' in read ? read.errors.map(({ path, message }) => `${path}: ${message}`) : [];
};

describe('what a manager shares', () => {
  test('is a note with people, and nothing to do', () => {
    const read = readShare(NOTE, { tenant: ACME, actor: DANA, now: RECORDED, zoneData: 'test' });
    expect(read).toMatchObject({
      recorded: {
        kind: 'share',
        commitments: [],
        checkIns: [],
        words: { title: NOTE.title, note: NOTE.note, 'p2.email': 'bill@acme.example' },
      },
    });
  });

  test('goes to the tenant’s own people only, each once, and at most nineteen', () => {
    const to = (...emails: string[]) => ({
      ...NOTE,
      participants: emails.map((email) => ({ name: 'One', email })),
    });
    expect(errorsOf(to('x@elsewhere.example'))).toEqual([
      expect.stringMatching(/^participants\[0\]\.email: Acme sends mail only to @acme\.example/),
    ]);
    expect(errorsOf(to('a@acme.example', 'A@acme.example'))).toEqual([
      expect.stringMatching(/^participants\[1\]\.email: The same address as participants\[0\]/),
    ]);
    expect(errorsOf(to())).toEqual(['participants: Name at least one person it is for.']);
    const many = Array.from({ length: 20 }, (_, at) => `p${at}@acme.example`);
    expect(errorsOf(to(...many))).toEqual(['participants: At most 19 people.']);
    expect(errorsOf(to(DANA))).toEqual([
      expect.stringMatching(/^participants\[0\]\.email: The same address as manager/),
    ]);
  });

  test('says everything that is wrong at once', () => {
    expect(errorsOf({ note: '  ', participants: [{ email: 'x@elsewhere.example' }] })).toEqual([
      'title: Fill this in.',
      'note: Write at least a word.',
      'manager: Fill this in.',
      'participants[0].name: Fill this in.',
      expect.stringMatching(/^participants\[0\]\.email: Acme sends mail only/),
    ]);
    expect(errorsOf([])).toEqual([': Send one JSON object with the fields of a share.']);
    expect(errorsOf({ ...NOTE, dueBy: '2027-01-15' })).toEqual([expect.stringContaining('dueBy')]);
  });

  test('is the manager’s own, and of a manager', () => {
    expect(errorsOf(NOTE, 'olga@acme.example')).toEqual([
      'manager.email: You are signed in as olga@acme.example. Share the note under that address.',
    ]);
    expect(errorsOf(NOTE, DANA, { ...ACME, managers: ['olga@acme.example'] })).toEqual([
      'manager.email: dana@acme.example is not a manager of Acme.',
    ]);
  });
});
