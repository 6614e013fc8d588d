import { fuzzShard } from './fuzzShard'

fuzzShard(1, 2)
