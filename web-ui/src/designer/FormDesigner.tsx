import {
  DndContext,
  DragOverlay,
  MouseSensor,
  pointerWithin,
  TouchSensor,
  useSensor,
  useSensors,
  type CollisionDetection,
  type DragEndEvent,
  type DragMoveEvent,
} from '@dnd-kit/core';
import { AppstoreAddOutlined, SlidersOutlined } from '@ant-design/icons';
import { Button, Drawer } from 'antd';
import { useCallback, useDeferredValue, useMemo, useRef, useState } from 'react';
import type { Finding } from '../api';
import { local, useText } from '../i18n';
import { isFormShape, JsonPane, useFormStudio, usePublished, type FormDocument } from '../studio';
import { useMedia } from '../ui';
import { Canvas } from './canvas/Canvas';
import { entryAt, type Path } from './document/containers';
import type { Target } from './document/operations';
import { DesignerTools } from './DesignerTools';
import { Palette } from './palette/Palette';
import { typeName } from './palette/catalog';
import { TypeIcon } from './palette/TypeIcon';
import { Preview } from './preview/Preview';
import { Properties } from './properties/Properties';
import { useClipboard } from './useClipboard';
import { ActsProvider, DesignerProvider, HandProvider } from './useDesigner';
import { useFormDesigner, type Dragged } from './useFormDesigner';
import { useKeys } from './useKeys';
import './designer.css';

/** Palette, form, properties: a form is put together on the form itself. */
export function FormDesigner() {
  const t = useText();
  const { studio, checked } = useFormStudio();
  const narrow = useMedia('(max-width: 1080px)');
  const [dragged, setDragged] = useState<Dragged>();
  const [drop, setDrop] = useState<Target>();
  const [drawer, setDrawer] = useState<'palette' | 'properties' | 'json'>();
  const [json, setJson] = useState(false);
  // The button turns at once; the form takes its new width when it can.
  const beside = useDeferredValue(json);
  const published = usePublished<FormDocument>(studio.place);
  const [preview, setPreview] = useState(false);
  const canvas = useRef<HTMLDivElement>(null);
  const [writing, setWriting] = useState<Path>();
  const { designer, acts } = useFormDesigner(studio, checked.findings ?? NONE, setWriting);
  const hand = useMemo(() => ({ writing, drop, dragged }), [writing, drop, dragged]);
  useKeys(designer, canvas);
  useClipboard(designer, canvas);
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 5 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 250, tolerance: 6 } }),
  );

  const follow = (event: DragMoveEvent) => {
    const target = targetOf(event);
    setDrop((before) => (sameTarget(before, target) ? before : target));
  };
  const end = (event: DragEndEvent) => {
    const target = targetOf(event);
    setDragged(undefined);
    setDrop(undefined);
    // Not what the event tells: the drawer that it was taken from is closed, and its tile gone.
    if (!target || !dragged) return;
    if ('type' in dragged) acts.add(dragged.type, target);
    else acts.move(dragged.path, target);
  };
  const add = useCallback(
    (type: string) => {
      acts.add(type);
      setDrawer(undefined);
    },
    [acts],
  );
  const palette = <Palette onAdd={add} />;
  const properties = <Properties />;
  const text = (
    <JsonPane
      studio={studio}
      findings={checked.findings ?? NONE}
      published={published}
      label={t('designer.did.json')}
      fits={isFormShape}
    />
  );

  return (
    <ActsProvider value={acts}>
      <DesignerProvider value={designer}>
        <HandProvider value={hand}>
          <DndContext
            sensors={sensors}
            collisionDetection={innermost}
            onDragStart={({ active }) => {
              setDragged(active.data.current as Dragged);
              setDrawer(undefined);
            }}
            onDragMove={follow}
            onDragEnd={end}
            onDragCancel={() => {
              setDragged(undefined);
              setDrop(undefined);
            }}
          >
            <div className={beside && !narrow ? 'jm-designer jm-designer-json' : 'jm-designer'}>
              {narrow ? null : (
                <aside className="jm-designer-side" aria-label={t('designer.palette.label')}>
                  {palette}
                </aside>
              )}
              <div className="jm-designer-middle" ref={canvas}>
                <DesignerTools
                  json={json}
                  onPreview={() => setPreview(true)}
                  onJson={() => (narrow ? setDrawer('json') : setJson(!json))}
                />
                <Canvas />
              </div>
              {narrow ? null : (
                <aside
                  className="jm-designer-side jm-designer-properties"
                  aria-label={beside ? 'JSON' : t('designer.properties')}
                >
                  {beside ? text : properties}
                </aside>
              )}
              {narrow ? (
                <div className="jm-designer-thumbs">
                  <Button icon={<AppstoreAddOutlined aria-hidden />} onClick={() => setDrawer('palette')}>
                    {t('designer.palette.label')}
                  </Button>
                  <Button icon={<SlidersOutlined aria-hidden />} onClick={() => setDrawer('properties')}>
                    {t('designer.properties')}
                  </Button>
                </div>
              ) : null}
            </div>
            <Drawer
              open={drawer !== undefined}
              onClose={() => setDrawer(undefined)}
              placement="bottom"
              height="75%"
              title={
                drawer === 'json' ? 'JSON' : t(drawer === 'palette' ? 'designer.palette.label' : 'designer.properties')
              }
              styles={{ body: { padding: 0 } }}
              destroyOnHidden
            >
              {drawer === 'palette' ? palette : drawer === 'json' ? text : properties}
            </Drawer>
            <DragOverlay dropAnimation={null}>
              {dragged ? <Lifted dragged={dragged} document={studio.document} /> : null}
            </DragOverlay>
          </DndContext>
          {preview ? <Preview onClose={() => setPreview(false)} /> : null}
        </HandProvider>
      </DesignerProvider>
    </ActsProvider>
  );
}

