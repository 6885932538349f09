import { Alert, App, Button, Radio } from 'antd';
import { useState } from 'react';
import { findingText, Problem, problemText, type RequestTerm } from '../../../api';
import { useText } from '../../../i18n';
import { doubtOf, PARTS } from './period';
import { PeriodInput } from './PeriodInput';
import { useSaveTerms } from './useTerms';
import './terms.css';

/** The terms as a draft, saved as a whole: each law has one, and one law is meant where a request names none. */
export function Editor({ tenant, kept }: { tenant: string; kept: RequestTerm[] }) {
  const t = useText();
  const { message } = App.useApp();
  const [terms, setTerms] = useState(kept);
  const save = useSaveTerms(tenant);
  const changed = JSON.stringify(terms) !== JSON.stringify(kept);
  const whole = terms.every((term) => PARTS.every((part) => term[part] !== ''));
  const put = (changing: (term: RequestTerm) => RequestTerm) => {
    save.reset();
    setTerms((before) => before.map(changing));
  };
  const wrong = (pointer: string) =>
    save.error instanceof Problem ? save.error.errors.find((finding) => finding.pointer === pointer) : undefined;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!changed || !whole) return;
        save.mutate(terms, {
          onSuccess: (now) => {
            setTerms(now.items);
            void message.success(t('desk.terms.saved'));
          },
        });
      }}
    >
      <ul className="jm-card jm-terms">
        {terms.map((term, index) => (
          <li key={term.law} className="jm-desk-line">
            <fieldset className="jm-terms-law">
              <legend className="jm-desk-strong">{t(`desk.requests.law.${term.law}`)}</legend>
              <p className="jm-hint">{t(`desk.terms.says.${term.law}`)}</p>
              <div className="jm-terms-parts">
                {PARTS.map((part) => (
                  <PeriodInput
                    key={part}
                    label={t(`desk.terms.${part}`)}
                    value={term[part]}
                    problem={findingOf(wrong(`/items/${index}/${part}`))}
                    onChange={(period) => put((one) => (one.law === term.law ? { ...one, [part]: period } : one))}
                  />
                ))}
              </div>
              <div>
                <Radio
                  name="usual-law"
                  checked={term.usual}
                  onChange={() => put((one) => ({ ...one, usual: one.law === term.law }))}
                >
                  {t('desk.terms.usual')}
                </Radio>
                <Doubt term={term} />
              </div>
            </fieldset>
          </li>
        ))}
      </ul>
      {save.error ? <Alert role="alert" type="error" showIcon message={problemText(save.error)} /> : null}
      <div className="jm-desk-bar">
        <Button type="primary" htmlType="submit" loading={save.isPending} disabled={!changed || !whole}>
          {t('desk.terms.save')}
        </Button>
        <Button disabled={!changed} onClick={() => setTerms(kept)}>
          {t('desk.terms.discard')}
        </Button>
        {whole ? null : <span className="jm-desk-missing">{t('desk.terms.empty')}</span>}
      </div>
    </form>
  );
}

const findingOf = (finding: Parameters<typeof findingText>[0] | undefined) =>
  finding === undefined ? undefined : findingText(finding);

/** Said, and left to the officer: a company may have its reasons. */
function Doubt({ term }: { term: RequestTerm }) {
  const t = useText();
  const doubt = doubtOf(term);
  return (
    <p className="jm-desk-missing" role="status">
      {doubt ? t(`desk.terms.doubt.${doubt}`) : null}
    </p>
  );
}
