import { create } from 'qrcode/lib/core/qrcode.js';

const QUIET = 4;

/** A link as a QR code: one path in the colour of ink on a white ground, with the quiet zone it needs. */
export function QrCode({ link, label }: { link: string; label: string }) {
  const { size, data } = create(link, { errorCorrectionLevel: 'M' }).modules;
  const dots = Array.from(data, (dark, at) =>
    dark ? `M${(at % size) + QUIET} ${Math.floor(at / size) + QUIET}h1v1h-1z` : '',
  ).join('');
  const side = size + 2 * QUIET;
  return (
    <svg viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <path d={dots} fill="#000" />
    </svg>
  );
}
