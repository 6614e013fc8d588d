/** How the figures of the overview are counted: shown on hover beside each of them. */
export const RATE_MEANING =
  'Delivery rate = delivered ÷ settled. Settled texts are those with a final word: delivered, read, undelivered, failed, rejected or expired. Pending and unconfirmed texts are left out until they settle, so the rate of recent texts still changes.'

export const INTERVAL_MEANING =
  'The 95 % Wilson interval: with this many settled texts, the rate that a longer time of the same traffic would show lies in here 19 times out of 20. The fewer texts, the wider.'

export const COVERAGE_MEANING =
  'Coverage = settled ÷ all texts of this range: how much of it the delivery rate speaks of.'

export const COHORT_MEANING =
  'Texts are counted at the time when they were sent, whenever their receipts arrive: the time given by the sender, else the earliest time that the provider gave, else the first arrival.'
