import encodeQR from 'qr';
import { useMemo } from 'react';

/** Of clear ground around the code, as its standard wants it (ISO/IEC 18004), in modules. */
const BORDER = 4;

/** A text that a camera reads. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const rows = useMemo(() => encodeQR(text, 'raw', { ecc: 'medium', border: BORDER }), [text]);
  const path = rows.map((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')).join('')).join('');
  return (
    <svg className="profile-qr" role="img" aria-label={label} viewBox={`0 0 ${rows.length} ${rows.length}`} shapeRendering="crispEdges">
      <path d={path} />
    </svg>
  );
}
