import { useMutation } from '@tanstack/react-query';
import { Button, DatePicker, Drawer, Input, InputNumber, Radio, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState, type ReactNode } from 'react';
import {
  call,
  findingText,
  path,
  Problem,
  problemText,
  useGet,
  usePurposeTitle,
  type Page,
  type Purpose,
} from '../../api';
import { useText } from '../../i18n';
import { useRoles, useRoleTitle } from '../../viewing';
import { CEILINGS, clientsAddress, OF_PEOPLE, type Ceiling, type Keyed, type NewClient } from './clients';
import { ClientSight } from './ClientSight';

interface Props {
  tenant: string;
  onClose: () => void;
  onMade: (client: Keyed) => void;
}

const PACE = 600;

/** Makes a client; beside the terms stands what it would see by them. */
export function MakeClient({ tenant, onClose, onMade }: Props) {
  const t = useText();
  const roleTitle = useRoleTitle();
  const purposeTitle = usePurposeTitle(tenant);
  const roles = useRoles(tenant).data?.items.filter(({ key }) => !OF_PEOPLE.includes(key)) ?? [];
  const purposes = useGet<Page<Purpose>>(path`/tenants/${tenant}/purposes`).data?.items ?? [];
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<string[]>([]);
  const [purpose, setPurpose] = useState('');
  const [ceiling, setCeiling] = useState<Ceiling>('internal');
  const [until, setUntil] = useState<Dayjs>(() => dayjs().add(1, 'year').endOf('day'));
  const [networks, setNetworks] = useState<string[]>([]);
  const [pace, setPace] = useState(PACE);
  const make = useMutation({
    mutationFn: (body: NewClient) => call<Keyed>(clientsAddress(tenant), { method: 'POST', body }),
    onSuccess: onMade,
  });
  const errors = make.error instanceof Problem ? make.error.errors : [];
  const wrong = (at: string) => errors.filter(({ pointer }) => pointer?.startsWith(at)).map(findingText);
  const send = () =>
    make.mutate({
      name,
      roles: chosen,
      purpose,
      ceiling,
      expiresAt: until.toISOString(),
      networks,
      perMinute: pace,
    });
  return (
    <Drawer
      open
      width={560}
      onClose={onClose}
      title={t('administration.clients.make')}
      closable={{ 'aria-label': t('administration.clients.close') }}
      footer={
        <div className="jm-row jm-wrap">
          <Button
            type="primary"
            disabled={!name.trim() || chosen.length === 0 || !purpose}
            loading={make.isPending}
            onClick={send}
          >
            {t('administration.clients.makeIt')}
          </Button>
          <Button onClick={onClose}>{t('administration.clients.close')}</Button>
        </div>
      }
    >
      <div className="jm-client-form">
        {make.isError && errors.length === 0 ? <p role="alert">{problemText(make.error)}</p> : null}
        <Part id="client-name" label={t('administration.clients.name')} wrong={wrong('/name')}>
          <Input id="client-name" value={name} maxLength={60} onChange={(event) => setName(event.target.value)} />
        </Part>
        <Part
          id="client-roles"
          label={t('administration.clients.roles')}
          hint={t('administration.clients.rolesHint')}
          wrong={wrong('/roles')}
        >
          <Select
            id="client-roles"
            mode="multiple"
            value={chosen}
            onChange={setChosen}
            options={roles.map(({ key }) => ({ value: key, label: roleTitle(key) }))}
          />
        </Part>
        <Part
          id="client-purpose"
          label={t('administration.clients.purpose')}
          hint={t('administration.clients.purposeHint')}
          wrong={wrong('/purpose')}
        >
          <Select
            id="client-purpose"
            value={purpose || null}
            onChange={(key: string | null) => setPurpose(key ?? '')}
            options={purposes.map(({ key }) => ({ value: key, label: purposeTitle(key) }))}
          />
        </Part>
        <fieldset className="jm-client-part">
          <legend>{t('administration.clients.ceiling')}</legend>
          <Radio.Group
            value={ceiling}
            onChange={(event) => setCeiling(event.target.value as Ceiling)}
            options={CEILINGS.map((level) => ({ value: level, label: t(`administration.clients.upTo.${level}`) }))}
          />
          <p className="jm-hint">{t('administration.clients.ceilingHint')}</p>
        </fieldset>
        <Part id="client-until" label={t('administration.clients.expiry')} wrong={wrong('/expiresAt')}>
          <DatePicker
            id="client-until"
            value={until}
            allowClear={false}
            disabledDate={(day) => day.isBefore(dayjs(), 'day') || day.isAfter(dayjs().add(2, 'year'))}
            onChange={(day) => day && setUntil(day.endOf('day'))}
          />
        </Part>
        <Part
          id="client-networks"
          label={t('administration.clients.networks')}
          hint={t('administration.clients.networksHint')}
          wrong={wrong('/networks')}
        >
          <Select
            id="client-networks"
            mode="tags"
            open={false}
            suffixIcon={null}
            value={networks}
            onChange={setNetworks}
          />
        </Part>
        <Part id="client-pace" label={t('administration.clients.pace')} wrong={wrong('/perMinute')}>
          <InputNumber id="client-pace" min={1} max={6000} value={pace} onChange={(value) => setPace(value ?? PACE)} />
        </Part>
        <section aria-labelledby="client-sight">
          <h2 id="client-sight">{t('administration.clients.sight')}</h2>
          <ClientSight tenant={tenant} roles={chosen} purpose={purpose} ceiling={ceiling} />
        </section>
      </div>
    </Drawer>
  );
}

interface PartProps {
  id: string;
  label: string;
  hint?: string;
  wrong: string[];
  children: ReactNode;
}

function Part({ id, label, hint, wrong, children }: PartProps) {
  return (
    <div className="jm-client-part">
      <label htmlFor={id}>{label}</label>
      {children}
      {hint ? <p className="jm-hint">{hint}</p> : null}
      {wrong.map((text) => (
        <p key={text} role="alert" className="jm-admin-errors">
          {text}
        </p>
      ))}
    </div>
  );
}
