/** The columns of the list of callbacks, shared by its head and its rows; a phone shows stacked lines instead. */
export const CALLBACK_GRID =
  'grid items-start gap-x-3 gap-y-0.5 max-md:grid-cols-[minmax(0,1fr)_auto] ' +
  'md:grid-cols-[20px_84px_128px_minmax(0,1.6fr)_minmax(0,0.8fr)] ' +
  'lg:grid-cols-[20px_84px_128px_minmax(0,1.6fr)_minmax(0,0.7fr)_minmax(0,1fr)]'
