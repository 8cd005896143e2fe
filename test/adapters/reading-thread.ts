import { createHook } from 'node:async_hooks';
import { parentPort } from 'node:worker_threads';
import { gunzipSync, gzipSync } from 'node:zlib';
import { readMail } from '../../functions/adapters/read-mail.ts';
import { ownWords } from '../../functions/app/own-words.ts';

let unpacked = 0;
createHook({
  init: (_id, type) => {
    if (type === 'ZLIB') unpacked++;
  },
}).enable();
// Shows that it is counted.
gunzipSync(gzipSync(''));
const itself = unpacked;

parentPort?.on('message', async (raw: Uint8Array) => {
  const mail = await readMail(raw);
  parentPort?.postMessage({
    mail,
    words: ownWords(mail?.text ?? ''),
    unpacked: itself === 2 ? unpacked - itself : -1,
  });
});
