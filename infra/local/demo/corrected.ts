import type * as z from 'zod';

type Json = z.core.util.JSONType;

/** "commitments[0].dueReading" as ["commitments", 0, "dueReading"]. */
function keysOf(path: string): (string | number)[] {
  return path
    .split(/[.[\]]+/)
    .filter((key) => key !== '')
    .map((key) => (/^\d+$/.test(key) ? Number(key) : key));
}

function withValue(node: unknown, [key, ...rest]: (string | number)[], value: Json): unknown {
  if (key === undefined) return value;
  if (Array.isArray(node)) {
    const at = typeof key === 'number' ? key : node.length;
    return node.map((item, index) => (index === at ? withValue(item, rest, value) : item));
  }
  const fields = typeof node === 'object' && node !== null ? Object.entries(node) : [];
  const fresh = Object.fromEntries(fields);
  return { ...fresh, [key]: withValue(fresh[key], rest, value) };
}

/** A body with some of its fields set to other values. Never mutates. */
export function corrected(body: unknown, corrections: Readonly<Record<string, Json>>): unknown {
  return Object.entries(corrections).reduce<unknown>(
    (node, [path, value]) => withValue(node, keysOf(path), value),
    body,
  );
}

/**
 * What to say to a refusal that only asks which of two readings a wall time has: the earlier one, everywhere. Undefined where
 * anything else is wrong.
 */
export function readingsAskedFor(
  errors: readonly { path: string; message: string }[],
): Record<string, 'earlier'> | undefined {
  const fields = errors.map(({ path, message }) => {
    const field = /Set (?:\S+\.)?(\w*[rR]eading) to "earlier"/.exec(message)?.[1];
    return field === undefined ? undefined : `${path.slice(0, path.lastIndexOf('.'))}.${field}`;
  });
  return fields.includes(undefined)
    ? undefined
    : Object.fromEntries(fields.map((field) => [field, 'earlier' as const]));
}
