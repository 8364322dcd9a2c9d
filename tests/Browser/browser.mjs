// Finds Chromium and the packages: in the folder that CUSTOMLABELS_NODE_MODULES names, or beside this file; CUSTOMLABELS_CHROMIUM, or on the PATH.

import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const modules = process.env.CUSTOMLABELS_NODE_MODULES ?? fileURLToPath(new URL('node_modules', import.meta.url));
const load = createRequire(pathToFileURL(join(modules, 'package.js')));

export const { chromium } = load('playwright-core');
export const axe = readFileSync(load.resolve('axe-core/axe.min.js'), 'utf8');
export const program = process.env.CUSTOMLABELS_CHROMIUM ?? process.env.PATH.split(delimiter).flatMap(folder => ['chromium', 'chromium-browser', 'google-chrome'].map(name => join(folder, name))).find(existsSync);
