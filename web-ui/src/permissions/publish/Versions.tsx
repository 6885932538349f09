import { Select } from 'antd';
import { useId, useState } from 'react';
import { useMembers } from '../../api';
import { useText } from '../../i18n';
import { DifferenceList, differences, type FormDocument, type Json, type StudioPlace } from '../../studio';
import { PersonName, RowsSkeleton, When } from '../../ui';
import type { FormVersion } from '../queries';
import { comparable } from './changes';
import { useVersion } from './usePublish';

interface Props {
  place: StudioPlace;
  versions: FormVersion[];
  draft: FormDocument;
}

/** Stands for the draft among the versions. */
const DRAFT = 0;

/** All versions, and what differs between any two of them or the draft. */
export function Versions({ place, versions, draft }: Props) {
  const t = useText();
  const members = useMembers(place.tenant).data?.items ?? [];
  if (versions.length === 0) return null;
  return (
    <section className="jm-card jm-publish-versions" aria-label={t('permissions.versions.title')}>
      <h2>{t('permissions.versions.title')}</h2>
      <div className="jm-publish-versions-body">
        <ol reversed className="jm-publish-list">
          {versions.map((version) => (
            <li key={version.version} className="jm-row jm-wrap">
              <strong className="jm-num">{t('permissions.versions.number', { version: version.version })}</strong>
              <PersonName
                person={{
                  id: version.publishedBy,
                  name: members.find(({ id }) => id === version.publishedBy)?.name ?? version.publishedBy,
                }}
              />
              <span className="jm-hint">
                <When at={version.publishedAt} />
              </span>
            </li>
          ))}
        </ol>
        <Compared place={place} versions={versions} draft={draft} />
      </div>
    </section>
  );
}

function Compared({ place, versions, draft }: Props) {
  const t = useText();
  const id = useId();
  const [from, setFrom] = useState(versions[0]?.version ?? DRAFT);
  const [to, setTo] = useState(DRAFT);
  const before = useDocument(place, from, draft);
  const after = useDocument(place, to, draft);
  const options = [
    { value: DRAFT, label: t('permissions.versions.draft') },
    ...versions.map(({ version }) => ({ value: version, label: t('permissions.versions.number', { version }) })),
  ];
  return (
    <div className="jm-publish-compare">
      <div className="jm-row jm-wrap">
        <label htmlFor={`${id}-from`}>{t('permissions.versions.from')}</label>
        <Select id={`${id}-from`} value={from} onChange={setFrom} options={options} />
        <label htmlFor={`${id}-to`}>{t('permissions.versions.to')}</label>
        <Select id={`${id}-to`} value={to} onChange={setTo} options={options} />
      </div>
      {before && after ? (
        <DifferenceList before={before} document={after} differences={differences(before, after)} />
      ) : (
        <RowsSkeleton label={t('app.loading')} rows={3} />
      )}
    </div>
  );
}

function useDocument(place: StudioPlace, version: number, draft: FormDocument): Json | undefined {
  const told = useVersion(place, version === DRAFT ? null : version).data;
  const document = version === DRAFT ? draft : told;
  return document && (comparable(document as unknown as Record<string, unknown>) as unknown as Json);
}
