import type { Section } from '../../../templates/mail/section.ts';
import type { Commitment } from '../../domain/conversation.ts';
import type { Delivery } from '../../domain/delivery.ts';
import { withoutConsequence } from './commitment-for.ts';
import { commitmentAbout, type Scope } from './scope.ts';

/** What a partner helps with: neither what follows a miss, nor what its owner answered. */
export function partnerHelp(
  scope: Scope,
  stage: 'recap' | 'on-the-way',
  commitments: readonly Commitment[],
): Section {
  const told = commitments.map((commitment) => ({
    ...withoutConsequence(scope, commitment),
    partner: undefined,
    answer: undefined,
  }));
  return { kind: 'partner-help', stage, commitments: told };
}

/** How can you help? Once for all that is on the way. */
export function partnerHelpSections(scope: Scope, deliveries: readonly Delivery[]): Section[] {
  return [
    partnerHelp(
      scope,
      'on-the-way',
      deliveries.map((delivery) => commitmentAbout(scope, delivery)),
    ),
  ];
}
