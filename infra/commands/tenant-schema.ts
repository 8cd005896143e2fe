import * as z from 'zod';
import { tenantFileSchema } from '../../functions/domain/tenant.ts';

export const SCHEMA_PATH = 'infra/tenant.schema.json';

/** The JSON Schema of a tenant file, for editors. What it cannot say (real zones, real holidays) is left to the synth. */
export function tenantJsonSchema(): string {
  const schema = z.toJSONSchema(tenantFileSchema, { io: 'input', target: 'draft-7' });
  return `${JSON.stringify({ title: 'A tenant of Nevertwice', ...schema }, undefined, 2)}\n`;
}
