interface SparklineProps {
  /** From the oldest to the newest, evenly apart. */
  values: readonly number[]
  /** What it shows, in words: the shape alone says nothing to a screen reader. */
  label: string
  className?: string
}

const HEIGHT = 20

/** A small column per value, scaled to the highest; none where the value is 0. Fills the width that it is given. */
export function Sparkline({ values, label, className }: SparklineProps) {
  const top = Math.max(1, ...values)
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${values.length * 2} ${HEIGHT}`}
      preserveAspectRatio="none"
      className={className}
    >
      <line x1="0" x2={values.length * 2} y1={HEIGHT} y2={HEIGHT} className="stroke-line" strokeWidth="1" />
      {values.map((value, index) => {
        const height = value === 0 ? 0 : Math.max(1.5, (value / top) * HEIGHT)
        return value === 0 ? null : (
          <rect key={index} x={index * 2} width="1.5" y={HEIGHT - height} height={height} className="fill-delivered" />
        )
      })}
    </svg>
  )
}
