/** A QR code, black on white in every theme, large enough to be read from 60 cm. */
import { useMemo } from 'react';
import { drawQr } from '../qr.ts';
import './qr.css';

export type QrProps = {
  readonly text: string;
  /** What it is, for voices. */
  readonly label: string;
};

export function Qr({ text, label }: QrProps) {
  const { size, path } = useMemo(() => drawQr(text), [text]);
  return (
    <svg
      className="qr"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      data-dense={size > DENSE}
    >
      <rect className="qr-ground" width={size} height={size} />
      <path className="qr-dark" d={path} />
    </svg>
  );
}

/** More modules than this need more room for each to be seen from 60 cm. */
const DENSE = 53;
