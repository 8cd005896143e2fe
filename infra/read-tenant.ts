import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { orNothing } from '../functions/domain/or-nothing.ts';
import { withPreset } from '../functions/domain/privacy.ts';
import { readFields } from '../functions/domain/read-fields.ts';
import { type Tenant, type TenantFile, tenantFileSchema, tenantSchema } from '../functions/domain/tenant.ts';
import { holidayDates, type Years, yearsAround } from './holidays.ts';

/** `file`: with what only its deployment needs; `tenant`: what the Lambdas are told. */
export type ReadTenant = { tenant: Tenant; file: TenantFile } | { errors: string[] };

/**
 * Reads a tenant file and adds the days off of every country in it. Answers all errors at once, each beginning with the
 * name of its field. The years default to those around today.
 */
export async function readTenant(path: string, years: Years = yearsAround(Date.now())): Promise<ReadTenant> {
  const text = await readText(path);
  if (typeof text !== 'string') return text;
  const json = parseJson(text);
  if ('errors' in json) return json;
  return checkTenant(json.value, years);
}

/** The same for the content of a file. */
export function checkTenant(content: unknown, years: Years = yearsAround(Date.now())): ReadTenant {
  const fields = z.record(z.string(), z.unknown()).safeParse(content);
  if (!fields.success) return { errors: ['it must be one JSON object'] };
  const read = readFields(tenantFileSchema, withPreset(fields.data));
  const calendars = readCalendars(content, years);
  if ('data' in read && calendars.errors.length === 0)
    return {
      tenant: tenantSchema.parse({ ...read.data, holidays: calendars.holidays }),
      file: read.data,
    };
  const shape = 'errors' in read ? read.errors : [];
  return {
    errors: [
      ...shape.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`)),
      ...calendars.errors,
    ],
  };
}

async function readText(path: string): Promise<string | { errors: string[] }> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { errors: [`it cannot be read (${why})`] };
  }
}

function parseJson(text: string): { value: unknown } | { errors: string[] } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    if (error instanceof SyntaxError) return { errors: [`it is not JSON (${error.message})`] };
    throw error;
  }
}

// Read apart from the rest, so that an unknown country is told beside the other errors. What is no region at all is the
// schema's to say.
const { country } = tenantFileSchema.shape;
const looseCountries = z.object({
  country: orNothing(country),
  otherCountries: z.array(z.union([country, z.null()]).catch(null)).catch([]),
});

function readCalendars(content: unknown, years: Years): { holidays: Tenant['holidays']; errors: string[] } {
  const loose = looseCountries.safeParse(content);
  if (!loose.success) return { holidays: {}, errors: [] };
  const named = [
    { field: 'country', region: loose.data.country },
    ...loose.data.otherCountries.map((region, n) => ({ field: `otherCountries[${n}]`, region })),
  ];
  const holidays: Tenant['holidays'] = {};
  const errors: string[] = [];
  for (const { field, region } of named) {
    if (!region) continue;
    const read = holidayDates(region, years);
    if ('problem' in read) errors.push(`${field}: ${read.problem}`);
    else holidays[region] = read.dates;
  }
  return { holidays, errors };
}
