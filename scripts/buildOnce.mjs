// The build of `npm start`, as a step of `npm test`: nothing to do when the sources have not changed.
import { build } from './setup/build.mjs'
import './setup/root.mjs'

build()
