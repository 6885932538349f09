// Writes the divisions of China for the field type region, from the npm package @vant/area-data:
// node dev/regions.mjs. One file serves the server, which checks codes, and the browser, which names them.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { areaList } from '@vant/area-data';

const manifest = createRequire(import.meta.url).resolve('@vant/area-data/package.json');
const { version } = JSON.parse(readFileSync(manifest, 'utf8'));
const names = { ...areaList.province_list, ...areaList.city_list, ...areaList.county_list };
const lines = Object.keys(names)
  .sort()
  .map((code) => `    ${JSON.stringify(code)}: ${JSON.stringify(names[code])}`);
const target = new URL('../../form-engine/src/main/resources/META-INF/resources/regions/china.json', import.meta.url);
writeFileSync(target, `{\n  "source": "@vant/area-data ${version}",\n  "divisions": {\n${lines.join(',\n')}\n  }\n}\n`);
