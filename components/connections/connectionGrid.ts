/** The columns of the list of connections, shared by its head and its rows; a phone shows stacked lines instead. */
export const CONNECTION_GRID =
  'grid items-center gap-x-4 gap-y-1.5 max-md:grid-cols-[minmax(0,1fr)_auto] ' +
  'md:grid-cols-[minmax(0,1fr)_100px_150px_64px_32px] ' +
  'lg:grid-cols-[minmax(0,1fr)_104px_190px_64px_110px_84px_32px]'
