import { describe, expect, test } from 'vitest';
import { body, errorsOf, recordedAs } from './sample.ts';

const ONE = 'Write exactly one mail address, such as name@example.com.';
const OURS =
  'Acme sends mail only to @acme.example, @xn--bcher-kva.example. Use an address there, or ask whoever runs Nevertwice for you to add this one.';

function withBill(changes: Record<string, unknown>) {
  return body({ participants: [{ name: 'Bill', email: 'bill@acme.example', ...changes }] });
}
function people(count: number) {
  return Array.from({ length: count }, (_, n) => ({ name: `P ${n}`, email: `p${n}@acme.example` }));
}

describe('addresses', () => {
  test.each([
    'a@acme.example, b@acme.example',
    'a@acme.example;b@acme.example',
    'a@acme.example b@acme.example',
    'Bill <bill@acme.example>',
    '<bill@acme.example>',
    'bill@acme.example\r\nBcc: eve@evil.example',
    'bill\u0000@acme.example',
    'bill@acme.example\u2028',
    'bill',
    '@acme.example',
    'bill@',
    'bill@@acme.example',
    'bill@acme',
    'bill@[127.0.0.1]',
    'bill@127.0.0.1',
    '"bill smith"@acme.example',
    '.bill@acme.example',
    'bi..ll@acme.example',
    'bill@-acme.example',
    'bill@acme.example.',
    `${'x'.repeat(65)}@acme.example`,
    `x@${'a.'.repeat(130)}example`,
    'bïll@acme.example',
    '',
  ])('%j is not exactly one', (email) => {
    const errors = errorsOf(
      body({ participants: [{ name: 'Bill', email }] }, { owner: 'dana@acme.example' }),
    );
    expect(errors.map((error) => error.replace(/ Name each.*/, ''))).toEqual(
      email.endsWith('\u2028') ? [] : [`participants[0].email: ${ONE}`],
    );
  });

  test.each(['bill@acme.example', ' BILL@Acme.Example ', "b.o'neil+dock_7@acme.example"])(
    '%j is',
    (email) => {
      expect(errorsOf(body({ participants: [{ name: 'Bill', email }] }, { owner: email }))).toEqual([]);
    },
  );

  test('a domain with an umlaut is kept and compared in its ASCII form', () => {
    const recorded = recordedAs(
      body(
        { participants: [{ name: 'Jörg', email: 'joerg@BÜCHER.example' }] },
        { owner: 'joerg@xn--bcher-kva.example' },
      ),
    );
    expect(recorded.words?.['p2.email']).toBe('joerg@xn--bcher-kva.example');
    expect(recorded.commitments[0]?.owner).toBe('p2');
  });

  test.each([
    'bill@evil.example',
    'bill@sub.acme.example',
    'bill@acme.example.evil.example',
    'bill@notacme.example',
    'bill@acme-example.com',
    'bill@аcme.example',
    'other@elsewhere.example',
  ])('%s is outside the tenant and gets nothing', (email) => {
    expect(
      errorsOf(body({ participants: [{ name: 'Bill', email }] }, { owner: 'dana@acme.example' })),
    ).toEqual([`participants[0].email: ${OURS}`]);
  });

  test('a single address that the tenant lists may receive mail', () => {
    const email = 'coach@elsewhere.example';
    expect(errorsOf(body({ participants: [{ name: 'Coach', email }] }, { owner: email }))).toEqual([]);
  });

  test('the same address twice is found in any case, the manager among them', () => {
    const participants = [
      { name: 'Bill', email: 'bill@acme.example' },
      { name: 'Billy', email: 'BILL@ACME.EXAMPLE' },
      { name: 'D', email: 'Dana@acme.example' },
    ];
    expect(errorsOf(body({ participants }))).toEqual([
      'participants[1].email: The same address as participants[0]. Name each person once.',
      'participants[2].email: The same address as manager. Name each person once.',
    ]);
  });

  test('a partner is one address of the tenant, and somebody else than the owner', () => {
    expect(errorsOf(body({}, { partner: 'a@acme.example,b@acme.example' }))).toEqual([
      `commitments[0].partner: ${ONE}`,
    ]);
    expect(errorsOf(body({}, { partner: 'eve@evil.example' }))).toEqual([`commitments[0].partner: ${OURS}`]);
    expect(errorsOf(body({}, { partner: 'BILL@acme.example' }))).toEqual([
      'commitments[0].partner: A partner is somebody else than the owner.',
    ]);
  });

  test('a partner from outside the talk joins as a partner, one from inside stays who they are', () => {
    const outside = recordedAs(body({}, { partner: 'Pat@acme.example' }));
    expect(outside.people[3]).toMatchObject({ id: 'p4', role: 'partner' });
    expect(outside.commitments[0]?.partner).toBe('p4');
    const inside = recordedAs(body({}, { partner: 'mei@acme.example' }));
    expect(inside.people).toHaveLength(3);
    expect(inside.commitments[0]?.partner).toBe('p3');
  });
});

describe('the manager', () => {
  test('is who is signed in', () => {
    expect(errorsOf(body({ manager: { name: 'Eve', email: 'mei2@acme.example' } }))).toEqual([
      'manager.email: You are signed in as dana@acme.example. Record the conversation under that address.',
    ]);
  });
});

