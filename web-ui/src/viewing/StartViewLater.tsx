import { lazy, Suspense, useState, type ComponentProps } from 'react';

const Dialog = lazy(async () => ({ default: (await import('./StartView')).StartView }));

/** The dialog of the person's menu on every page: loaded when it is first opened. */
export function StartView(props: ComponentProps<typeof Dialog>) {
  const [wanted, setWanted] = useState(props.open);
  if (props.open && !wanted) setWanted(true);
  return wanted ? (
    <Suspense fallback={null}>
      <Dialog {...props} />
    </Suspense>
  ) : null;
}
