import { cva, type VariantProps } from 'class-variance-authority'

/** The look of a button, also for links that act like one. */
export const buttonClass = cva(
  'inline-flex items-center justify-center gap-1.5 whitespace-nowrap rounded-sm border font-medium select-none ' +
    'transition-colors disabled:opacity-50 disabled:pointer-events-none focus-visible:outline-offset-2',
  {
    variants: {
      variant: {
        primary: 'bg-accent border-accent text-accent-ink hover:bg-[color-mix(in_oklab,var(--accent)_88%,var(--ink))]',
        plain: 'bg-surface border-line text-ink hover:border-line-strong hover:bg-sunken',
        quiet: 'border-transparent bg-transparent text-ink-2 hover:bg-sunken hover:text-ink',
        danger: 'bg-surface border-line text-failed hover:border-failed hover:bg-failed-wash',
      },
      size: { small: 'h-7 px-2 text-sm', medium: 'h-8 px-3 text-base', large: 'h-10 px-4 text-base', icon: 'size-8' },
    },
    defaultVariants: { variant: 'plain', size: 'medium' },
  },
)

export type ButtonLook = VariantProps<typeof buttonClass>
