/** The columns of the message list, shared by its head and its rows; a phone shows two lines instead. */
export const MESSAGE_GRID =
  'grid items-center gap-x-3 max-md:grid-cols-[minmax(0,1fr)_minmax(0,auto)] ' +
  'md:grid-cols-[68px_minmax(0,1.5fr)_148px_minmax(0,0.7fr)_minmax(0,0.9fr)] ' +
  'lg:grid-cols-[68px_minmax(0,1.7fr)_148px_minmax(0,0.75fr)_minmax(0,0.9fr)_minmax(0,0.9fr)_minmax(0,0.8fr)]'
