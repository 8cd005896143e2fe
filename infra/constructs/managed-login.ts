import { CfnManagedLoginBranding, type UserPool, type UserPoolClient } from 'aws-cdk-lib/aws-cognito';
import type { Construct } from 'constructs';
import { type Accents, accents } from '../../templates/parts/accent.ts';
import { onAccent } from '../../templates/parts/tokens.ts';

type Branded = { pool: UserPool; client: UserPoolClient; colour: string };

/** Cognito's pages in the tenant's colour; without a branding there are no pages. What is not said here stays Cognito's. */
export function brandManagedLogin(scope: Construct, { pool, client, colour }: Branded): void {
  const { light, dark } = accents(colour);
  new CfnManagedLoginBranding(scope, 'SignInLook', {
    userPoolId: pool.userPoolId,
    clientId: client.userPoolClientId,
    settings: {
      components: {
        primaryButton: {
          lightMode: buttonOf(light, onAccent.light),
          darkMode: buttonOf(dark, onAccent.dark),
        },
      },
    },
  });
}

function buttonOf({ accent, press }: Accents, text: string) {
  const painted = (colour: string) => ({ backgroundColor: rgba(colour), textColor: rgba(text) });
  return { defaults: painted(accent), hover: painted(press), active: painted(press) };
}

/** `#rrggbb` as Cognito writes colours. */
function rgba(colour: string): string {
  return `${colour.slice(1)}ff`;
}