const NONE: Finding[] = [];

const sameTarget = (one: Target | undefined, other: Target | undefined) =>
  one?.container === other?.container && one?.index === other?.index;

/** What hangs on the pointer. */
function Lifted({ dragged, document }: { dragged: NonNullable<Dragged>; document: FormDocument }) {
  const entry = 'path' in dragged ? entryAt(document, dragged.path) : undefined;
  const type = 'type' in dragged ? dragged.type : (entry?.type ?? '');
  return (
    <span className="jm-tile jm-tile-carried">
      <TypeIcon type={type} />
      <span>{local(entry?.title) || typeName(type)}</span>
    </span>
  );
}

/** Of what lies under the pointer the smallest: the thing in a section, not the section. */
const innermost: CollisionDetection = (args) => {
  const hits = pointerWithin(args);
  const size = (id: string | number) => {
    const rect = args.droppableRects.get(id);
    return rect ? rect.width * rect.height : Infinity;
  };
  return [...hits].sort((left, right) => size(left.id) - size(right.id)).slice(0, 1);
};

/** Before or behind the thing under the pointer, by the side of it. */
function targetOf({ over, active, delta, activatorEvent }: DragMoveEvent): Target | undefined {
  const data = over?.data.current as { container: string; index: number; wide?: boolean } | undefined;
  if (!over || !data) return undefined;
  const { container, index, wide } = data;
  if (wide === undefined || !active) return { container, index };
  const start = pointOf(activatorEvent);
  const [x, y] = [start.x + delta.x, start.y + delta.y];
  const { rect } = over;
  const stacked = wide || rect.width > window.innerWidth / 2;
  const behind = stacked ? y > rect.top + rect.height / 2 : x > rect.left + rect.width / 2;
  return { container, index: behind ? index + 1 : index };
}

function pointOf(event: Event): { x: number; y: number } {
  const touch = 'touches' in event ? (event as TouchEvent).touches[0] : (event as MouseEvent);
  return { x: touch?.clientX ?? 0, y: touch?.clientY ?? 0 };
}
