/*
 * The masks of the product, as the server writes them: what a designer sees on a test value is what a reader will see.
 * Code points, never halves of them; what does not parse as its kind is the fixed token. Same vectors as the server's.
 */

export const MASK_TOKEN = '******';

type Rule = (text: string) => string | undefined;

const COMPOUND_SURNAMES = new Set(
  (
    '欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 ' +
    '巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐 段干 百里 呼延 东郭 南门 羊舌 微生 梁丘 左丘 西门 第五 南荣 东里 即墨 达奚'
  ).split(' '),
);
const TWO_DIGIT_CODES = new Set(
  '20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 84 86 90 91 92 93 94 95 98'.split(
    ' ',
  ),
);
const HAN = /^[\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/u;
const INVISIBLE = /\ufeff|\u200b|\u200c|\u200d|\u200e|\u200f|[\u202a-\u202e\u2060-\u2069]/g;

/** First and last characters, stars between. */
function ends(text: string, first: number, last: number): string {
  const units = [...text];
  const hidden = Math.max(units.length - first - last, 0);
  return units.slice(0, first).join('') + '*'.repeat(hidden) + (last > 0 ? units.slice(-last).join('') : '');
}

const code = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[\s./()\-\u00b7\u2022\u2010-\u2015\u2212\u30fb]/gu, '')
    .replace(/[a-z]/g, (letter) => letter.toUpperCase());

const coded =
  (shape: RegExp, first: number, last: number): Rule =>
  (text) => {
    const value = code(text);
    return shape.test(value) ? ends(value, first, last) : undefined;
  };

const unitsOf = (text: string) => [...text.normalize('NFC').replace(/[\p{Mn}\p{Mc}\p{Me}\p{Cf}]/gu, '')];

const personName: Rule = (text) => {
  const units = unitsOf(text);
  if (units.length === 0) return undefined;
  if (!HAN.test(units[0] ?? ''))
    return units
      .join('')
      .trim()
      .split(/\s+/u)
      .slice(0, 4)
      .map((word) => ([...word].length <= 1 ? '*' : `${[...word][0]}***`))
      .join(' ');
  const name = units.filter((unit) => !/\s/u.test(unit));
  if (name.length === 1) return '*';
  const kept = name.length >= 3 && COMPOUND_SURNAMES.has(name.slice(0, 2).join('')) ? 2 : 1;
  return name.slice(0, kept).join('') + '*'.repeat(Math.min(name.length - kept, 8));
};

