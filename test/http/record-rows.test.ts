import { expect, it } from 'vitest';
import { changeRows, rowChangeOf } from '../../functions/http/manager/record-rows.ts';

const FORM = {
  title: 'Discounts',
  'participants[0].name': 'Bill',
  'participants[1].name': 'Mei',
  'participants[2].name': 'Tom',
  'commitments[0].owner': 'manager',
  'commitments[0].action': 'mine',
  'commitments[1].owner': 'participants[0]',
  'commitments[1].action': 'first',
  'commitments[1].dueBy.quick': '2027-01-15',
  'commitments[2].owner': 'participants[2]',
  'commitments[2].action': 'second',
};

function pressed(button: string, form: Record<string, string> = FORM): Record<string, string> {
  const change = rowChangeOf(button);
  if (!change) throw new Error(`No button says ${button}.`);
  return Object.fromEntries(changeRows(new URLSearchParams(form), change));
}

it('copies a commitment below itself, and moves the later ones down', () => {
  const after = pressed('copy commitments[1]');
  expect(after['commitments[2].action']).toBe('first');
  expect(after['commitments[2].dueBy.quick']).toBe('2027-01-15');
  expect(after['commitments[2].owner']).toBe('participants[0]');
  expect(after['commitments[3].action']).toBe('second');
});

it('moves a commitment with all its fields, never past the manager’s own', () => {
  const down = pressed('down commitments[1]');
  expect([down['commitments[1].action'], down['commitments[2].action']]).toEqual(['second', 'first']);
  expect(down['commitments[2].dueBy.quick']).toBe('2027-01-15');
  expect(pressed('up commitments[2]')).toEqual(down);
  for (const button of ['up commitments[1]', 'down commitments[2]', 'down commitments[0]'])
    expect(pressed(button)).toEqual(FORM);
});

it('removes a row and closes the gap; the manager’s own card stays', () => {
  const after = pressed('remove commitments[1]');
  expect(after['commitments[1].action']).toBe('second');
  expect(after['commitments[2].action']).toBeUndefined();
  expect(pressed('remove commitments[0]')).toEqual(FORM);
});

it('removes a person, and owners still name whom they named', () => {
  const after = pressed('remove participants[0]');
  expect(after['participants[0].name']).toBe('Mei');
  expect(after['commitments[1].owner']).toBe('');
  expect(after['commitments[2].owner']).toBe('participants[1]');
});

it('adds a commitment for whoever has none yet', () => {
  expect(pressed('add commitments[3]')['commitments[3].owner']).toBe('participants[1]');
  const all = { ...FORM, 'commitments[3].owner': 'participants[1]' };
  expect(pressed('add commitments[4]', all)['commitments[4].owner']).toBe('participants[0]');
});

it('knows only its own buttons', () => {
  for (const button of ['', 'drop commitments[1]', 'copy title', 'copy commitments[x]', 'copy __proto__[1]'])
    expect(rowChangeOf(button)).toBeUndefined();
});
