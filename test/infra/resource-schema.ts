import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';
import type { Property, PropertyType, Resource as Schema } from '@aws-cdk/service-spec-types';
import * as z from 'zod';
import type { Template } from './synthesised.ts';

const spec = loadAwsServiceSpecSync();
const fields = z.record(z.string(), z.unknown());

/**
 * Where a template is not as AWS's own resource schemas want it: a resource, property or attribute that there is not, one
 * that is missing, a value of another kind. Each fault begins with its path. What is known only once deployed passes as any kind.
 */
export function schemaFaults({ Resources }: Template): string[] {
  return Object.entries(Resources).flatMap(([id, { Type, Properties }]) => {
    if (Type.startsWith('Custom::')) return [];
    const schema = schemaOf(Type);
    if (!schema) return [`${id}: there is no ${Type}`];
    return [...faultsIn(id, Properties, schema.properties), ...attributeFaults(id, Properties, Resources)];
  });
}

function schemaOf(type: string): Schema | undefined {
  return spec.lookup('resource', 'cloudFormationType', 'equals', type)[0];
}

function faultsIn(path: string, value: unknown, known: Readonly<Record<string, Property>>): string[] {
  const object = fields.safeParse(value);
  if (!object.success) return [`${path}: it is no object`];
  const missing = Object.entries(known).filter(([name, { required }]) => required && !(name in object.data));
  return [
    ...missing.map(([name]) => `${path}.${name}: it is missing`),
    ...Object.entries(object.data).flatMap(([name, inner]) => {
      const property = known[name];
      return property
        ? kindFaults(`${path}.${name}`, inner, property.type)
        : [`${path}.${name}: there is no such property`];
    }),
  ];
}

function kindFaults(path: string, value: unknown, type: PropertyType): string[] {
  if (isIntrinsic(value)) return [];
  const fits = (schema: z.ZodType, kind: string) =>
    schema.safeParse(value).success ? [] : [`${path}: it is no ${kind}`];
  switch (type.type) {
    case 'string':
    case 'date-time':
      return fits(z.string(), 'string');
    case 'integer':
      return fits(z.union([z.int(), z.string().regex(/^-?\d+$/)]), 'integer');
    case 'number':
      return fits(z.union([z.number(), z.string().regex(/^-?[\d.]+$/)]), 'number');
    case 'boolean':
      return fits(z.union([z.boolean(), z.enum(['true', 'false'])]), 'boolean');
    case 'tag':
      return fits(z.strictObject({ Key: z.string(), Value: z.unknown() }), 'tag');
    case 'json':
    case 'null':
      return [];
    case 'array': {
      const list = z.array(z.unknown()).safeParse(value);
      if (!list.success) return [`${path}: it is no list`];
      return list.data.flatMap((one, n) => kindFaults(`${path}[${n}]`, one, type.element));
    }
    case 'map': {
      const map = fields.safeParse(value);
      if (!map.success) return [`${path}: it is no map`];
      return Object.entries(map.data).flatMap(([name, one]) =>
        kindFaults(`${path}.${name}`, one, type.element),
      );
    }
    case 'ref':
      return faultsIn(path, value, spec.get('typeDefinition', type.reference.$ref).properties);
    case 'union': {
      const each = type.types.map((one) => kindFaults(path, value, one));
      return each.some((faults) => faults.length === 0) ? [] : (each[0] ?? []);
    }
  }
}

function isIntrinsic(value: unknown): boolean {
  const names = Object.keys(fields.safeParse(value).data ?? {});
  return names.length === 1 && (names[0] === 'Ref' || names[0]?.startsWith('Fn::') === true);
}

const getAtt = z.strictObject({ 'Fn::GetAtt': z.tuple([z.string(), z.string()]) });

function attributeFaults(path: string, value: unknown, resources: Template['Resources']): string[] {
  const got = getAtt.safeParse(value).data?.['Fn::GetAtt'];
  if (got) {
    const [id, attribute] = got;
    const type = resources[id]?.Type ?? '';
    if (type.startsWith('Custom::') || schemaOf(type)?.attributes[attribute]) return [];
    return [`${path}: ${type || id} has no ${attribute}`];
  }
  const list =
    z.array(z.unknown()).safeParse(value).data ?? Object.values(fields.safeParse(value).data ?? {});
  return list.flatMap((inner) => attributeFaults(path, inner, resources));
}
