import { describe, expect, test } from 'vitest';
import { body, errorsOf } from './sample.ts';

test('everything wrong is said at once, in the order of the form, each field once', () => {
  const input = {
    sendAt: '2026-01-01T10:00',
    checkIn: { at: '2027-01-01T10:00', minutes: 1, mintues: 15 },
    commitments: [
      { owner: 'nobody@acme.example', action: '', dueBy: '2026-01-01', partner: 'x', colour: 'red' },
      { owner: 'bill@acme.example', dueBy: 'soon', startBy: 7 },
    ],
    participants: [
      { name: '', email: 'bill@acme.example' },
      { name: 'Eve', email: 'eve@evil.example' },
    ],
    manager: { email: 'eve@acme.example', timezone: 'Mars' },
    timezone: 'Nowhere',
    titel: 'Discounts',
  };
  expect(errorsOf(input).map((error) => error.slice(0, error.indexOf(':')))).toEqual([
    'title',
    'timezone',
    'manager.name',
    'manager.email',
    'manager.timezone',
    'participants[0].name',
    'participants[1].email',
    'whatHappened',
    'neverAgain',
    'commitments[0].owner',
    'commitments[0].action',
    'commitments[0].dueBy',
    'commitments[0].partner',
    'commitments[0].colour',
    'commitments[1].action',
    'commitments[1].startBy',
    'commitments[1].dueBy',
    'checkIn.at',
    'checkIn.minutes',
    'checkIn.mintues',
    'sendAt',
    'titel',
  ]);
});

test('unknown fields are named where they stand', () => {
  expect(errorsOf(body({ titel: 'x' }, { duBy: 'x' }))).toEqual([
    'commitments[0].duBy: There is no such field. Check its spelling.',
    'titel: There is no such field. Check its spelling.',
  ]);
  expect(errorsOf(body({ [`x\r\n${'y'.repeat(100_000)}`]: 1 }))).toEqual([
    `x ${'y'.repeat(58)}…: There is no such field. Check its spelling.`,
  ]);
});

describe('what is no conversation at all', () => {
  test.each([null, undefined, 1, 'text', true, [], [{}]])('%j', (input) => {
    expect(errorsOf(input)).toEqual([': Send one JSON object with the fields of a conversation.']);
  });

  test('an empty one says what is missing', () => {
    expect(errorsOf({})).toEqual([
      'title: Fill this in.',
      'timezone: Fill this in.',
      'manager: Fill this in.',
      'participants: Fill this in.',
      'whatHappened: Fill this in.',
      'neverAgain: Fill this in.',
      'commitments: Fill this in.',
      'checkIn: Fill this in.',
    ]);
  });

  test('wrong types are answered with what to write', () => {
    const input = body(
      { title: 7, timezone: 7, manager: 'Dana', participants: {}, includeWhatHappened: 'yes', locale: 5 },
      { owner: 1, habit: 'no', dueBy: 5 },
    );
    expect(errorsOf(input)).toEqual([
      'title: Write a text.',
      'timezone: Write a text.',
      'locale: Write a text.',
      'manager: Write an object with its fields, in curly brackets.',
      'participants: Write a list, in square brackets.',
      'includeWhatHappened: Write true or false.',
      'commitments[0].owner: Say whose it is: an address from above.',
      'commitments[0].habit: Write true or false.',
      'commitments[0].dueBy: Write a date such as 2027-01-15, or date and time such as 2027-01-15T17:00.',
    ]);
  });
});
