import { useSyncExternalStore } from 'react';
import { applyShade, type Shade } from '../ui';

const STORED = 'jianmi.shade';
export type ShadeChoice = Shade | 'system';

const system = () => window.matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();

export function shadeChoice(): ShadeChoice {
  const stored = localStorage.getItem(STORED);
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}

function shade(): Shade {
  const choice = shadeChoice();
  return choice === 'system' ? (system().matches ? 'dark' : 'light') : choice;
}

export function chooseShade(choice: ShadeChoice): void {
  localStorage.setItem(STORED, choice);
  changed();
}

function changed(): void {
  applyShade(shade());
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  system().addEventListener('change', changed);
  return () => {
    listeners.delete(listener);
    system().removeEventListener('change', changed);
  };
}

/** Light or dark: what the person chose, else what the device says. */
export function useShade(): Shade {
  return useSyncExternalStore(subscribe, shade);
}

export function startShade(): void {
  applyShade(shade());
}
