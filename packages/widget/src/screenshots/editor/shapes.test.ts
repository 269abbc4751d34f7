import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  armed,
  down,
  dragged,
  drawn,
  type Editing,
  editingOf,
  inTime,
  lost,
  nudged,
  placed,
  up,
} from './gestures.js';
import { redone, undone } from './history.js';
import {
  added,
  around,
  boxOf,
  type Drawing,
  gripsOf,
  moved,
  type Point,
  pulled,
  removed,
  type ShapeKind,
  stretchOf,
  type Target,
  untouched,
  wholeOf,
  worded,
} from './shapes.js';

const size = { width: 1280, height: 720 };
const kinds = ['arrow', 'box', 'mask', 'text'] as const;

const points = fc.record({ x: fc.integer({ min: -50, max: 1400 }), y: fc.integer({ min: -50, max: 800 }) });
const kindsAt = fc.record({ kind: fc.constantFrom<ShapeKind>(...kinds), at: points });

/** A picture with some shapes on it. */
const drawings = fc
  .array(kindsAt, { minLength: 1, maxLength: 5 })
  .map((shapes) =>
    shapes.reduce<Drawing>(
      (drawing, { kind, at }) => added(drawing, kind, around(drawing, kind, at)).drawing,
      untouched(size),
    ),
  );

function isInside({ from, to }: { from: Point; to: Point }): boolean {
  return [from, to].every(({ x, y }) => x >= 0 && y >= 0 && x <= size.width && y <= size.height);
}

describe('shapes', () => {
  test('are whole pixels inside the picture, wherever they are put, moved and pulled', () => {
    fc.assert(
      fc.property(drawings, points, points, fc.nat(3), (drawing, by, place, corner) => {
        const target = drawing.shapes.at(-1)?.id ?? 0;
        const kind = drawing.shapes.at(-1)?.kind ?? 'box';
        const grip = gripsOf(kind)[corner % gripsOf(kind).length] ?? ['to', 'to'];
        const after = pulled(moved(drawing, target, by), target, grip, place);
        for (const shape of after.shapes) {
          expect(isInside(shape)).toBe(true);
          for (const { x, y } of [shape.from, shape.to]) expect([x, y].every(Number.isInteger)).toBe(true);
        }
      }),
    );
  });

  test('keep their size when they are moved, and the opposite corner when they are pulled', () => {
    fc.assert(
      fc.property(drawings, points, (drawing, by) => {
        const target = drawing.shapes[0]?.id ?? 0;
        const before = stretchOf(drawing, target);
        const after = stretchOf(moved(drawing, target, by), target);
        const end = stretchOf(pulled(drawing, target, ['to', 'to'], by), target);
        if (before === undefined || after === undefined) throw new Error('The shape is gone.');
        expect(boxOf(after)).toMatchObject({ width: boxOf(before).width, height: boxOf(before).height });
        expect(end?.from).toEqual(before.from);
      }),
    );
  });

  test('stay where they are whatever is cropped, and come back with what was cut off', () => {
    fc.assert(
      fc.property(drawings, points, points, (drawing, from, to) => {
        const cropped = pulled(pulled(drawing, 'crop', ['from', 'from'], from), 'crop', ['to', 'to'], to);
        expect(cropped.shapes).toBe(drawing.shapes);
        expect(isInside(cropped.crop)).toBe(true);
        expect(removed(cropped, 'crop')).toEqual(drawing);
      }),
    );
  });

  test('never become too small to be taken hold of', () => {
    fc.assert(
      fc.property(drawings, points, (drawing, place) => {
        for (const target of [...drawing.shapes.map(({ id }) => id), 'crop'] satisfies Target[]) {
          const box = boxOf(stretchOf(pulled(drawing, target, ['to', 'to'], place), target) ?? wholeOf(size));
          expect(box.width + box.height).toBeGreaterThanOrEqual(8);
        }
      }),
    );
  });

  test('have numbers of their own after others were taken away', () => {
    const first = added(untouched(size), 'box', wholeOf(size));
    const second = added(first.drawing, 'mask', wholeOf(size));
    const third = added(removed(second.drawing, first.id), 'text', wholeOf(size));
    expect(third.drawing.shapes.map(({ id }) => id)).toEqual([second.id, third.id]);
  });
});

type Deed = (editing: Editing) => Editing;

