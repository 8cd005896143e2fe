import { createPrivateKey } from 'node:crypto';
import * as z from 'zod';

const isPrivateKey = (text: string): boolean => {
  try {
    return createPrivateKey(text).asymmetricKeyType === 'rsa';
  } catch {
    return false;
  }
};

/** The JSON that Google hands out for a key of a service account, as far as it is needed. */
const keySchema = z.object({
  type: z.literal('service_account'),
  client_id: z.string().regex(/^\d+$/),
  client_email: z.email(),
  private_key: z.string().refine(isPrivateKey),
  token_uri: z.literal('https://oauth2.googleapis.com/token'),
});
export type GoogleKey = z.infer<typeof keySchema>;

export const GOOGLE_KEY = {
  schema: keySchema,
  made: 'the key that Google Cloud made for the service account',
  called: 'key of a service account',
  mend: 'Put the whole JSON file there that Google Cloud made',
};
