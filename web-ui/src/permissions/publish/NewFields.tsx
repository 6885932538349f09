import { SafetyOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { FieldTitle } from '../../fields/signs/FieldTitle';
import { listed, local, useText } from '../../i18n';
import type { Level } from '../../schema';
import type { FormDocument, Studio } from '../../studio';
import { draftLevel, fieldsOf, groupsOf, setAccess, type State, type Unnamed } from '../groups';
import { groupTitle, useAccessWord } from '../words';

interface Props {
  studio: Studio<FormDocument>;
  unnamed: Unnamed[];
}

/** What a group can be given on a protected field; whoever fills in personal data has to be able to edit it. */
function openings(level: Level): State[] {
  if (level === 'secret') return ['hidden', 'masked'];
  return level === 'sensitive' ? ['hidden', 'masked', 'reveal'] : ['hidden', 'masked', 'reveal', 'edit'];
}

/** Protected fields that groups with a word for all others must name: one click decides for all of them. */
export function NewFields({ studio, unnamed }: Props) {
  const t = useText();
  const word = useAccessWord();
  const fields = fieldsOf(studio.document);
  const groups = groupsOf(studio.document);
  if (unnamed.length === 0) return null;
  return (
    <ul className="jm-publish-new" aria-label={t('permissions.publish.newFields')}>
      {unnamed.map(({ field: key, groups: keys }) => {
        const field = fields.find((each) => each.key === key) ?? { key, type: 'text' };
        const title = local(field.title, key);
        const names = keys.map((group) => groupTitle(groups.find((each) => each.key === group) ?? { key: group }));
        return (
          <li key={key}>
            <p className="jm-row">
              <SafetyOutlined aria-hidden />
              <FieldTitle field={{ ...field, sensitivity: { ...field.sensitivity, level: draftLevel(field) } }} />
            </p>
            <p className="jm-hint">{t('permissions.publish.newField', { groups: listed(names) })}</p>
            <div className="jm-row jm-wrap">
              {openings(draftLevel(field)).map((access) => (
                <Button
                  key={access}
                  size="small"
                  type={access === 'masked' ? 'primary' : 'default'}
                  aria-label={`${title}: ${word(access)}`}
                  onClick={() =>
                    studio.change(t('permissions.did.name', { field: title }), setAccess(keys, [key], access))
                  }
                >
                  {word(access)}
                </Button>
              ))}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
