import type { Person, StoredFile } from '../api';
import { Files } from '../fields/attachments/Files';
import { pieces } from './mentions';
import './talk.css';

interface Props {
  tenant: string;
  text: string;
  mentions: Person[];
  files: StoredFile[];
}

/** What somebody said, as he typed it: mentions stand out, files are links. */
export function Words({ tenant, text, mentions, files }: Props) {
  return (
    <>
      <p className="jm-talk-text">
        {pieces(text, mentions).map((piece, index) =>
          piece.mention ? (
            <span key={index} className="jm-mention">
              {piece.text}
            </span>
          ) : (
            piece.text
          ),
        )}
      </p>
      {files.length > 0 ? <Files tenant={tenant} files={files} /> : null}
    </>
  );
}
