import { Button, Checkbox, InputNumber } from 'antd';
import { path, useGet, type Page, type Purpose } from '../../api';
import { useFlow } from '../context';
import type { FlowNode, RevealTerms } from '../model/document';
import { put } from '../model/document';
import { accessAt } from '../model/views';
import { useWords } from '../useWords';
import type { ChangeNode } from './NodeParts';
import { Choice, Labelled, Part } from './parts';

/** The terms under which protected values may be opened on this step. */
export function RevealPart({ node, set }: { node: FlowNode; set: ChangeNode }) {
  const { t, purpose, role } = useWords();
  const { place, fields } = useFlow();
  const opening = fields.filter((field) => accessAt(node, field.key) === 'reveal');
  const purposes = useGet<Page<Purpose>>(path`/tenants/${place.tenant}/purposes`).data?.items ?? [];
  const roles = useGet<Page<{ key: string }>>(path`/tenants/${place.tenant}/roles` + '?limit=200').data?.items ?? [];
  const terms = node.reveal;
  if (opening.length === 0 && !terms) return null;
  const common = purposes.map(({ key }) => key).filter((key) => opening.every((field) => allows(field, key)));
  const usual: RevealTerms = { purpose: common[0] ?? '', minutes: 15 };
  const change = (properties: { [K in keyof RevealTerms]?: RevealTerms[K] | undefined }) =>
    set({ reveal: put(terms ?? usual, properties) });
  return (
    <Part title={t('flowDesign.reveal.title')}>
      {terms ? (
        <>
          <Choice
            label={t('flowDesign.reveal.purpose')}
            value={terms.purpose}
            onChange={(next) => change({ purpose: next })}
            options={purposes.map(({ key }) => ({ value: key, label: purpose(key) }))}
          />
          <Labelled label={t('flowDesign.reveal.minutes')}>
            {(id) => (
              <InputNumber
                id={id}
                min={1}
                max={1440}
                precision={0}
                value={terms.minutes}
                onChange={(minutes) => change({ minutes: minutes ?? 1 })}
              />
            )}
          </Labelled>
          <Checkbox
            checked={terms.stepUp === 'mfa'}
            onChange={(event) => change({ stepUp: event.target.checked ? 'mfa' : undefined })}
          >
            {t('flowDesign.reveal.stepUp')}
          </Checkbox>
          <Choice
            label={t('flowDesign.reveal.approvedBy')}
            value={terms.approvedBy ?? ''}
            onChange={(next) => change({ approvedBy: next === '' ? undefined : next })}
            options={[
              { value: '', label: t('flowDesign.reveal.nobody') },
              ...roles.map(({ key }) => ({ value: key, label: role(key) })),
            ]}
          />
          {opening.length === 0 ? (
            <Button size="small" onClick={() => set({ reveal: undefined })}>
              {t('flowDesign.reveal.drop')}
            </Button>
          ) : null}
        </>
      ) : (
        <>
          <p className="jm-hint">{t('flowDesign.reveal.needed', { count: opening.length })}</p>
          <Button size="small" type="primary" onClick={() => change({})}>
            {t('flowDesign.reveal.make')}
          </Button>
        </>
      )}
    </Part>
  );
}

const allows = (field: { sensitivity?: { purposes?: string[] } }, purpose: string) =>
  (field.sensitivity?.purposes ?? []).includes(purpose);
