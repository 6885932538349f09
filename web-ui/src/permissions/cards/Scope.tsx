import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Select } from 'antd';
import { useId, useMemo, useState } from 'react';
import { findingText, Problem, problemText, type Finding } from '../../api';
import { formatNumber, useText } from '../../i18n';
import { FeelInput, fieldNames, type FormDocument, type PermissionGroup, type Studio } from '../../studio';
import { PersonOrRole, type Who } from '../../viewing';
import { fieldsOf } from '../groups';
import { countFor, type ScopeCounts } from '../queries';
import type { Edit } from './GroupEditor';
import { Labelled, Written } from './Members';
import { useReady } from './ready';

interface Props {
  studio: Studio<FormDocument>;
  group: PermissionGroup;
  /** What is wrong with one of its parts. */
  found: (part: string) => Finding[];
  onEdit: Edit;
}

/** Which records the group is about, and what every version stored by its right must fulfil; with a try on the records that there are. */
export function Scope({ studio, group, found, onEdit }: Props) {
  const t = useText();
  const id = useId();
  const ready = useReady(studio.document);
  const known = ready.some(({ value }) => value === (group.scope ?? ''));
  const names = useMemo(() => fieldNames(fieldsOf(studio.document)), [studio.document]);
  const written = (part: 'scope' | 'writeScope') => (
    <Written label={t(`permissions.${part}`)} hint={t(`permissions.${part}Hint`)}>
      <FeelInput
        label={t(`permissions.${part}`)}
        value={group[part] ?? ''}
        names={names}
        tenant={studio.place.tenant}
        wants="boolean"
        findings={found(part)}
        onChange={(text) => onEdit({ [part]: text }, part)}
      />
    </Written>
  );
  return (
    <section aria-label={t('permissions.records')}>
      <h3>{t('permissions.records')}</h3>
      <Labelled id={`${id}-ready`} label={t('permissions.ready')}>
        <Select
          id={`${id}-ready`}
          value={known ? (group.scope ?? '') : null}
          placeholder={t('permissions.ownCondition')}
          onChange={(scope: string | null) => onEdit({ scope: scope ?? '' })}
          options={ready}
        />
      </Labelled>
      {written('scope')}
      <Try studio={studio} group={group} />
      {written('writeScope')}
    </section>
  );
}

/** "How many records would Sam see": counted by the server with the groups as they stand here. */
function Try({ studio, group }: { studio: Studio<FormDocument>; group: PermissionGroup }) {
  const t = useText();
  const id = useId();
  const [who, setWho] = useState<Who | null>(null);
  const count = useMutation({ mutationFn: (asked: Who) => countFor(studio.place, studio.document, asked) });
  return (
    <div className="jm-try">
      <Labelled id={id} label={t('permissions.try.who')}>
        <div className="jm-row">
          <div className="jm-grow">
            <PersonOrRole
              id={id}
              tenant={studio.place.tenant}
              value={who}
              onChange={(next) => {
                count.reset();
                setWho(next);
              }}
            />
          </div>
          <Button disabled={who === null} loading={count.isPending} onClick={() => who && count.mutate(who)}>
            {t('permissions.try.count')}
          </Button>
        </div>
      </Labelled>
      <div role="status">
        {count.data ? <Counted counts={count.data} group={group} /> : null}
        {count.isError ? <Refused error={count.error} /> : null}
      </div>
    </div>
  );
}

function Counted({ counts, group }: { counts: ScopeCounts; group: PermissionGroup }) {
  const t = useText();
  const own = counts.groups.find((each) => each.group === group.key);
  const number = ({ value, exact }: ScopeCounts['all']) => `${formatNumber(value)}${exact ? '' : '+'}`;
  return (
    <>
      <p>{t('permissions.try.seen', { seen: number(counts.seen), all: number(counts.all) })}</p>
      <p className="jm-hint">
        {own ? t('permissions.try.group', { seen: number(own.seen) }) : t('permissions.try.notHere')}
      </p>
    </>
  );
}

function Refused({ error }: { error: unknown }) {
  const t = useText();
  const unpublished = error instanceof Problem && error.status === 404;
  const first = error instanceof Problem ? error.errors[0] : undefined;
  return (
    <Alert
      type="warning"
      showIcon
      message={unpublished ? t('permissions.try.unpublished') : first ? findingText(first) : problemText(error)}
    />
  );
}