/** What a person may do: each is told apart from the one before it. */
const deeds = fc.oneof(
  kindsAt.map(
    ({ kind, at }): Deed =>
      (editing) =>
        placed(editing, kind, at),
  ),
  fc.tuple(points, fc.boolean()).map(
    ([by, pulls]): Deed =>
      (editing) => {
        const target = editing.history.present.shapes[0]?.id ?? 'crop';
        return nudged(editing, target, by, pulls);
      },
  ),
  fc.string({ minLength: 1 }).map(
    (text): Deed =>
      (editing) => {
        const { present } = editing.history;
        const shape = present.shapes.find(({ kind }) => kind === 'text');
        return shape === undefined ? editing : drawn(editing, worded(present, shape.id, text), 'words');
      },
  ),
  fc.tuple(fc.constantFrom('crop', ...kinds), points, points).map(
    ([tool, from, to]): Deed =>
      (editing) => {
        const inHand = editing.tool === tool ? editing : armed(editing, tool);
        return up(dragged(down(inHand, from, null, null), to));
      },
  ),
);

describe('undo', () => {
  test('takes back all that was done, step by step, and redo does it again', () => {
    fc.assert(
      fc.property(fc.array(deeds, { maxLength: 12 }), (list) => {
        const done = list.reduce((editing, deed) => deed(editing), editingOf(size));
        let back = done;
        while (back.history.past.length > 0) back = inTime(back, undone(back.history));
        expect(back.history.present).toEqual(untouched(size));
        let again = back;
        while (again.history.future.length > 0) again = inTime(again, redone(again.history));
        expect(again.history.present).toBe(done.history.present);
      }),
    );
  });

  test('of one deed is what was before it', () => {
    fc.assert(
      fc.property(fc.array(deeds, { maxLength: 6 }), kindsAt, (list, { kind, at }) => {
        const before = list.reduce((editing, deed) => deed(editing), editingOf(size));
        const after = placed(before, kind, at);
        expect(undone(after.history).present).toBe(before.history.present);
      }),
    );
  });

  test('takes a drag, a word and a held key back as one each', () => {
    let editing = placed(editingOf(size), 'text');
    const shape = editing.history.present.shapes[0]?.id ?? 0;
    for (const text of ['I', 'Ic', 'Ici'])
      editing = drawn(editing, worded(editing.history.present, shape, text), 'words');
    for (let press = 0; press < 9; press += 1) editing = nudged(editing, shape, { x: 1, y: 0 }, false);
    editing = down(editing, { x: 640, y: 360 }, shape, null);
    for (let x = 640; x < 700; x += 5) editing = dragged(editing, { x, y: 360 });
    editing = up(editing);
    expect(editing.history.past).toHaveLength(4);
  });

  test('forgets what was taken back as soon as something else is done', () => {
    const editing = placed(editingOf(size), 'box');
    const other = placed(inTime(editing, undone(editing.history)), 'mask');
    expect(other.history.future).toEqual([]);
    expect(other.chosen).toBe(other.history.present.shapes[0]?.id);
  });
});

describe('hands', () => {
  const mask = (editing: Editing) => editing.history.present.shapes[0];

  test('draw from where they come down to where they go up', () => {
    const drawing = down(armed(editingOf(size), 'mask'), { x: 300, y: 200 }, null, null);
    const done = up(dragged(drawing, { x: 100, y: 50 }));
    expect(mask(done)).toMatchObject({ kind: 'mask', from: { x: 300, y: 200 }, to: { x: 100, y: 50 } });
    expect(done).toMatchObject({ tool: null, chosen: 1 });
  });

  test('that only touch put a shape of the usual size there', () => {
    const done = up(down(armed(editingOf(size), 'mask'), { x: 300, y: 200 }, null, null));
    const { from, to } = mask(done) ?? wholeOf(size);
    expect([(from.x + to.x) / 2, (from.y + to.y) / 2]).toEqual([300, 200]);
    expect(done.history.past).toHaveLength(1);
  });

  test('put a corner somewhere with two touches, without dragging', () => {
    const editing = placed(editingOf(size), 'box');
    const touched = up(down(editing, mask(editing)?.to ?? { x: 0, y: 0 }, 1, ['to', 'to']));
    expect(touched.held).toEqual(['to', 'to']);
    const put = down(touched, { x: 1200, y: 700 }, null, null);
    expect(mask(put)?.to).toEqual({ x: 1200, y: 700 });
    expect(put.held).toBeNull();
  });

  test('that the system takes away have done nothing', () => {
    const drawing = down(armed(editingOf(size), 'arrow'), { x: 300, y: 200 }, null, null);
    expect(lost(dragged(drawing, { x: 10, y: 10 })).history).toEqual(editingOf(size).history);
  });
});
