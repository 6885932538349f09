import { currentLocale } from '../../i18n';

/** A province on a grid of equal tiles, about where it lies. */
export interface Province {
  code: string;
  /** One character, as on number plates. */
  sign: string;
  zh: string;
  en: string;
  column: number;
  row: number;
}

const tile = (code: string, sign: string, zh: string, en: string, column: number, row: number): Province => ({
  code,
  sign,
  zh,
  en,
  column,
  row,
});

/** The 34 divisions of the first level (GB/T 2260). */
export const provinces: Province[] = [
  tile('230000', '黑', '黑龙江', 'Heilongjiang', 8, 0),
  tile('150000', '蒙', '内蒙古', 'Inner Mongolia', 6, 1),
  tile('220000', '吉', '吉林', 'Jilin', 8, 1),
  tile('650000', '新', '新疆', 'Xinjiang', 1, 2),
  tile('620000', '甘', '甘肃', 'Gansu', 3, 2),
  tile('640000', '宁', '宁夏', 'Ningxia', 4, 2),
  tile('140000', '晋', '山西', 'Shanxi', 5, 2),
  tile('110000', '京', '北京', 'Beijing', 6, 2),
  tile('120000', '津', '天津', 'Tianjin', 7, 2),
  tile('210000', '辽', '辽宁', 'Liaoning', 8, 2),
  tile('630000', '青', '青海', 'Qinghai', 2, 3),
  tile('610000', '陕', '陕西', 'Shaanxi', 4, 3),
  tile('410000', '豫', '河南', 'Henan', 5, 3),
  tile('130000', '冀', '河北', 'Hebei', 6, 3),
  tile('370000', '鲁', '山东', 'Shandong', 7, 3),
  tile('540000', '藏', '西藏', 'Tibet', 1, 4),
  tile('510000', '川', '四川', 'Sichuan', 3, 4),
  tile('500000', '渝', '重庆', 'Chongqing', 4, 4),
  tile('420000', '鄂', '湖北', 'Hubei', 5, 4),
  tile('340000', '皖', '安徽', 'Anhui', 6, 4),
  tile('320000', '苏', '江苏', 'Jiangsu', 7, 4),
  tile('310000', '沪', '上海', 'Shanghai', 8, 4),
  tile('520000', '贵', '贵州', 'Guizhou', 4, 5),
  tile('430000', '湘', '湖南', 'Hunan', 5, 5),
  tile('360000', '赣', '江西', 'Jiangxi', 6, 5),
  tile('330000', '浙', '浙江', 'Zhejiang', 7, 5),
  tile('530000', '云', '云南', 'Yunnan', 3, 6),
  tile('450000', '桂', '广西', 'Guangxi', 4, 6),
  tile('440000', '粤', '广东', 'Guangdong', 6, 6),
  tile('350000', '闽', '福建', 'Fujian', 7, 6),
  tile('710000', '台', '台湾', 'Taiwan', 8, 6),
  tile('460000', '琼', '海南', 'Hainan', 5, 7),
  tile('820000', '澳', '澳门', 'Macao', 6, 7),
  tile('810000', '港', '香港', 'Hong Kong', 7, 7),
];

/** Its name in the reader's language; undefined for what is no province. */
export function provinceName(code: string): string | undefined {
  const found = provinces.find((each) => each.code === code);
  return currentLocale() === 'en' ? found?.en : found?.zh;
}
