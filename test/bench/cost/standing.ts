import { realFleet, resourcesOfType, synthesise, templateOf } from '../../infra/synthesised.ts';
import type { Standing } from './idle-bill.ts';

/** What of the example tenant's stack costs by being there. */
export async function standingOf(slug: string): Promise<Standing> {
  const template = templateOf(synthesise(await realFleet()), `nevertwice-${slug}`);
  const count = (type: string) => resourcesOfType(template, type).length;
  return { alarms: count('AWS::CloudWatch::Alarm'), secrets: count('AWS::SecretsManager::Secret') };
}
