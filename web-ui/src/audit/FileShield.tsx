import { formatNumber, useText } from '../i18n';
import { ShieldSign } from './Shield';
import type { FileResult } from './file/verifyFile';

/** What came of a file: what it proves and by whose key, or the first thing that is wrong. */
export function FileShield({ result }: { result: FileResult }) {
  const t = useText();
  if (result.state === 'unable')
    return (
      <ShieldSign tone="wait" title={t('audit.verify.unable')}>
        {t('audit.verify.unableHint')} <code className="jm-mono">./jianmi audit verify FILE</code>
      </ShieldSign>
    );
  if (result.state === 'bad')
    return (
      <ShieldSign tone="bad" title={t('audit.notProven')}>
        {result.entry === undefined ? null : `${t('audit.verify.atEntry', { number: formatNumber(result.entry) })} `}
        {t(`audit.verify.wrong.${result.why}`)}
      </ShieldSign>
    );
  const { kind, entries, size, root, key } = result.verdict;
  return (
    <ShieldSign tone="good" title={t('audit.proven')}>
      <p>{t(`audit.verify.sound.${kind}`, { entries: formatNumber(entries), size: formatNumber(size) })}</p>
      <p className="jm-audit-long">
        {t('audit.root')}: <span className="jm-mono">{root}</span>
      </p>
      <p className="jm-audit-long">
        {t('audit.verify.signedBy')}: <span className="jm-mono">{key}</span>
      </p>
    </ShieldSign>
  );
}
