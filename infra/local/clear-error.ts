/** Something a person can mend; its message is the whole explanation, so it is shown without a stack. */
export class ClearError extends Error {
  override name = 'ClearError';
}

/** The code of a system error, such as EADDRINUSE; undefined for any other. */
export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
