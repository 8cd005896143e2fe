import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** Says why findings of cdk-nag are meant to be, by rule; a finding that names a part of a policy is `Rule[part]`. */
export function acknowledge(construct: IConstruct, reasons: Readonly<Record<string, string>>): void {
  const findings = Object.entries(reasons).map(([id, reason]) => ({ id, reason }));
  Validations.of(construct).acknowledge(...findings);
}
