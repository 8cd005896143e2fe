import { Metric, type MetricOptions } from 'aws-cdk-lib/aws-cloudwatch';
import { DIMENSION, type MetricName, NAMESPACE } from '../../functions/adapters/metrics.ts';

/** What the Lambdas of a tenant measure in their log (functions/adapters/metrics.ts). */
export function measured(slug: string, metricName: MetricName, options: MetricOptions): Metric {
  return new Metric({
    namespace: NAMESPACE,
    metricName,
    dimensionsMap: { [DIMENSION]: slug },
    ...options,
  });
}
