import { Tabs } from 'antd';
import { useState, type ReactNode } from 'react';
import { local } from '../i18n';
import type { LayoutTab } from '../schema';

interface Props {
  tabs: LayoutTab[];
  /** The tab with a refused field, -1 for none: it comes to the front when that changes. */
  failing: number;
  children: (tab: LayoutTab) => ReactNode;
}

/** Tabs of a form. All stay on the page, so that what was typed in one is there when one comes back. */
export function TabGroup({ tabs, failing, children }: Props) {
  const [chosen, setChosen] = useState({ tab: Math.max(failing, 0), failing });
  if (chosen.failing !== failing) setChosen({ tab: failing >= 0 ? failing : chosen.tab, failing });
  return (
    <Tabs
      activeKey={String(chosen.tab)}
      onChange={(key) => setChosen({ tab: Number(key), failing })}
      items={tabs.map((tab, index) => ({
        key: String(index),
        label: local(tab.title),
        forceRender: true,
        children: children(tab),
      }))}
    />
  );
}
