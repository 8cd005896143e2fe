import { generateKeyPairSync } from 'node:crypto';
import type { GoogleAccount } from './google-server.ts';

/** A service account of this machine's Google, and its key as Google Cloud hands it out. */
export function makeAccount(slug: string): { account: GoogleAccount; secret: string } {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const email = `nevertwice@${slug}.iam.gserviceaccount.com`;
  const key = {
    type: 'service_account',
    client_id: '100000000000000000000',
    client_email: email,
    private_key: privateKey,
    token_uri: 'https://oauth2.googleapis.com/token',
  };
  return { account: { email, publicKey }, secret: JSON.stringify(key) };
}
