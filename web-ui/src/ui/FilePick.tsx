import { useState, type ReactNode } from 'react';
import './filePick.css';

interface Props {
  /** As of an input: `.csv,.xlsx`. */
  accept: string;
  /** Nothing is taken meanwhile. */
  busy: boolean;
  describedBy?: string;
  onChoose: (file: File) => void;
  children: ReactNode;
}

/** Where a file is dropped, or chosen by a click; the same file may be chosen again. */
export function FilePick({ accept, busy, describedBy, onChoose, children }: Props) {
  const [over, setOver] = useState(false);
  const take = (file: File | undefined) => {
    if (file && !busy) onChoose(file);
  };
  return (
    <label
      className={over ? 'jm-pick jm-pick-over' : 'jm-pick'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files[0]);
      }}
    >
      <input
        type="file"
        className="jm-sr"
        accept={accept}
        disabled={busy}
        aria-describedby={describedBy}
        onChange={(event) => {
          take(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      {children}
    </label>
  );
}
