'use client'

import { Download } from 'lucide-react'
import { Button } from '@/components/ui/Button'
import { Tip } from '@/components/ui/Tip'

/** Downloads exactly the numbers that are drawn. */
export function CsvButton({ fileName, csv, label }: { fileName: string; csv: () => string; label: string }) {
  const download = () => {
    const url = URL.createObjectURL(new Blob(['\ufeff', csv()], { type: 'text/csv;charset=utf-8' }))
    const link = Object.assign(document.createElement('a'), { href: url, download: fileName })
    link.click()
    URL.revokeObjectURL(url)
  }
  return (
    <Tip text="Download these numbers as CSV">
      <Button variant="quiet" size="small" className="-my-1" aria-label={`Download ${label} as CSV`} onClick={download}>
        <Download size={14} aria-hidden />
      </Button>
    </Tip>
  )
}
