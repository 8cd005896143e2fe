import { DeleteObjectCommand, GetObjectCommand, NoSuchKey, S3Client } from '@aws-sdk/client-s3';
import type { DeleteMail, FetchMail } from '../app/incoming-mail.ts';
import { type ClientConfig, timeouts } from './client-config.ts';

// Reading and deleting again is harmless, and Lambda calls again besides: three attempts.
export function makeS3Client(config: ClientConfig): S3Client {
  return new S3Client({ ...config, maxAttempts: 3, requestHandler: timeouts(1_000, 10_000) });
}

// SES takes 40 MB; what people write and what their calendars answer stands in the first of it.
const MOST_BYTES = 4 * 1024 * 1024;

type Chunks = AsyncIterable<Uint8Array>;

function isChunks(body: unknown): body is Chunks {
  return typeof body === 'object' && body !== null && Symbol.asyncIterator in body;
}

async function beginning(body: Chunks): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    size += chunk.length;
    // Leaving the loop ends the connection, so the rest never comes.
    if (size >= MOST_BYTES) break;
  }
  return Buffer.concat(chunks).subarray(0, MOST_BYTES);
}

/** Mails as SES put them into the tenant's bucket, by its message id; of a long one the first 4 MB. Throws on an outage. */
export function makeMailBucket(
  client: S3Client,
  { bucket }: { bucket: string },
): { fetchMail: FetchMail; deleteMail: DeleteMail } {
  return {
    fetchMail: async (id) => {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: id }));
        return isChunks(Body) ? await beginning(Body) : undefined;
      } catch (problem) {
        if (problem instanceof NoSuchKey) return undefined;
        throw problem;
      }
    },
    deleteMail: async (id) => {
      await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: id }));
    },
  };
}
