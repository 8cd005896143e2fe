import { performance } from 'node:perf_hooks';
import { fleetOf } from '../infra/fleet-of.ts';
import { makeApp } from '../infra/synthesised.ts';
import type { Row } from './row.ts';

const TENANTS = 50;

/** How long fifty tenants take to synthesise into `outdir`, bundles included; the checks of cdk-nag are left out. */
export function measureSynth(outdir: string): Row {
  const start = performance.now();
  makeApp(fleetOf('havenlog', TENANTS - 1), { bundle: true, outdir }).synth();
  return { what: `synth of ${TENANTS} tenants`, value: performance.now() - start, unit: 'ms' };
}
