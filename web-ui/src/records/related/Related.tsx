import { useQueries } from '@tanstack/react-query';
import { Tabs } from 'antd';
import { formPath, Problem, useGet, type FormPlace, type Page, type RelatedList } from '../../api';
import { LoadFailure } from '../../ask';
import { formatNumber, local, useText } from '../../i18n';
import { useSeen } from '../board/useSeen';
import { countQuery } from '../list/useRecordPages';
import { placeOf, pointingAt } from './relation';
import { RelatedRows } from './RelatedRows';
import './related.css';

interface Props {
  place: FormPlace;
  id: string;
}

/** Records of other forms that point at this one, a tab for each relation; nothing where nothing does. */
export function Related({ place, id }: Props) {
  const t = useText();
  const lists = useGet<Page<RelatedList>>(`${formPath(place)}/related`, { staleTime: 60_000 });
  // Whoever knows the record by a task or a share alone is in no group of its form: there are no lists for him.
  const refused = lists.error instanceof Problem && lists.error.status < 500;
  if (lists.error && !refused)
    return (
      <section className="jm-card jm-related">
        <LoadFailure
          title={t('related.failed')}
          error={lists.error}
          tenant={place.tenant}
          onRetry={() => void lists.refetch()}
        />
      </section>
    );
  const items = lists.data?.items ?? [];
  return items.length > 0 ? <Lists place={place} id={id} lists={items} /> : null;
}

function Lists({ place: { tenant }, id, lists }: Props & { lists: RelatedList[] }) {
  const t = useText();
  const { ref, seen } = useSeen<HTMLElement>();
  const counts = useQueries({
    queries: lists.map((list) => ({
      ...countQuery(placeOf(tenant, list), { filter: pointingAt(list, id) }),
      enabled: seen,
    })),
  });
  return (
    <section ref={ref} className="jm-card jm-related" aria-labelledby="jm-related">
      <h2 id="jm-related" className="jm-related-title">
        {t('related.title')}
      </h2>
      <Tabs
        className="jm-side"
        destroyOnHidden
        tabBarGutter={20}
        items={lists.map((list, index) => {
          const count = counts[index]?.data?.count;
          return {
            key: `${list.form}.${list.field}`,
            label: (
              <span>
                {labelOf(list, lists, t)}
                {count ? (
                  <span className="jm-related-count jm-num">
                    {count.exact
                      ? formatNumber(count.value)
                      : t('related.atLeast', { value: formatNumber(count.value) })}
                  </span>
                ) : null}
              </span>
            ),
            children: seen ? <RelatedRows tenant={tenant} list={list} id={id} /> : null,
          };
        })}
      />
    </section>
  );
}

/** The relation is named only where the form points here by several. */
function labelOf(list: RelatedList, all: RelatedList[], t: ReturnType<typeof useText>): string {
  const form = local(list.title, list.form);
  return all.filter((other) => other.form === list.form).length > 1
    ? t('related.byField', { form, field: local(list.fieldTitle, list.field) })
    : form;
}
