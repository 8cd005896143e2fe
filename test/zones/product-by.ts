import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { compileFunction } from 'node:vm';
import { intlOf } from './intl-of.ts';
import type { product } from './product.ts';
import type { ZoneData } from './zone-data.ts';

export type Product = typeof product;

/**
 * Starts the program anew out of its bundle, over the runtime's own time-zone data or over others, as a process of another
 * version would have them. Nothing it remembers of zones is shared with another start.
 */
export function productBy(bundle: string, zones?: ZoneData): Product {
  const module: { exports: { product: Product } } = { exports: Object.create(null) };
  const run = compileFunction(readFileSync(bundle, 'utf8'), ['Intl', 'require', 'module', 'exports']);
  run(zones ? intlOf(zones) : Intl, createRequire(bundle), module, module.exports);
  return module.exports.product;
}
