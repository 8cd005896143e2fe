import type { AttributeValue } from '@aws-sdk/client-dynamodb';

type Item = Readonly<Record<string, AttributeValue>>;

// What DynamoDB bills for an item beside what is in it, for a map or list, and for each of its entries.
const ITEM_BYTES = 100;
const NESTED_BYTES = 3;
const ENTRY_BYTES = 1;

/** Bytes that DynamoDB keeps an item in (developer guide, "DynamoDB item sizes and formats"). */
export function itemBytes(item: Item): number {
  return ITEM_BYTES + Object.entries(item).reduce((sum, [name, value]) => sum + named(name, value), 0);
}

function named(name: string, value: AttributeValue): number {
  return Buffer.byteLength(name) + valueBytes(value);
}

function valueBytes(value: AttributeValue): number {
  if (value.S !== undefined) return Buffer.byteLength(value.S);
  if (value.N !== undefined) return Math.ceil(value.N.replace(/\D/g, '').length / 2) + 1;
  if (value.B !== undefined) return value.B.byteLength;
  if (value.L !== undefined)
    return value.L.reduce((sum, entry) => sum + ENTRY_BYTES + valueBytes(entry), NESTED_BYTES);
  if (value.M !== undefined)
    return Object.entries(value.M).reduce(
      (sum, [name, entry]) => sum + ENTRY_BYTES + named(name, entry),
      NESTED_BYTES,
    );
  return 1;
}
