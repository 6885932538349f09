import {
  ApartmentOutlined,
  BankOutlined,
  BarsOutlined,
  BlockOutlined,
  CalendarOutlined,
  CalculatorOutlined,
  CarOutlined,
  CheckCircleOutlined,
  CheckSquareOutlined,
  ClockCircleOutlined,
  ContainerOutlined,
  DollarOutlined,
  EditOutlined,
  EnvironmentOutlined,
  FieldBinaryOutlined,
  FieldNumberOutlined,
  FieldTimeOutlined,
  FileOutlined,
  FileProtectOutlined,
  FolderOutlined,
  FontSizeOutlined,
  FunctionOutlined,
  GlobalOutlined,
  HighlightOutlined,
  HomeOutlined,
  HourglassOutlined,
  IdcardOutlined,
  InfoCircleOutlined,
  LinkOutlined,
  MailOutlined,
  NodeIndexOutlined,
  PercentageOutlined,
  PhoneOutlined,
  PictureOutlined,
  PoweroffOutlined,
  SafetyOutlined,
  SearchOutlined,
  ShareAltOutlined,
  StarOutlined,
  TableOutlined,
  TagsOutlined,
  TeamOutlined,
  UserOutlined,
} from '@ant-design/icons';
import type { ComponentType } from 'react';
import { currentLocale, i18n, type LocalText } from '../../i18n';
import type { Level } from '../../schema';
import type { Entry } from '../../studio';

interface Kind {
  type: string;
  icon: ComponentType<{ 'aria-hidden'?: boolean }>;
  /** What a new one begins with beside key, type and title. */
  begin?: () => Record<string, unknown>;
  /** The least level of the type, and the kind of data it is. */
  level?: Level;
  kind?: string;
  /** Typed freely: nobody knows what will stand here, so its level has to be chosen. */
  free?: boolean;
}

export interface Group {
  name: string;
  kinds: Kind[];
}

/** In the designer's language alone: what he names otherwise would keep `Text` in the one that he does not write. */
function inOwn(key: string, values: Record<string, unknown> = {}): LocalText {
  return { [currentLocale()]: i18n.t(key, values) };
}

const option = (number: number) => ({ value: `o${number}`, title: inOwn('designer.new.option', { number }) });
const options = () => ({ options: [option(1), option(2), option(3)] });

/** Every type of the language, as the palette shows them. */
export const catalog: Group[] = [
  {
    name: 'basic',
    kinds: [
      { type: 'text', icon: FontSizeOutlined, free: true },
      { type: 'long-text', icon: BarsOutlined, free: true },
      { type: 'rich-text', icon: HighlightOutlined, free: true },
      { type: 'number', icon: FieldNumberOutlined, begin: () => ({ scale: 0 }) },
      { type: 'money', icon: DollarOutlined, begin: () => ({ scale: 2, currency: 'CNY' }) },
      { type: 'percent', icon: PercentageOutlined, begin: () => ({ scale: 0 }) },
      { type: 'rating', icon: StarOutlined },
      { type: 'date', icon: CalendarOutlined },
      { type: 'date-time', icon: FieldTimeOutlined },
      { type: 'time', icon: ClockCircleOutlined },
      { type: 'duration', icon: HourglassOutlined },
      { type: 'switch', icon: PoweroffOutlined },
      { type: 'choice', icon: CheckCircleOutlined, begin: options },
      { type: 'multi-choice', icon: CheckSquareOutlined, begin: options },
      {
        type: 'cascade',
        icon: NodeIndexOutlined,
        begin: () => ({ options: [{ ...option(1), options: [{ ...option(2), value: 'o11' }] }] }),
      },
      { type: 'region', icon: GlobalOutlined },
      { type: 'url', icon: LinkOutlined },
      { type: 'tags', icon: TagsOutlined, free: true },
    ],
  },
  {
    name: 'personal',
    kinds: [
      { type: 'phone', icon: PhoneOutlined, level: 'personal', kind: 'phone' },
      { type: 'email', icon: MailOutlined, level: 'personal', kind: 'email' },
      { type: 'id-card', icon: IdcardOutlined, level: 'sensitive', kind: 'idcard' },
      { type: 'bank-card', icon: BankOutlined, level: 'sensitive', kind: 'bankcard' },
      { type: 'address', icon: HomeOutlined, level: 'personal', kind: 'address' },
      { type: 'geo', icon: EnvironmentOutlined, level: 'sensitive', kind: 'geo' },
      { type: 'plate', icon: CarOutlined, level: 'personal', kind: 'plate' },
      { type: 'uscc', icon: ContainerOutlined },
    ],
  },
  {
    name: 'people',
    kinds: [
      { type: 'member', icon: UserOutlined },
      { type: 'members', icon: TeamOutlined },
      { type: 'department', icon: ApartmentOutlined },
      { type: 'departments', icon: ApartmentOutlined },
    ],
  },
  {
    name: 'relation',
    kinds: [
      { type: 'relation', icon: ShareAltOutlined },
      { type: 'relations', icon: ShareAltOutlined },
      { type: 'look-up', icon: SearchOutlined },
      { type: 'roll-up', icon: CalculatorOutlined, begin: () => ({ aggregate: 'count' }) },
    ],
  },
  {
    name: 'layout',
    kinds: [
      { type: 'subform', icon: TableOutlined, begin: () => ({ fields: [] }) },
      { type: 'section', icon: BlockOutlined },
      {
        type: 'tabs',
        icon: FolderOutlined,
        begin: () => ({
          tabs: [1, 2].map((number) => ({ title: inOwn('designer.new.tab', { number }), columns: 2, fields: [] })),
        }),
      },
      { type: 'note', icon: InfoCircleOutlined, begin: () => ({ text: inOwn('designer.new.note') }) },
    ],
  },
  {
    name: 'content',
    kinds: [
      { type: 'file', icon: FileOutlined },
      { type: 'image', icon: PictureOutlined },
      { type: 'signature', icon: EditOutlined, level: 'sensitive', kind: 'biometric' },
    ],
  },
  {
    name: 'computed',
    kinds: [
      { type: 'serial', icon: FieldBinaryOutlined, begin: () => ({ pattern: 'NO-{yyyy}{MM}-{00000}' }) },
      { type: 'formula', icon: FunctionOutlined, begin: () => ({ of: 'number', scale: 2 }) },
    ],
  },
  {
    name: 'consent',
    kinds: [
      {
        type: 'consent',
        icon: FileProtectOutlined,
        begin: () => ({ notice: '1', purposes: ['service'], description: inOwn('designer.new.consent') }),
      },
    ],
  },
];

const kinds = new Map(catalog.flatMap((group) => group.kinds).map((kind) => [kind.type, kind]));

export const kindOf = (type: string): Kind | undefined => kinds.get(type);

export const iconOf = (type: string) => kinds.get(type)?.icon ?? SafetyOutlined;

/** The name of a type as people know it. */
export function typeName(type: string, lng = i18n.language): string {
  const own = `designer.type.${type}`;
  return i18n.t(i18n.exists(own, { lng }) ? own : `fieldType.${type}`, { lng });
}

/** A new thing of a type. */
export function newEntry(type: string, key: string): Entry {
  const kind = kinds.get(type);
  const own = `designer.type.${type}`;
  const title = inOwn(i18n.exists(own) ? own : `fieldType.${type}`);
  const tag = kind?.level ? { sensitivity: { level: kind.level, ...(kind.kind ? { kind: kind.kind } : {}) } } : {};
  const named = type === 'note' || type === 'tabs' ? {} : { title };
  return { key, type, ...named, ...tag, ...kind?.begin?.() } as Entry;
}
