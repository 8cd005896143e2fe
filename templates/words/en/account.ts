// Cognito puts the code in place of this.
const CODE = '{####}';

/** What Amazon Cognito says for us to managers who sign in. Bodies are read as HTML, so they carry no name that somebody chose. */
export const account = {
  sender: (tenant: string) => `Nevertwice, for ${tenant}`,
  // Cognito ends the sentence itself.
  notAManager: (tenant: string) =>
    `Only managers of ${tenant} need an account. If you are one, use the address that ${tenant} gave you, or ask whoever runs Nevertwice there to add yours. Everybody else answers from their mails, without an account`,
  signUpSubject: (tenant: string) => `Is this your address? Nevertwice, for ${tenant}`,
  signUpBody: `Your code is ${CODE}. Type it where you asked for it, and you can sign in with this address. If you did not just sign up yourself, do not use it: whoever did also chose a password.`,
  codeSubject: (tenant: string) => `Your code to sign in: Nevertwice, for ${tenant}`,
  codeBody: `Your code is ${CODE}. It signs you in for a few minutes from now. If you did not ask for it, give it to nobody; without it nobody gets in.`,
};
