import { Button, Radio } from 'antd';
import { useState } from 'react';
import { useMembers } from '../api';
import { useText } from '../i18n';
import { DifferenceList, ShownValue } from './DifferenceList';
import { merged, differences, type Json, type Place, type Side } from './merge';
import { placeText } from './placeText';
import type { Conflict } from './store';
import type { Studio } from './useStudio';

const nameOfPlace = (place: Place) => place.join('/');

/** Somebody else saved first: what either changed, and three ways on. Nothing is overwritten unseen. */
export function ConflictPage<T>({ studio, conflict }: { studio: Studio<T>; conflict: Conflict<T> }) {
  const t = useText();
  const [sides, setSides] = useState<Record<string, Side>>({});
  const members = useMembers(studio.place.tenant, conflict.by !== undefined);
  const who = members.data?.items.find((member) => member.id === conflict.by)?.name ?? t('studio.conflict.someone');
  const [base, mine, theirs] = [conflict.base, studio.document, conflict.theirs] as unknown as [Json, Json, Json];
  const { document, clashes } = merged(base, mine, theirs, (place) => sides[nameOfPlace(place)] ?? 'theirs');
  const open = clashes.filter(({ place }) => sides[nameOfPlace(place)] === undefined);
  return (
    <div className="jm-page jm-conflict">
      <h2 className="jm-title">{t('studio.conflict.title', { who })}</h2>
      <p className="jm-quiet">{t('studio.conflict.hint')}</p>
      <div className="jm-conflict-sides">
        <section className="jm-card" aria-labelledby="conflict-mine">
          <h3 id="conflict-mine">{t('studio.conflict.mine')}</h3>
          <DifferenceList document={mine} before={base} differences={differences(base, mine)} />
        </section>
        <section className="jm-card" aria-labelledby="conflict-theirs">
          <h3 id="conflict-theirs">{t('studio.conflict.theirs', { who })}</h3>
          <DifferenceList document={theirs} before={base} differences={differences(base, theirs)} />
        </section>
      </div>
      {clashes.length > 0 ? (
        <section className="jm-card jm-conflict-clashes" aria-labelledby="conflict-both">
          <h3 id="conflict-both">{t('studio.conflict.both')}</h3>
          {clashes.map((clash) => {
            const name = nameOfPlace(clash.place);
            return (
              <fieldset key={name}>
                <legend>{placeText(mine, clash.place)}</legend>
                <Radio.Group
                  value={sides[name] ?? null}
                  onChange={(event) => setSides((before) => ({ ...before, [name]: event.target.value as Side }))}
                >
                  <Radio value="mine">
                    {t('studio.conflict.keepMine')} <ShownValue value={clash.mine} document={mine} />
                  </Radio>
                  <Radio value="theirs">
                    {t('studio.conflict.takeTheirs')} <ShownValue value={clash.theirs} document={theirs} />
                  </Radio>
                </Radio.Group>
              </fieldset>
            );
          })}
        </section>
      ) : null}
      <div className="jm-row jm-wrap">
        <Button
          type="primary"
          disabled={open.length > 0}
          onClick={() => studio.resolve(document as unknown as T, t('studio.conflict.merge'))}
        >
          {t('studio.conflict.merge')}
        </Button>
        <Button onClick={() => studio.resolve(conflict.theirs, t('studio.conflict.useTheirs'))}>
          {t('studio.conflict.useTheirs')}
        </Button>
        <Button onClick={() => studio.resolve(studio.document, t('studio.conflict.useMine'))}>
          {t('studio.conflict.useMine')}
        </Button>
        {open.length > 0 ? (
          <span className="jm-hint">{t('studio.conflict.choose', { count: open.length })}</span>
        ) : null}
      </div>
    </div>
  );
}
