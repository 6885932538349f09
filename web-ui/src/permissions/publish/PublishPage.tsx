import { useState } from 'react';
import { useNavigate } from 'react-router';
import { problemText, type Finding } from '../../api';
import { useText } from '../../i18n';
import { ConversionStrip } from '../../records/conversion/ConversionStrip';
import { designPath, FindingList, pageOf, pointerPlace, same, useFormStudio, type FormDocument } from '../../studio';
import { Failure, RowsSkeleton } from '../../ui';
import { unnamed } from '../groups';
import { comparable } from './changes';
import { Conversions } from './Conversions';
import { NewFields } from './NewFields';
import { PublishBar } from './PublishBar';
import { Sight } from './Sight';
import { TableChanges } from './TableChanges';
import { usePreview, useVersions, useVersion, type Asked } from './usePublish';
import { Versions } from './Versions';
import { Workflows } from './Workflows';
import './publish.css';

/** The gate: what changes in the table, what the linter says, who comes to see more or less; then the version, and those before. */
export function PublishPage() {
  const t = useText();
  const { studio } = useFormStudio();
  const { tenant, app, key: form } = studio.place;
  const [conversions, setConversions] = useState<Asked[]>([]);
  const [values, setValues] = useState(false);
  const preview = usePreview(studio, conversions, values);
  const versions = useVersions(studio.place);
  const newest = versions?.[0]?.version ?? null;
  const published = useVersion(studio.place, newest).data;
  const open = useOpening();
  const unchanged = published !== undefined && same(plain(published), plain(studio.document));
  if (preview.isError && !preview.data)
    return (
      <Failure
        title={t('permissions.publish.failed')}
        hint={problemText(preview.error)}
        retry={{ label: t('app.retry'), act: () => void preview.refetch() }}
      />
    );
  const plan = preview.data;
  return (
    <div className="jm-publish">
      <ConversionStrip place={{ tenant, app, form }} />
      {plan && versions ? (
        <>
          <div className="jm-publish-columns">
            <Column title={t('permissions.publish.table')}>
              <TableChanges before={newest === null ? undefined : published} after={studio.document} plan={plan} />
              <Conversions
                document={studio.document}
                plan={plan}
                asked={conversions}
                onAsk={(next) => {
                  setValues(false);
                  setConversions(next);
                }}
                onLook={() => setValues(true)}
                looking={values && preview.isFetching}
                looked={values}
              />
            </Column>
            <Column title={t('permissions.publish.linter')}>
              <NewFields studio={studio} unnamed={unnamed(studio.document, plan.findings)} />
              <FindingList
                document={studio.document}
                findings={plan.findings.filter((finding) => finding.code !== 'group.new-field-unnamed')}
                onOpen={open}
              />
            </Column>
            <Column title={t('permissions.publish.sight')}>
              <Sight document={studio.document} published={published} plan={plan} first={newest === null} />
            </Column>
          </div>
          <Workflows place={studio.place} />
          <Versions place={studio.place} versions={versions} draft={studio.document} />
          <PublishBar
            studio={studio}
            plan={plan}
            unchanged={unchanged}
            fresh={studio.saving === 'saved' && !preview.isFetching}
            conversions={conversions}
            onDone={() => {
              setConversions([]);
              setValues(false);
            }}
          />
        </>
      ) : (
        <RowsSkeleton label={t('app.loading')} />
      )}
    </div>
  );
}

const plain = (document: FormDocument) => comparable(document as unknown as Record<string, unknown>);

function Column({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className="jm-card jm-publish-column" aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** Goes to where a finding is solved, with what it is about selected. */
function useOpening(): (finding: Finding) => void {
  const navigate = useNavigate();
  const { studio } = useFormStudio();
  const { tenant, app, key: form } = studio.place;
  return (finding) => {
    const place = pointerPlace(studio.document, finding.pointer ?? '');
    if (pageOf(finding) === 'permissions') {
      void navigate(`${designPath({ tenant, app, form }, 'permissions')}?group=${encodeURIComponent(place[1] ?? '')}`);
      return;
    }
    const [part, name, inner, column] = place;
    // As the form designer names what is selected.
    if (part === 'fields' && name) studio.select(`entry:${inner === 'fields' && column ? `${name}.${column}` : name}`);
    void navigate(designPath({ tenant, app, form }));
  };
}
