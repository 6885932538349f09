import { local, useText } from '../../i18n';
import { levelOf, type Field } from '../../schema';
import { FindingList, type PublicOption } from '../../studio';
import { columnsOf, isElement } from '../document/containers';
import { patched } from '../document/operations';
import { useDesigner } from '../useDesigner';
import { Many } from './Choose';
import { Flag, Part, Texts } from './parts';
import { PublicLink } from './PublicLink';

interface Props {
  set: (patch: { public: unknown }) => void;
}

/** That anybody who has the link may fill in some of the fields: which, what he is told, and the link. */
export function PublicPart({ set }: Props) {
  const t = useText();
  const { document, findings } = useDesigner();
  const option = document.public;
  const put = (patch: Partial<Record<keyof PublicOption, unknown>>) =>
    set({ public: patched(option ?? { enabled: false }, patch) });
  const wrong = (findings.get('') ?? []).filter(({ pointer }) => pointer?.startsWith('/public'));
  return (
    <Part title={t('designer.public.head')}>
      <Flag
        label={t('designer.public.enabled')}
        hint={t('designer.public.enabledHint')}
        value={option?.enabled}
        onChange={(enabled) => put({ enabled: enabled ?? false })}
      />
      {option?.enabled ? (
        <>
          {wrong.length > 0 ? <FindingList document={document} findings={wrong} onOpen={() => undefined} /> : null}
          <Many
            label={t('designer.public.fields')}
            hint={t('designer.public.fieldsHint')}
            value={option.fields}
            options={document.fields
              .filter((entry): entry is Field => !isElement(entry))
              .filter((field) => askable(field) || option.fields?.includes(field.key))
              .map(({ key, title }) => ({ value: key, label: local(title, key) }))}
            onChange={(fields) => put({ fields: fields ?? [] })}
          />
          <Texts
            label={t('designer.public.notice')}
            value={option.notice}
            area
            onChange={(notice) => put({ notice })}
          />
          <p className="jm-hint">{t('designer.public.noticeHint')}</p>
          <Texts label={t('designer.public.title')} value={option.title} onChange={(title) => put({ title })} />
          <Texts
            label={t('designer.public.description')}
            value={option.description}
            area
            onChange={(description) => put({ description })}
          />
          <Texts label={t('designer.public.thanks')} value={option.thanks} onChange={(thanks) => put({ thanks })} />
          <Flag
            label={t('designer.public.captcha')}
            hint={t('designer.public.captchaHint')}
            value={option.captcha !== false}
            onChange={(captcha) => put({ captcha: captcha ? undefined : false })}
          />
        </>
      ) : null}
      <PublicLink />
    </Part>
  );
}

const NOT_TYPED = [
  ...['relation', 'relations', 'look-up', 'roll-up', 'member', 'members', 'department', 'departments'],
  ...['file', 'image', 'signature', 'serial', 'formula'],
];

/** What people type in by themselves. The server has the last word. */
function askable(field: Field): boolean {
  return (
    !NOT_TYPED.includes(field.type) &&
    !field.formula &&
    !field.readOnly &&
    !field.hidden &&
    levelOf(field) !== 'secret' &&
    columnsOf(field).every(askable)
  );
}
