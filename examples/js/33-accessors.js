"use strict";

// Getters, setters and statics: units of measure that keep themselves consistent.

class Temperature {
  #kelvin;

  constructor(kelvin) {
    this.kelvin = kelvin;
  }

  static fromCelsius(degrees) {
    return new Temperature(degrees + 273.15);
  }

  get kelvin() {
    return this.#kelvin;
  }

  set kelvin(value) {
    if (value < 0) throw new RangeError(`below absolute zero: ${value}`);
    this.#kelvin = value;
  }

  get celsius() {
    return Math.round((this.#kelvin - 273.15) * 100) / 100;
  }

  set celsius(value) {
    this.kelvin = value + 273.15;
  }

  get fahrenheit() {
    return (this.celsius * 9) / 5 + 32;
  }

  toString() {
    return `${this.celsius} C`;
  }
}

const rectangle = {
  width: 4,
  height: 2.5,
  get area() {
    return this.width * this.height;
  },
  set area(value) {
    const factor = Math.sqrt(value / this.area);
    this.width *= factor;
    this.height *= factor;
  },
  scale(factor) {
    this.width *= factor;
    this.height *= factor;
    return this;
  },
};

/** Counts how often it was read. */
class Sensor {
  reads = 0;
  static created = 0;

  constructor(name, values) {
    this.name = name;
    this.values = values;
    Sensor.created++;
  }

  get value() {
    return this.values[this.reads++ % this.values.length];
  }
}

const room = Temperature.fromCelsius(21.5);
console.log(`${room} = ${room.fahrenheit} F = ${room.kelvin.toFixed(2)} K`);
room.celsius = 100;
console.log(`${room} = ${room.fahrenheit} F`);
room.celsius += 5;
console.log(`${room}`);
try {
  room.celsius = -300;
} catch (err) {
  console.log(`${err.name}: ${err.message.slice(0, 19)}`);
}
console.log(`still ${room}`);

console.log(`area ${rectangle.area}`);
rectangle.area = 40;
console.log(`${rectangle.width} x ${rectangle.height}`);
console.log(`scaled: ${rectangle.scale(0.5).area}`);

const sensor = new Sensor("door", ["open", "closed"]);
console.log(sensor.value, sensor.value, sensor.value, sensor.reads);
new Sensor("window", [0]);
console.log(`sensors: ${Sensor.created}`);
