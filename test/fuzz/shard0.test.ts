import { fuzzShard } from './fuzzShard'

fuzzShard(0, 2)
