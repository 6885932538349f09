import { FormOutlined, PlusOutlined, RestOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { holdsRole, useMe, type FormPlace, type RecordQuery } from '../../api';
import { local, useText } from '../../i18n';
import { may, type FormDefinition } from '../../schema';
import { ExchangeActions } from '../exchange/ExchangeActions';
import { listAddress } from '../usePlace';

interface Props {
  place: FormPlace;
  form: FormDefinition;
  /** What the list shows; undefined when it shows nothing that could be given out. */
  query: RecordQuery | undefined;
  phone: boolean;
  /** The views, where there is room for them here. */
  children?: ReactNode;
}

/** What list one is in, and what can be done with it as a whole. */
export function ListHead({ place, form, query, phone, children }: Props) {
  const t = useText();
  const designs = holdsRole(useMe().data, place.tenant, 'admin', 'designer');
  return (
    <div className="jm-list-head">
      <h1 className="jm-title">{local(form.title, form.key)}</h1>
      {children}
      <span className="jm-grow" />
      {query ? <ExchangeActions place={place} form={form} query={query} phone={phone} /> : null}
      {!phone && designs ? (
        <Link to={`${listAddress(place)}/design`} tabIndex={-1}>
          <Button icon={<FormOutlined aria-hidden />} aria-label={t('studio.designIt')} title={t('studio.designIt')} />
        </Link>
      ) : null}
      {may(form, 'restore') ? (
        <Link to={`${listAddress(place)}/bin`} tabIndex={-1}>
          <Button icon={<RestOutlined aria-hidden />} aria-label={t('bin.open')} title={t('bin.open')} />
        </Link>
      ) : null}
      <CreateButton place={place} form={form} />
    </div>
  );
}

/** Nothing for those who may not create. */
export function CreateButton({ place, form }: { place: FormPlace; form: FormDefinition }) {
  const t = useText();
  return may(form, 'create') ? (
    <Link to={`${listAddress(place)}/new`} tabIndex={-1}>
      <Button type="primary" icon={<PlusOutlined aria-hidden />}>
        {t('records.new')}
      </Button>
    </Link>
  ) : null;
}
