import { useEffect, useRef, type PointerEvent } from 'react';
import { useText } from '../../i18n';

interface Props {
  /** Base64 of the PNG that stands, to begin with. */
  png: string | undefined;
  disabled: boolean;
  onDrawn: (png: string) => void;
}

const WIDTH = 480;
const HEIGHT = 160;
const INK = '#1a1a2e';
const PREFIX = 'data:image/png;base64,';

/** Draws with finger, pen or mouse. Who uses none of them types the name beside it. */
export function Pad({ png, disabled, onDrawn }: Props) {
  const t = useText();
  const canvas = useRef<HTMLCanvasElement>(null);
  const drawing = useRef(false);

  useEffect(() => {
    if (drawing.current) return;
    const pen = canvas.current?.getContext('2d');
    pen?.clearRect(0, 0, WIDTH, HEIGHT);
    if (!pen || !png) return;
    const picture = new Image();
    picture.onload = () => pen.drawImage(picture, 0, 0, WIDTH, HEIGHT);
    picture.src = PREFIX + png;
    return () => {
      picture.onload = null;
    };
  }, [png]);

  const move = (event: PointerEvent<HTMLCanvasElement>, begin: boolean) => {
    const pen = canvas.current?.getContext('2d');
    if (!pen || disabled || (!begin && !drawing.current)) return;
    const box = event.currentTarget.getBoundingClientRect();
    const x = ((event.clientX - box.left) / box.width) * WIDTH;
    const y = ((event.clientY - box.top) / box.height) * HEIGHT;
    if (begin) {
      event.currentTarget.setPointerCapture(event.pointerId);
      drawing.current = true;
      pen.lineWidth = 2.5;
      pen.lineCap = 'round';
      pen.lineJoin = 'round';
      pen.strokeStyle = INK;
      pen.beginPath();
      pen.moveTo(x, y);
    }
    pen.lineTo(x, y);
    pen.stroke();
  };
  const end = () => {
    if (!drawing.current) return;
    const drawn = canvas.current?.toDataURL('image/png') ?? '';
    drawing.current = false;
    if (drawn.startsWith(PREFIX)) onDrawn(drawn.slice(PREFIX.length));
  };
  return (
    <canvas
      ref={canvas}
      className="jm-signature-pad"
      width={WIDTH}
      height={HEIGHT}
      role="img"
      aria-label={png ? t('field.signature.drawn') : t('field.signature.pad')}
      onPointerDown={(event) => move(event, true)}
      onPointerMove={(event) => move(event, false)}
      onPointerUp={end}
      onPointerCancel={end}
    />
  );
}
