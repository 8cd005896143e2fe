declare module 'qrcode/lib/core/qrcode.js' {
  /** The part of qrcode that only computes: its entry point would bring a PNG encoder along. */
  export function create(
    text: string,
    options: { errorCorrectionLevel: 'L' | 'M' | 'Q' | 'H' },
  ): { modules: { size: number; data: Uint8Array } };
}
