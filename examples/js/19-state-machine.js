"use strict";

// A vending machine: one switch decides what each event does in each state.

const IDLE = "idle";
const PAYING = "paying";
const READY = "ready";
const BROKEN = "broken";

const PRICE = 150;

function transition(machine, event) {
  const { state, credit } = machine;
  switch (event.type) {
    case "coin":
      switch (state) {
        case IDLE:
        case PAYING: {
          const sum = credit + event.value;
          return { ...machine, state: sum >= PRICE ? READY : PAYING, credit: sum };
        }
        case READY:
          return { ...machine, returned: machine.returned + event.value };
        default:
          break;
      }
      break;
    case "press":
      if (state === READY) {
        return { ...machine, state: IDLE, credit: 0, returned: credit - PRICE, sold: machine.sold + 1 };
      }
      break;
    case "kick":
      console.log("  (ouch)");
    // falls through
    case "power-cut":
      return { ...machine, state: BROKEN, credit: 0, returned: 0 };
    case "repair":
      if (state !== BROKEN) break;
      return { ...machine, state: IDLE };
    default:
      throw new TypeError(`unknown event ${event.type}`);
  }
  return machine;
}

const events = [
  { type: "press" },
  { type: "coin", value: 100 },
  { type: "coin", value: 100 },
  { type: "coin", value: 20 },
  { type: "press" },
  { type: "coin", value: 50 },
  { type: "kick" },
  { type: "coin", value: 50 },
  { type: "repair" },
  { type: "power-cut" },
  { type: "dance" },
];

let machine = { state: IDLE, credit: 0, returned: 0, sold: 0 };
for (const event of events) {
  const name = event.value === undefined ? event.type : `${event.type} ${event.value}`;
  try {
    const next = transition(machine, event);
    const same = next === machine;
    machine = next;
    console.log(`${name.padEnd(10)} ${same ? "ignored" : `${machine.state}, credit ${machine.credit}`}`);
  } catch (err) {
    console.log(`${err.name}: ${err.message}`);
  }
}
console.log(`sold ${machine.sold}, in ${machine.state}`);
