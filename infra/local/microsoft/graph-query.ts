/** The one filter that events are found by: a property's id and value; undefined for any other. */
export function filterOf(text: string | null): { id: string; value: string } | undefined {
  const shape = /^singleValueExtendedProperties\/Any\(ep: ep\/id eq '([^']+)' and ep\/value eq '([^']*)'\)$/;
  const [, id, value] = shape.exec(text ?? '') ?? [];
  return id === undefined || value === undefined ? undefined : { id, value };
}

/** The properties that an event is to be told with: none but those named. Undefined for what Graph would not understand. */
export function expandOf(text: string | null): ReadonlySet<string> | undefined {
  if (text === null) return new Set();
  const [, conditions] = /^singleValueExtendedProperties\(\$filter=(.+)\)$/.exec(text) ?? [];
  const ids = conditions?.split(' or ').map((one) => /^id eq '([^']+)'$/.exec(one)?.[1]);
  return ids?.every((id) => id !== undefined) ? new Set(ids) : undefined;
}
