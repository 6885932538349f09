import { theme as antd, type ThemeConfig } from 'antd';

export type Shade = 'light' | 'dark';

/** All colours of the product. Every pair of text and ground below holds 4.5 : 1 or better. */
interface Palette {
  ground: string;
  card: string;
  raised: string;
  quiet: string;
  line: string;
  lineStrong: string;
  text: string;
  textQuiet: string;
  textFaint: string;
  accent: string;
  accentDeep: string;
  accentText: string;
  accentQuiet: string;
  good: string;
  warn: string;
  warnQuiet: string;
  bad: string;
  badQuiet: string;
  ringS1: string;
  ringS2: string;
  ringS3: string;
  ringS4: string;
}

const light: Palette = {
  ground: '#f6f5f3',
  card: '#ffffff',
  raised: '#ffffff',
  quiet: '#f1f0ed',
  line: '#e6e4e0',
  lineStrong: '#cfccc6',
  text: '#23211e',
  textQuiet: '#5f5b55',
  textFaint: '#6f6a63',
  accent: '#2f54eb',
  accentDeep: '#2445c9',
  accentText: '#2445c9',
  accentQuiet: '#eef1fe',
  good: '#1f7a45',
  warn: '#8a5a00',
  warnQuiet: '#fdf6e7',
  bad: '#c02626',
  badQuiet: '#fdf0ee',
  ringS1: '#7d8aa0',
  ringS2: '#c98500',
  ringS3: '#d13c3c',
  ringS4: '#8243c9',
};

const dark: Palette = {
  ground: '#161514',
  card: '#1e1d1b',
  raised: '#282624',
  quiet: '#262422',
  line: '#35332f',
  lineStrong: '#4b4843',
  text: '#ebe8e3',
  textQuiet: '#b5b0a8',
  textFaint: '#9d978e',
  accent: '#4a6bf0',
  accentDeep: '#3d5ce0',
  accentText: '#98adff',
  accentQuiet: '#232a47',
  good: '#63c88c',
  warn: '#e0ad4f',
  warnQuiet: '#342d1e',
  bad: '#f0837b',
  badQuiet: '#3a2322',
  ringS1: '#8d9bb3',
  ringS2: '#e0a32f',
  ringS3: '#ee6a62',
  ringS4: '#b084ea',
};

const palettes: Record<Shade, Palette> = { light, dark };

/** What series of a chart are drawn in, in this order; each holds 3 : 1 on a card. */
const series: Record<Shade, string[]> = {
  light: ['#2f54eb', '#0b7f84', '#b0620b', '#8243c9', '#bd2f74', '#4a770e', '#5f6b85', '#9a4f1b'],
  dark: ['#7d97ff', '#3fb8bd', '#e0a04f', '#b58af0', '#f07fb0', '#9ccc5a', '#a9b3c8', '#d79567'],
};

/** What a canvas or a drawing needs to know, since it reads no style sheet. */
export function drawingColours(shade: Shade) {
  const { text, textQuiet, line, lineStrong, card, raised } = palettes[shade];
  return { text, textQuiet, line, lineStrong, card, raised, series: series[shade], font: FONT };
}

const FONT =
  'system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans SC", "WenQuanYi Zen Hei", sans-serif';

/** Puts the palette where the style sheets read it: `--jm-line-strong` and so on. */
export function applyShade(shade: Shade): void {
  const root = document.documentElement;
  root.dataset['shade'] = shade;
  root.style.colorScheme = shade;
  for (const [name, colour] of Object.entries(palettes[shade])) {
    root.style.setProperty(`--jm-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`, colour);
  }
  root.style.setProperty('--jm-font', FONT);
}

/** `still`: the person asked for less motion. Ant Design must know, since it waits for the end of its own animations. */
export function antdTheme(shade: Shade, still: boolean): ThemeConfig {
  const colours = palettes[shade];
  return {
    // There is one Ant Design on the page: nothing to tell apart.
    hashed: false,
    algorithm: shade === 'dark' ? antd.darkAlgorithm : antd.defaultAlgorithm,
    token: {
      colorPrimary: colours.accent,
      // White stands on it: a lighter hover would fall below AA.
      colorPrimaryHover: colours.accentDeep,
      colorPrimaryActive: colours.accentDeep,
      colorInfo: colours.accent,
      colorLink: colours.accentText,
      // The accent itself is for what white stands on; as text it is too dim in the dark.
      colorLinkHover: colours.text,
      colorLinkActive: colours.text,
      colorSuccess: colours.good,
      colorWarning: colours.warn,
      // What is derived from a dark ochre is mud.
      colorWarningBg: colours.warnQuiet,
      colorWarningBorder: colours.lineStrong,
      colorError: colours.bad,
      // What is derived for a pressed button is too dim for the words on it, and as words too dim on a card.
      ...(shade === 'dark' ? { colorErrorActive: '#e5a19a' } : { colorErrorHover: '#a81f1f' }),
      colorText: colours.text,
      colorTextSecondary: colours.textQuiet,
      colorTextTertiary: colours.textFaint,
      colorTextDescription: colours.textQuiet,
      colorTextPlaceholder: colours.textFaint,
      colorBgLayout: colours.ground,
      colorBgContainer: colours.card,
      colorBgElevated: colours.raised,
      colorBorder: colours.lineStrong,
      colorBorderSecondary: colours.line,
      colorSplit: colours.line,
      borderRadius: 6,
      borderRadiusLG: 8,
      fontFamily: FONT,
      fontSize: 14,
      lineHeight: 22 / 14,
      motionDurationFast: '0.08s',
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.16s',
      controlHeight: 32,
      // The ring around a focused control, strong enough to be found by eye.
      controlOutline: `${colours.accent}52`,
      wireframe: false,
      motion: !still,
    },
    components: {
      Table: {
        headerBg: colours.card,
        headerColor: colours.textQuiet,
        headerSplitColor: 'transparent',
        rowHoverBg: colours.quiet,
        cellPaddingBlock: 9,
        cellPaddingInline: 12,
      },
      Button: {
        primaryShadow: 'none',
        defaultShadow: 'none',
        fontWeight: 500,
        defaultHoverColor: colours.accentText,
        defaultActiveColor: colours.accentText,
        defaultHoverBorderColor: colours.accent,
        // Red is light in the dark: white on it would be 3.3 : 1.
        dangerColor: shade === 'dark' ? colours.ground : '#ffffff',
      },
      Tabs: {
        titleFontSize: 14,
        horizontalItemPadding: '10px 0',
        itemColor: colours.textQuiet,
        itemSelectedColor: colours.accentText,
        itemHoverColor: colours.text,
        itemActiveColor: colours.accentText,
      },
      Card: { bodyPadding: 20 },
      Modal: { titleFontSize: 20 },
      Tooltip: { colorBgSpotlight: shade === 'dark' ? '#3a3733' : '#2b2926' },
    },
  };
}
