/** A SendRawEmail as the Query protocol carries it, nothing checked yet. */
export type RawEmailForm = {
  source: string | undefined;
  destinations: string[];
  tags: { name: string; value: string }[];
  configurationSet: string | undefined;
  raw: Uint8Array;
};

export function readRawEmailForm(form: URLSearchParams): RawEmailForm {
  return {
    source: form.get('Source') ?? undefined,
    destinations: members(form, 'Destinations.member').map((key) => form.get(key) ?? ''),
    tags: members(form, 'Tags.member').map((key) => ({
      name: form.get(`${key}.Name`) ?? '',
      value: form.get(`${key}.Value`) ?? '',
    })),
    configurationSet: form.get('ConfigurationSetName') ?? undefined,
    raw: Buffer.from(form.get('RawMessage.Data') ?? '', 'base64'),
  };
}

function members(form: URLSearchParams, prefix: string): string[] {
  const found: string[] = [];
  for (let number = 1; ; number += 1) {
    const key = `${prefix}.${number}`;
    if (![...form.keys()].some((name) => name === key || name.startsWith(`${key}.`))) return found;
    found.push(key);
  }
}
