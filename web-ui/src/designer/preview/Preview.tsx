import { DesktopOutlined, MobileOutlined } from '@ant-design/icons';
import { Drawer, Segmented } from 'antd';
import { useMemo, useState } from 'react';
import { useMe } from '../../api';
import { EditForm, useLive } from '../../form';
import { local, useText } from '../../i18n';
import { parseForm } from '../../schema';
import { PhoneFrame } from './PhoneFrame';
import { useDesigner } from '../useDesigner';

/** The form as people will fill it in, at the width of a desk or of a telephone. Nothing is stored. */
export function Preview({ onClose }: { onClose: () => void }) {
  const t = useText();
  const [phone, setPhone] = useState(false);
  return (
    <Drawer
      open
      onClose={onClose}
      placement="bottom"
      height="100%"
      title={t('designer.preview.title')}
      extra={
        <Segmented
          aria-label={t('designer.preview.width')}
          value={phone ? 'phone' : 'desk'}
          options={[
            { value: 'desk', label: t('designer.preview.desk'), icon: <DesktopOutlined aria-hidden /> },
            { value: 'phone', label: t('designer.preview.phone'), icon: <MobileOutlined aria-hidden /> },
          ]}
          onChange={(next) => setPhone(next === 'phone')}
        />
      }
      styles={{ body: { background: 'var(--jm-ground)' } }}
    >
      {phone ? (
        <PhoneFrame title={t('designer.preview.phone')}>
          <Filled />
        </PhoneFrame>
      ) : (
        <div className="jm-card jm-preview-desk">
          <Filled />
        </div>
      )}
    </Drawer>
  );
}

/** The form being filled in; its rules and formulas work once it is published, its required fields do at once. */
function Filled() {
  const { document, studio } = useDesigner();
  const me = useMe().data;
  const { tenant, app, key } = studio.place;
  const place = useMemo(() => ({ tenant, app, form: key }), [tenant, app, key]);
  const form = useMemo(() => parseForm({ definition: { ...document, rules: [] } }), [document]);
  const [data, setData] = useState<Record<string, unknown>>(() => constants(form.fields));
  const live = useLive(place, form, data, me, false);
  return (
    <>
      <h2 className="jm-title jm-preview-title">{local(form.title, form.key)}</h2>
      <EditForm
        place={place}
        form={form}
        live={live}
        changes={data}
        errors={{}}
        onChange={(field, value) => setData((before) => ({ ...before, [field]: value }))}
      />
    </>
  );
}

function constants(fields: ReturnType<typeof parseForm>['fields']): Record<string, unknown> {
  return Object.fromEntries(
    fields.flatMap(({ key, default: given }) =>
      given === undefined || given === null || (typeof given === 'object' && !Array.isArray(given))
        ? []
        : [[key, given]],
    ),
  );
}
