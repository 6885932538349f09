import type { Finding } from '../../api';
import { useText } from '../../i18n';
import { JsonPane, usePublished, type Studio } from '../../studio';
import { asFlow, type Flow } from '../model/document';
import './chart.css';

interface Props {
  studio: Studio<Flow>;
  findings: Finding[];
}

/** The definition as it is stored, to be written and to be compared; its key and its form stay what they are. */
export function JsonView({ studio, findings }: Props) {
  const t = useText();
  const published = usePublished<Flow>(studio.place);
  const { key, form } = studio.document;
  return (
    <div className="jm-flow-json">
      <JsonPane
        studio={studio}
        findings={findings}
        published={published}
        label={t('flowDesign.did.json')}
        kept={(written) => asFlow({ ...written, key, form })}
      />
    </div>
  );
}
