import type { PreSignUpTriggerEvent } from 'aws-lambda';

type Asked = { triggerSource?: PreSignUpTriggerEvent['triggerSource']; attributes?: Record<string, string> };

/** What Cognito asks the pre-sign-up trigger ("Pre sign-up Lambda trigger" of its guide): `null` is how it leaves out. */
export function signUpOf(email: string | undefined, asked: Asked = {}): PreSignUpTriggerEvent {
  const { triggerSource = 'PreSignUp_SignUp', attributes = {} } = asked;
  return JSON.parse(
    JSON.stringify({
      version: '1',
      region: 'eu-west-1',
      userPoolId: 'eu-west-1_AbCdEfGhI',
      userName: '02b5a4d4-7061-70a3-1c3b-0b7a4a3a9d1e',
      callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId: '4k2jexampleclientid7q9s1' },
      triggerSource,
      request: {
        userAttributes: { ...attributes, ...(email !== undefined && { email }) },
        validationData: null,
      },
      response: { autoConfirmUser: false, autoVerifyEmail: false, autoVerifyPhone: false },
    }),
  );
}
