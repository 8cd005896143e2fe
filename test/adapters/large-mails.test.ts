import { deflateRawSync, gzipSync } from 'node:zlib';
import { S3Client } from '@aws-sdk/client-s3';
import { expect, test } from 'vitest';
import { makeMailBucket } from '../../functions/adapters/mail-bucket.ts';
import { answeringServer, testClient } from './answering-server.ts';
import { startMailReader } from './mail-reader.ts';
import { multipart, rawMail } from './replies/raw-mail.ts';

const MEGABYTE = 1024 * 1024;
const bucketAt = (endpoint: string) =>
  makeMailBucket(new S3Client({ ...testClient, endpoint, forcePathStyle: true }), { bucket: 'mails' });

test('of a mail that never ends the first 4 MB are fetched, and nothing is asked for again', async () => {
  const closed = Promise.withResolvers<void>();
  let sent = 0;
  const { endpoint, heard } = await answeringServer((response) => {
    response.writeHead(200, { 'content-type': 'application/octet-stream' });
    const piece = Buffer.alloc(64 * 1024, 'x');
    const more = () => {
      let flows = true;
      while (flows && !response.closed) {
        sent += piece.length;
        flows = response.write(piece);
      }
    };
    response.on('drain', more).on('close', () => closed.resolve());
    more();
  });
  const raw = await bucketAt(endpoint).fetchMail('m1');
  await closed.promise;
  expect(raw?.length).toBe(4 * MEGABYTE);
  // What was on its way when the connection closed never reaches the heap.
  expect(sent).toBeLessThan(32 * MEGABYTE);
  expect(heard).toHaveLength(1);
});

test('a mail that is gone is none', async () => {
  const { endpoint } = await answeringServer((response) => {
    response
      .writeHead(404, { 'content-type': 'application/xml' })
      .end('<Error><Code>NoSuchKey</Code></Error>');
  });
  expect(await bucketAt(endpoint).fetchMail('m1')).toBeUndefined();
});

const base64 = (type: string, bytes: Buffer, more: string) => ({
  type,
  body: bytes.toString('latin1'),
  more,
});
const withAttachment = (type: string, bytes: Buffer, name: string) =>
  rawMail(
    { From: 'bill@acme.example', To: 'x', Subject: 'Re: x' },
    multipart('mixed', [
      { type: 'text/plain; charset=utf-8', body: 'Done, see the file.' },
      base64(
        `${type}; name="${name}"`,
        Buffer.from(bytes.toString('base64').replace(/.{76}/gu, '$&\r\n')),
        `Content-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename="${name}"`,
      ),
    ]),
  );

const zeros = Buffer.alloc(200 * MEGABYTE);

test.each([
  ['a gzip bomb', withAttachment('application/gzip', gzipSync(zeros, { level: 1 }), 'all.gz')],
  [
    'a bomb that says it is a calendar',
    withAttachment('text/calendar', gzipSync(zeros, { level: 1 }), 'a.ics'),
  ],
  ['a bomb in a zip', withAttachment('application/zip', deflateRawSync(zeros, { level: 1 }), 'all.zip')],
  [
    'a mail inside of a mail',
    withAttachment('message/rfc822', Buffer.from('Subject: y\r\n\r\nNever read'), 'y.eml'),
  ],
  ['twenty megabytes', withAttachment('image/jpeg', Buffer.alloc(20 * MEGABYTE, 7), 'photo.jpg')],
])('%s is attached to words that are read, and stays closed', async (_what, raw) => {
  const { mail, words, unpacked } = await startMailReader({ heapMegabytes: 64 })(raw);
  expect(words).toBe('Done, see the file.');
  expect(mail?.calendar).toBeUndefined();
  expect(JSON.stringify(mail).length).toBeLessThan(1000);
  expect(unpacked).toBe(0);
});