const phone: Rule = (text) => {
  const plain = text.normalize('NFKC');
  const cut = plain.split(/ext|[xX\u8f6c#,;，；]/i)[0] ?? '';
  // 0AA-NNNNNNN-E: the last group is an extension.
  const local = cut.trim().replace(/^(0\d{2,3}-\d{7,8})-\d+$/, '$1');
  const number = code(local).replace(/^00/, '+');
  if (!number.startsWith('+')) {
    const bare = /^86(1[3-9]\d{9})$/.exec(number);
    return bare ? `+86 ${ends(bare[1] ?? '', 3, 4)}` : mainland(number);
  }
  const digits = number.slice(1);
  if (!/^\d+$/.test(digits)) return undefined;
  if (digits.startsWith('86')) {
    const shown = mainland(digits.slice(2));
    return shown === undefined ? undefined : `+86 ${shown}`;
  }
  return foreign(digits);
};

function mainland(number: string): string | undefined {
  if (/^1[3-9]\d{9}$/.test(number)) return ends(number, 3, 4);
  const landline = /^(0(?:10|2\d|[3-9]\d{2}))(\d{7,8})$/.exec(number);
  return landline ? `${landline[1]}-${ends(landline[2] ?? '', 0, 2)}` : undefined;
}

function foreign(digits: string): string | undefined {
  const calling = ['1', '7'].includes(digits.slice(0, 1))
    ? digits.slice(0, 1)
    : TWO_DIGIT_CODES.has(digits.slice(0, 2))
      ? digits.slice(0, 2)
      : digits.slice(0, 3);
  const national = digits.slice(calling.length);
  if (['852', '853'].includes(calling) && national.length === 8) return `+${calling} ${ends(national, 2, 2)}`;
  if (calling === '886' && national.length === 9) return `+${calling} ${ends(national, 2, 3)}`;
  if (digits.length > 15 || national.length < 5) return undefined;
  return `+${calling} ${ends(national, 0, national.length >= 8 ? 4 : 2)}`;
}

const email =
  (strict: boolean): Rule =>
  (text) => {
    const at = text.lastIndexOf('@');
    const domain = text.slice(at + 1).replace(/[A-Z]/g, (letter) => letter.toLowerCase());
    if (at <= 0 || domain === '' || /\s/u.test(text)) return undefined;
    const units = unitsOf(text.slice(0, at));
    const shown = `${units.length >= 2 ? units[0] : ''}***@`;
    return shown + (strict ? `***.${domain.split('.').at(-1)}` : domain);
  };

const BODY = '([^省市区县旗盟0-9０-９A-Za-z号栋幢弄室]{1,8}?)';
const STAGES = ['(省|特别行政区|自治区|市)', '(自治州|地区|市|盟)', '(自治县|自治旗|区|县|旗|市)'].map(
  (suffix) => new RegExp(BODY + suffix, 'uy'),
);

const address: Rule = (text) => {
  const value = text.replace(/\s/gu, '');
  let end = 0;
  STAGES.forEach((stage, index) => {
    stage.lastIndex = end;
    const match = stage.exec(value);
    if (!match) return;
    const before = [...(match[1] ?? '')].at(-1) ?? '';
    const suffix = match[2];
    const refused =
      index < 2 || suffix === '市'
        ? '路街道巷村'.includes(before)
        : suffix === '区' && '小社园院校厂景宿路街巷'.includes(before);
    if (!refused) end = stage.lastIndex;
  });
  return end === 0 ? undefined : `${value.slice(0, end)}****`;
};

const birthDate: Rule = (text) => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const day = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== text
    ? undefined
    : `${text.slice(0, 4)}-**-**`;
};

const bankCard: Rule = (text) => {
  const value = code(text);
  if (!/^\d{12,19}$/.test(value)) return undefined;
  return value.length >= 15 ? ends(value, 6, 4) : ends(value, 0, 4);
};

const rules: Record<string, Rule> = {
  person_name: personName,
  phone,
  cn_id: coded(/^(\d{17}[\dX]|\d{15})$/, 1, 1),
  cn_id_3_4: coded(/^(\d{17}[\dX]|\d{15})$/, 3, 4),
  bank_card: bankCard,
  email: email(false),
  email_strict: email(true),
  address_cn: address,
  plate_cn: coded(/^\p{Script=Han}[A-Z]([A-Z0-9]{5,6}|[A-Z0-9]{4,5}[挂学警港澳领使])$/u, 2, 2),
  passport: coded(/^[A-Z0-9]{6,12}$/, 1, 2),
  uscc: coded(/^[0-9A-Z]{18}$/, 4, 4),
  birth_date: birthDate,
  free_text: () => undefined,
};

/** Masks that one may choose. */
export const MASKS = [...Object.keys(rules), 'secret'];

const BY_KIND: Record<string, string> = {
  name: 'person_name',
  phone: 'phone',
  email: 'email',
  idcard: 'cn_id',
  bankcard: 'bank_card',
  address: 'address_cn',
  birth: 'birth_date',
  plate: 'plate_cn',
  passport: 'passport',
};
const BY_TYPE: Record<string, string> = {
  phone: 'phone',
  email: 'email',
  'id-card': 'idcard',
  'bank-card': 'bankcard',
  address: 'address',
  plate: 'plate',
};
const TEXTS = new Set([
  ...Object.keys(BY_TYPE),
  ...['text', 'long-text', 'rich-text', 'url', 'uscc', 'date', 'choice', 'serial', 'region'],
]);

/** The mask that a field gets: the one its tag names, else the one of its kind; what is no text has the fixed token. */
export function maskOf(field: { type: string; sensitivity?: { level: string; kind?: string; mask?: string } }): string {
  const tag = field.sensitivity;
  if (tag?.level === 'secret' || !TEXTS.has(field.type)) return 'secret';
  return tag?.mask ?? BY_KIND[tag?.kind ?? BY_TYPE[field.type] ?? ''] ?? 'free_text';
}

/** A text under a mask. */
export function masked(mask: string, text: string): string {
  if (mask === 'secret') return MASK_TOKEN;
  const value = text.replace(INVISIBLE, '').trim();
  if (value === '') return '';
  return rules[mask]?.(value) ?? MASK_TOKEN;
}
