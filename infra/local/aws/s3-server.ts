import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { systemCode } from '../clear-error.ts';
import { writeDurably } from '../write-durably.ts';
import type { Backend } from './front.ts';
import type { Reply, Request } from './wire.ts';

const ACTIONS: Readonly<Record<string, string>> = {
  GET: 'GetObject',
  PUT: 'PutObject',
  DELETE: 'DeleteObject',
};

function place({ url }: Request): { bucket: string; key: string } {
  const [, bucket = '', ...rest] = new URL(url, 'http://s3').pathname.split('/');
  return { bucket: decodeURIComponent(bucket), key: decodeURIComponent(rest.join('/')) };
}

function s3Error(status: number, code: string, message: string): Reply {
  return {
    status,
    headers: { 'content-type': 'application/xml' },
    body: `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message><RequestId>${randomUUID()}</RequestId></Error>`,
  };
}

function refuse(mode: 'throttle' | 'reject' | 'error'): Reply {
  switch (mode) {
    case 'throttle':
      return s3Error(503, 'SlowDown', 'Please reduce your request rate.');
    case 'reject':
      return s3Error(403, 'AccessDenied', 'Access Denied');
    case 'error':
      return s3Error(500, 'InternalError', 'We encountered an internal error. Please try again.');
  }
}

/** S3 as far as putting, getting and deleting one object goes (path-style); objects are files in `folder`. */
export function startS3({ folder }: { folder: string }) {
  const fileOf = (bucket: string, key: string) =>
    join(folder, `${encodeURIComponent(bucket)} ${encodeURIComponent(key)}`);
  const put = (bucket: string, key: string, bytes: Uint8Array) => {
    mkdirSync(folder, { recursive: true });
    writeDurably(fileOf(bucket, key), bytes);
  };
  const get = (bucket: string, key: string): Uint8Array | undefined => {
    try {
      return readFileSync(fileOf(bucket, key));
    } catch (error) {
      if (systemCode(error) === 'ENOENT') return undefined;
      throw error;
    }
  };

  const serve = async (request: Request): Promise<Reply> => {
    const { bucket, key } = place(request);
    switch (ACTIONS[request.method]) {
      case 'PutObject':
        put(bucket, key, request.body);
        return { status: 200, headers: { etag: '"0"' }, body: '' };
      case 'GetObject': {
        const body = get(bucket, key);
        if (!body) return s3Error(404, 'NoSuchKey', 'The specified key does not exist.');
        return { status: 200, headers: { 'content-type': 'application/octet-stream', etag: '"0"' }, body };
      }
      case 'DeleteObject':
        rmSync(fileOf(bucket, key), { force: true });
        return { status: 204, headers: {}, body: '' };
      default:
        return s3Error(501, 'NotImplemented', 'The local S3 does not know that.');
    }
  };
  const describe = (request: Request) => {
    const { bucket, key } = place(request);
    return { action: ACTIONS[request.method] ?? 'Unknown', resource: `${bucket}/${key}` };
  };
  const backend: Backend = { service: 's3', describe, serve, refuse };
  return { backend, put, get };
}
