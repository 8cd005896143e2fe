import { createHash } from 'node:crypto';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { SaveWords } from '../app/ports.ts';
import type { Table } from './dynamo-table.ts';

type Words = Readonly<Record<string, string>>;
type Text = { ref: string; words: string };

// DynamoDB refuses an item above 400 KB; the words of forty commitments can be more.
const ITEM_BYTES = 256 * 1024;
const TEXT = 'TEXT#';

const textItem = z.object({ sk: z.string(), words: z.string() });
const wordsSchema = z.record(z.string(), z.string());

/**
 * The items that hold words: JSON under a key made from its own hash, so that a retry or a lost race rewrites the same
 * bytes and never another's.
 */
function textsOf(words: Words): Text[] {
  let room = 0;
  const parts: [string, string][][] = [];
  for (const entry of Object.entries(words)) {
    const bytes = Buffer.byteLength(JSON.stringify(entry));
    const last = parts.at(-1);
    if (last && bytes <= room) last.push(entry);
    else parts.push([entry]);
    room = (last && bytes <= room ? room : ITEM_BYTES) - bytes;
  }
  return parts.map((part) => {
    const json = JSON.stringify(Object.fromEntries(part));
    return { ref: createHash('sha256').update(json).digest('base64url').slice(0, 22), words: json };
  });
}

/** The references that stand in HEAD instead of words. */
export function textRefs(words: Words): string[] {
  return textsOf(words).map((text) => text.ref);
}

/** What is found of a text by its reference; nothing once it is erased. */
export type ReadText = (ref: string) => Words;

/** Takes the words out of a conversation's items. */
export function readTexts(items: readonly unknown[]): ReadText {
  const texts = new Map(
    items.flatMap((item) => {
      const text = textItem.safeParse(item);
      return text.success && text.data.sk.startsWith(TEXT) ? [[text.data.sk, text.data.words] as const] : [];
    }),
  );
  return (ref) => wordsSchema.parse(JSON.parse(texts.get(TEXT + ref) ?? '{}'));
}

export function makeSaveWords(table: Table): SaveWords {
  return async (id, facts) => {
    const texts = facts.flatMap((fact) => textsOf(fact.words ?? {}));
    const puts = [...new Map(texts.map((text) => [text.ref, text])).values()].map(({ ref, words }) =>
      table.client.send(
        new PutCommand({
          TableName: table.name,
          Item: { pk: `CONVERSATION#${id}`, sk: TEXT + ref, words },
        }),
      ),
    );
    await Promise.all(puts);
  };
}
