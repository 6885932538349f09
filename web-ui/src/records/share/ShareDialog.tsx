import { TeamOutlined } from '@ant-design/icons';
import { Alert, Button, DatePicker, Modal } from 'antd';
import type { Dayjs } from 'dayjs';
import { useId, useState, type FormEvent, type ReactNode } from 'react';
import { findingText, Problem, problemText, type FormPlace, type FormRecord, type Person, type Share } from '../../api';
import { FieldInput } from '../../fields';
import { useText } from '../../i18n';
import { Empty, Failure, PersonName, RowsSkeleton, When } from '../../ui';
import { cannotBe, endOf, MOST_DAYS, usualDay } from './days';
import { useShares } from './useShares';
import './share.css';

interface Props {
  place: FormPlace;
  record: FormRecord;
  onClose: () => void;
}

type Shares = ReturnType<typeof useShares>;

/** Who else reads this record and until when; one more colleague; an end before its time. */
export function ShareDialog({ place, record, onClose }: Props) {
  const t = useText();
  const shares = useShares(place, record.id);
  return (
    <Modal open title={t('share.dialog')} width={520} footer={null} onCancel={onClose}>
      <div className="jm-share">
        <ShareForm place={place} share={shares.share} />
        <section aria-label={t('share.present')}>
          <h3 className="jm-share-title">{t('share.present')}</h3>
          <Present shares={shares} />
        </section>
      </div>
    </Modal>
  );
}

function ShareForm({ place, share }: { place: FormPlace; share: Shares['share'] }) {
  const t = useText();
  const id = useId();
  const [person, setPerson] = useState<Person | null>(null);
  const [day, setDay] = useState<Dayjs | null>(() => usualDay());
  const [asked, setAsked] = useState(false);
  const { error } = share;
  const at = (pointer: string) =>
    error instanceof Problem
      ? error.errors.filter((finding) => finding.pointer === pointer).map(findingText)[0]
      : undefined;
  const nobody = (asked && !person ? t('share.nobody') : undefined) ?? at('/member');
  const until = at('/until');
  const send = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!person || share.isPending) return;
    const terms = { member: person.id, ...(day ? { until: endOf(day) } : {}) };
    share.mutate(terms, {
      onSuccess: () => {
        setPerson(null);
        setAsked(false);
      },
    });
  };
  return (
    <form className="jm-share-form" onSubmit={send} noValidate>
      <p className="jm-quiet">{t('share.gives')}</p>
      <Line id={`${id}-who`} label={t('share.with')} error={nobody}>
        <FieldInput
          id={`${id}-who`}
          field={{ key: 'member', type: 'member', title: t('share.with'), required: true }}
          value={person}
          original={undefined}
          replaceable={false}
          invalid={nobody !== undefined}
          describedBy={`${id}-who-note`}
          context={{ place }}
          onChange={(next) => {
            setPerson(next as Person | null);
            share.reset();
          }}
        />
      </Line>
      <Line id={`${id}-until`} label={t('share.until')} error={until}>
        <DatePicker
          id={`${id}-until`}
          style={{ width: '100%' }}
          value={day}
          allowClear={false}
          disabledDate={(each: Dayjs) => cannotBe(each)}
          status={until ? 'error' : ''}
          aria-invalid={until !== undefined}
          aria-describedby={`${id}-until-note`}
          onChange={(next: Dayjs | null) => {
            setDay(next);
            share.reset();
          }}
        />
      </Line>
      <p className="jm-hint">{t('share.atMost', { days: MOST_DAYS })}</p>
      {error && !nobody && !until ? <Alert role="alert" type="error" showIcon message={problemText(error)} /> : null}
      <Button type="primary" htmlType="submit" loading={share.isPending}>
        {t('share.go')}
      </Button>
    </form>
  );
}

function Line({
  id,
  label,
  error,
  children,
}: {
  id: string;
  label: string;
  error: string | undefined;
  children: ReactNode;
}) {
  return (
    <div>
      <label className="jm-label" htmlFor={id}>
        {label}
      </label>
      {children}
      <p id={`${id}-note`} className="jm-error" role="alert">
        {error}
      </p>
    </div>
  );
}

function Present({ shares: { list, items, end } }: { shares: Shares }) {
  const t = useText();
  if (list.isPending) return <RowsSkeleton label={t('app.loading')} rows={2} />;
  if (list.error && !list.data) {
    return (
      <Failure
        title={t('share.failed')}
        hint={problemText(list.error)}
        retry={{ label: t('share.retry'), act: () => void list.refetch() }}
      />
    );
  }
  if (items.length === 0) {
    return <Empty icon={<TeamOutlined aria-hidden />} title={t('share.none')} hint={t('share.noneHint')} />;
  }
  return (
    <>
      {end.error ? <Alert role="alert" type="error" showIcon message={problemText(end.error)} /> : null}
      <ul className="jm-share-list">
        {items.map((share) => (
          <li key={share.id}>
            <PresentShare share={share} ending={end.isPending} onEnd={() => end.mutate(share)} />
          </li>
        ))}
      </ul>
    </>
  );
}

function PresentShare({ share, ending, onEnd }: { share: Share; ending: boolean; onEnd: () => void }) {
  const t = useText();
  return (
    <div className="jm-row jm-wrap">
      <div className="jm-grow">
        <PersonName person={share.member} />
        <p className="jm-hint">
          {t('share.by', { name: share.sharedBy.name })} · {t('share.untilWhen')} <When at={share.until} />
        </p>
      </div>
      <Button size="small" disabled={ending} aria-label={t('share.endOf', { name: share.member.name })} onClick={onEnd}>
        {t('share.end')}
      </Button>
    </div>
  );
}
