import fc from 'fast-check'
import { FAILURE_CLASSES } from './failureClass'
import type { StatusReceipt } from './receipt'
import { FAILURES, STATUSES } from './status'

/** Receipts with few values per field, so that ties and contradictions are common. */
export const statusReceipt: fc.Arbitrary<StatusReceipt> = fc
  .record({
    status: fc.constantFrom(...STATUSES),
    rawStatus: fc.constantFrom('A', 'B'),
    reason: fc.constantFrom(...FAILURE_CLASSES.slice(0, 3)),
    errorCode: fc.constantFrom(null, '1', '2'),
    occurredAt: fc.constantFrom(null, 0, 1_000, 2_000),
  })
  .map(({ reason, ...rest }) => ({
    ...rest,
    failureClass: (FAILURES as readonly string[]).includes(rest.status) ? reason : null,
  }))
