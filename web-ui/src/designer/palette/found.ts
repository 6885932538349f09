import { LOCALES } from '../../i18n';
import { typeName } from './catalog';

/** What people coming from elsewhere call a type, in both languages; looked for and never shown. */
const ALSO: Record<string, string> = {
  text: '单行文本 文本框 string',
  'long-text': '备注 文本域 textarea memo',
  'rich-text': '图文 编辑器 html',
  number: '数值 整数 小数 integer decimal',
  money: '货币 价格 费用 currency price amount',
  percent: '比例 百分数 percentage',
  rating: '星级 打分 评价 stars',
  date: '日期选择 年月日 calendar',
  'date-time': '日期时间 datetime',
  time: '时刻 几点',
  duration: '用时 期限',
  switch: '是否 布尔 勾选 yes/no boolean toggle checkbox',
  choice: '下拉 选项 单选框 select dropdown radio status 状态',
  'multi-choice': '复选 下拉复选 多项选择 checkbox multi-select',
  cascade: '多级选择 分类 下拉 tree',
  region: '省市区 地区 城市 province city',
  url: '网址 超链接 website',
  tags: '标记 labels',
  phone: '电话 手机号 联系方式 telephone cell',
  email: '电子邮箱 邮件 mail',
  'id-card': '身份证 证件 identity',
  'bank-card': '银行账号 账户 account',
  address: '住址 收货地址',
  geo: '位置 坐标 地图 location map',
  plate: '车牌 汽车 car',
  uscc: '税号 营业执照 企业代码 company tax',
  member: '人员 员工 用户 负责人 person user people',
  members: '人员 员工 用户 成员多选 people users',
  department: '组织 team',
  departments: '组织 部门多选 teams',
  relation: '关联表单 引用 lookup reference link',
  relations: '关联表单 引用 references',
  'look-up': '关联数据 引用 lookup',
  'roll-up': '统计 求和 计数 合计 sum count',
  subform: '明细 表格 子表 table rows',
  section: '分割线 分栏 group divider',
  tabs: '选项卡 页签',
  note: '提示 描述 文字 description hint',
  file: '文件 上传 attachment upload',
  image: '照片 拍照 photo image',
  signature: '手写签名 签字 sign',
  serial: '编号 自动编号 单号 autonumber id',
  formula: '计算 函数 computed calculation',
  consent: '授权 隐私 告知 agreement privacy',
};

/** Whether somebody means this type: by its name in any language, by what it is called elsewhere, or by its key. */
export function found(type: string, wanted: string): boolean {
  const text = wanted.trim().toLowerCase();
  if (text === '') return true;
  const names = LOCALES.map((lng) => typeName(type, lng));
  return [...names, type, ALSO[type] ?? ''].some((name) => name.toLowerCase().includes(text));
}