describe('people', () => {
  test('at most twenty, partners included', () => {
    const nineteen = people(19);
    expect(errorsOf(body({ participants: nineteen }, { owner: 'dana@acme.example' }))).toEqual([]);
    expect(errorsOf(body({ participants: people(20) }, { owner: 'dana@acme.example' }))).toEqual([
      'participants: At most 19 participants.',
    ]);
    expect(
      errorsOf(body({ participants: nineteen }, { owner: 'dana@acme.example', partner: 'pat@acme.example' })),
    ).toEqual(['participants: At most 20 people, the manager and partners included.']);
    expect(errorsOf(body({ participants: [] }, { owner: 'dana@acme.example' }))).toEqual([
      'participants: Name at least one person you talked with.',
    ]);
  });

  test('a hundred thousand of them are refused as fast as one too many', () => {
    const rows = Array.from({ length: 100_000 }, () => ({}));
    const errors = errorsOf(body({ participants: rows, commitments: rows, laterCheckIns: rows }));
    expect(errors).toContain('participants: At most 19 participants.');
    expect(errors).toContain('commitments: At most 40 commitments.');
    expect(errors).toContain('laterCheckIns: Give at most 9 of them.');
  });

  test('someone without mail owns by name, however it is spaced', () => {
    const participants = [{ name: ' Jo \u00a0 Vu\u0308 ' }, { name: 'Bill', email: 'bill@acme.example' }];
    const recorded = recordedAs(body({ participants }, { owner: 'Jo  Vü' }));
    expect(recorded.commitments[0]?.owner).toBe('p2');
    expect(recorded.people[1]).toMatchObject({ mail: false });
    expect(recorded.words).not.toHaveProperty('p2.email');
  });

  test('two without mail need names that tell them apart', () => {
    const participants = [{ name: 'Jo' }, { name: 'Jo ' }, { name: 'Jo', email: 'jo@acme.example' }];
    expect(errorsOf(body({ participants }, { owner: 'jo@acme.example' }))).toEqual([
      'participants[1].name: Somebody else without mail has this name. Add a letter or a surname.',
    ]);
  });

  test('owners have to be in the conversation', () => {
    const nobody = "is not in this conversation. Use the manager's or a participant's address.";
    expect(errorsOf(body({}, { owner: 'eve@acme.example' }))).toEqual([
      `commitments[0].owner: eve@acme.example ${nobody}`,
    ]);
    expect(errorsOf(body({}, { owner: `x\r\n${'y'.repeat(300)}` }))).toEqual([
      `commitments[0].owner: x ${'y'.repeat(58)}… ${nobody}`,
    ]);
    expect(errorsOf(body({}, { owner: ' ' }))).toEqual([
      'commitments[0].owner: Say whose it is: an address from above.',
    ]);
    expect(errorsOf(body({}, { owner: 'DANA@acme.example' }))).toEqual([]);
  });

  test('at most forty commitments', () => {
    const [commitment] = body().commitments;
    const rows = (count: number) => Array.from({ length: count }, () => commitment);
    expect(errorsOf(body({ commitments: rows(40) }))).toEqual([]);
    expect(errorsOf(body({ commitments: rows(41) }))).toEqual(['commitments: At most 40 commitments.']);
    expect(errorsOf(body({ commitments: [] }))).toEqual(['commitments: Write down at least one commitment.']);
  });

  test('unknown zones, countries and languages are named as such', () => {
    expect(errorsOf(withBill({ timezone: 'Mars/Olympus', country: 'XX', locale: 'e' }))).toEqual([
      'participants[0].timezone: Not a time zone we know. Write an IANA name such as Europe/Amsterdam.',
      'participants[0].locale: Write a language tag such as en or pt-BR.',
      'participants[0].country: We have no days off for XX. Use one of NL, AU-NSW.',
    ]);
    for (const timezone of ['+01:00', 'Europe/Amsterdam\r\n', '', '__proto__', '[u-ca=hebrew]']) {
      const errors = errorsOf(body({ timezone }));
      expect(errors).toEqual(
        timezone.startsWith('Europe')
          ? []
          : ['timezone: Not a time zone we know. Write an IANA name such as Europe/Amsterdam.'],
      );
    }
  });

  test('working hours are days and clock times', () => {
    const workingHours = [{ days: [0, 8, 1.5, 'x'], from: '9', to: '24:00' }];
    const time = 'Write the time as HH:MM, for example 09:00.';
    expect(errorsOf(withBill({ workingHours }))).toEqual([
      'participants[0].workingHours[0].days[0]: At least 1.',
      'participants[0].workingHours[0].days[1]: At most 7.',
      'participants[0].workingHours[0].days[2]: Write a whole number.',
      'participants[0].workingHours[0].days[3]: Write a number.',
      `participants[0].workingHours[0].from: ${time}`,
      `participants[0].workingHours[0].to: ${time}`,
    ]);
    expect(errorsOf(withBill({ workingHours: [] }))).toEqual([
      'participants[0].workingHours: Give at least 1 of them.',
    ]);
  });
});
