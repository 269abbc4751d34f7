/**
 * Gives this page a storage of its own, as long as it lives: a ticket that waits in one frame of the gallery is not sent by
 * another one, nor by the pages of téo beside it. To be called before the widget has looked into the browser's.
 */
export function keepApart(): void {
  const storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> = Object.create({
    getItem: (name: string): string | null => Reflect.get(storage, name) ?? null,
    setItem: (name: string, value: string) => Reflect.set(storage, name, value),
    removeItem: (name: string) => Reflect.deleteProperty(storage, name),
  });
  Object.defineProperty(window, 'localStorage', { value: storage });
}
