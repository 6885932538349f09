import { DesktopOutlined, MobileOutlined } from '@ant-design/icons';
import { Alert, Drawer, Segmented } from 'antd';
import { useMemo, useState } from 'react';
import { useMe, type Access, type RecordData } from '../../api';
import { draftErrors, EditForm, useLive, type FieldErrors } from '../../form';
import { local, useText } from '../../i18n';
import { parseForm, type FormDefinition, type Live } from '../../schema';
import { useCompiled, useReasons, type AccessReasons } from '../../studio';
import type { Who } from '../../viewing';
import { PhoneFrame } from './PhoneFrame';
import { SeenAs } from './SeenAs';
import { useDesigner } from '../useDesigner';

/** The form as people will fill it in, at the width of a desk or of a telephone, with one's own eyes or another's. Nothing is stored. */
export function Preview({ onClose }: { onClose: () => void }) {
  const t = useText();
  const { document, studio } = useDesigner();
  const [phone, setPhone] = useState(false);
  const [who, setWho] = useState<Who | null>(null);
  const asked = useReasons(studio.place, document, who, null);
  const reasons = who === null ? undefined : asked.data;
  const seenAs = useMemo(() => reasons && accessOf(reasons), [reasons]);
  const ready = who === null || seenAs !== undefined;
  const compiled = useCompiled(studio);
  const form = useMemo(() => parseForm(compiled ?? { definition: { ...document, rules: [] } }), [compiled, document]);
  const [data, setData] = useState<RecordData>(() => constants(form.fields));
  const filled = (
    <Filled
      form={form}
      data={data}
      seenAs={seenAs}
      onChange={(field, value) => setData((before) => ({ ...before, [field]: value }))}
    />
  );
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
      <SeenAs tenant={studio.place.tenant} who={who} reasons={reasons} error={asked.error} onChange={setWho} />
      {compiled === null ? (
        <Alert className="jm-preview-desk" type="info" showIcon message={t('designer.preview.noRules')} />
      ) : null}
      {!ready ? null : phone ? (
        <PhoneFrame title={t('designer.preview.phone')}>{filled}</PhoneFrame>
      ) : (
        <div className="jm-card jm-preview-desk">{filled}</div>
      )}
    </Drawer>
  );
}

interface FilledProps {
  form: FormDefinition;
  data: RecordData;
  seenAs: Record<string, Access> | undefined;
  onChange: (field: string, value: unknown) => void;
}

/** The form being filled in, with its rules and formulas as publishing would make them. */
function Filled({ form, data, seenAs, onChange }: FilledProps) {
  const { studio } = useDesigner();
  const me = useMe().data;
  const { tenant, app, key } = studio.place;
  const place = useMemo(() => ({ tenant, app, form: key }), [tenant, app, key]);
  const live = useLive(place, form, data, me, false);
  const errors = useMemo(() => errorsOf(form, data, live), [form, data, live]);
  return (
    <>
      <h2 className="jm-title jm-preview-title">{local(form.title, form.key)}</h2>
      <EditForm
        place={place}
        form={form}
        live={live}
        seenAs={seenAs}
        changes={data}
        errors={errors}
        onChange={onChange}
      />
    </>
  );
}

/** What would be refused of the fields in which something was entered: not before. */
function errorsOf(form: FormDefinition, data: RecordData, live: Live): FieldErrors {
  const entered = new Set(Object.keys(data));
  const errors = Object.entries(draftErrors(form, data, live, entered));
  return Object.fromEntries(errors.filter(([field]) => entered.has(field)));
}

/** What he has on each field; what is hidden from him is not named. */
function accessOf(reasons: AccessReasons): Record<string, Access> {
  return Object.fromEntries(
    reasons.fields.flatMap(({ field, access }) => (access === 'hidden' ? [] : [[field, access] as const])),
  );
}

function constants(fields: FormDefinition['fields']): RecordData {
  return Object.fromEntries(
    fields.flatMap(({ key, default: given }) =>
      given === undefined || given === null || (typeof given === 'object' && !Array.isArray(given))
        ? []
        : [[key, given]],
    ),
  );
}
