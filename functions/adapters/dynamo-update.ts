type Values = Readonly<Record<string, unknown>>;
type Change = {
  /** Replaces attributes; removes those that are undefined. */
  set?: Values;
  /** Adds attributes only where they are missing. */
  fill?: Values;
  /** Adds to the end of lists. */
  append?: Readonly<Record<string, readonly unknown[]>>;
  /** Puts entries into maps. */
  put?: Readonly<Record<string, Values>>;
};
type Part = { text: string; names: Readonly<Record<string, string>>; values: Values };

/**
 * The expressions of an UpdateItem. Every attribute gets the alias `#name` (DynamoDB reserves hundreds of words) and its
 * value stands under `:name`, where a condition can use them too.
 */
export function updateOf({ set = {}, fill = {}, append = {}, put = {} }: Change) {
  const gone = Object.keys(set).filter((name) => set[name] === undefined);
  const removes = gone.map((name) => ({ text: `#${name}`, names: { [`#${name}`]: name }, values: {} }));
  const sets = [
    ...partsOf(set, (name) => `#${name} = :${name}`),
    ...partsOf(fill, (name) => `#${name} = if_not_exists(#${name}, :${name})`),
    ...partsOf(append, (name) => `#${name} = list_append(#${name}, :${name})`),
    ...Object.entries(put).flatMap(([name, entries]) => putParts(name, entries)),
  ];
  const parts = [...sets, ...removes];
  const values = Object.fromEntries(sets.flatMap((part) => Object.entries(part.values)));
  return {
    UpdateExpression: [clause('SET', sets), clause('REMOVE', removes)].join(' ').trim(),
    ExpressionAttributeNames: Object.fromEntries(parts.flatMap(({ names }) => Object.entries(names))),
    // DynamoDB refuses an empty map of values.
    ...(sets.length > 0 && { ExpressionAttributeValues: values }),
  };
}

function clause(word: string, parts: readonly Part[]): string {
  return parts.length > 0 ? `${word} ${parts.map(({ text }) => text).join(', ')}` : '';
}

function partsOf(values: Values, write: (name: string) => string): Part[] {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ({
      text: write(name),
      names: { [`#${name}`]: name },
      values: { [`:${name}`]: value },
    }));
}

function putParts(name: string, entries: Values): Part[] {
  return Object.entries(entries).map(([key, value], at) => ({
    text: `#${name}.#${name}${at} = :${name}${at}`,
    names: { [`#${name}`]: name, [`#${name}${at}`]: key },
    values: { [`:${name}${at}`]: value },
  }));
}
