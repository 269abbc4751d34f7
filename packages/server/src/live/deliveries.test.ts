import { beforeEach, describe, expect, test } from 'vitest';
import { Deliveries } from './deliveries.js';

let time: number;
let deliveries: Deliveries;
beforeEach(() => {
  time = 1000;
  deliveries = new Deliveries(() => time);
});

describe('the age of what was not sent', () => {
  test('is nothing while nobody listens, and while nothing happens', () => {
    expect(deliveries.age()).toBe(0);
    deliveries.open();
    time += 500;
    expect(deliveries.age()).toBe(0);
  });

  test('grows from the commit on, until all is sent', () => {
    const delivery = deliveries.open();
    delivery.committed();
    time += 300;
    expect(deliveries.age()).toBe(300);
    delivery.reading();
    time += 200;
    expect(deliveries.age()).toBe(500);
    delivery.sent();
    expect(deliveries.age()).toBe(0);
  });

  test('is that of the oldest, also of one that hangs in the middle of sending', () => {
    const delivery = deliveries.open();
    delivery.committed();
    delivery.reading();
    time += 100;
    delivery.committed();
    time += 100;
    delivery.committed();
    expect(deliveries.age()).toBe(200);
    delivery.sent();
    expect(deliveries.age()).toBe(100);
    delivery.reading();
    delivery.reading();
    expect(deliveries.age()).toBe(100);
  });

  test('is that of the listener who is furthest behind, and nobody’s any more once that one has gone', () => {
    const [slow, quick] = [deliveries.open(), deliveries.open()];
    slow.committed();
    time += 50;
    quick.committed();
    quick.reading();
    quick.sent();
    expect(deliveries.age()).toBe(50);
    slow.end();
    expect(deliveries.age()).toBe(0);
  });
});
