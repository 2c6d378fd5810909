// Intl.NumberFormat with the options of en-US.
const numbers = [0, -0, 1, -1, 0.5, -0.4, 0.001234, 9.995, 12.34, 99.95, 999, 999.5, 1000, 1234,
  -1234.567, 9999, 12345, 123456, 999499, 999500, 999999, 1e6, 1234567.891, 1.5e9, 999.95e9,
  2.5e12, 1e15, 1.23e18, 1e21, 1.005, 2.5, NaN, Infinity, -Infinity];

function show(title, format) {
  console.log(title, numbers.map((number) => format.format(number)).join(" | "));
}

show("compact", new Intl.NumberFormat("en-US", { notation: "compact" }));
show("long", new Intl.NumberFormat("en", { notation: "compact", compactDisplay: "long", maximumFractionDigits: 1 }));
show("scientific", new Intl.NumberFormat("en-US", { notation: "scientific" }));
show("engineering", new Intl.NumberFormat("en-US", { notation: "engineering", maximumFractionDigits: 1 }));
show("digits", new Intl.NumberFormat("en-US", { maximumSignificantDigits: 3 }));
show("least digits", new Intl.NumberFormat("en-US", { minimumSignificantDigits: 3 }));
show("whole", new Intl.NumberFormat("en-US", { minimumIntegerDigits: 3, useGrouping: false }));
show("always", new Intl.NumberFormat("en-US", { signDisplay: "always" }));
show("exceptZero", new Intl.NumberFormat("en-US", { signDisplay: "exceptZero", maximumFractionDigits: 0 }));
show("never", new Intl.NumberFormat("en-US", { signDisplay: "never" }));
show("money", new Intl.NumberFormat("en-US", { style: "currency", currency: "USD", currencySign: "accounting" }));
show("name", new Intl.NumberFormat("en-US", { style: "currency", currency: "EUR", currencyDisplay: "name" }));
show("code", new Intl.NumberFormat("en-US", { style: "currency", currency: "JPY", currencyDisplay: "code" }));
show("narrow", new Intl.NumberFormat("en-US", { style: "currency", currency: "CAD", currencyDisplay: "narrowSymbol" }));
show("brief money", new Intl.NumberFormat("en-US", { style: "currency", currency: "USD", notation: "compact" }));
show("percent", new Intl.NumberFormat("en-US", { style: "percent", maximumFractionDigits: 1, signDisplay: "always" }));
show("speed", new Intl.NumberFormat("en-US", { style: "unit", unit: "kilometer-per-hour" }));
show("litres", new Intl.NumberFormat(undefined, { style: "unit", unit: "liter", unitDisplay: "long" }));
show("bytes", new Intl.NumberFormat("en-US", { style: "unit", unit: "byte", unitDisplay: "narrow", notation: "compact" }));
show("plain", new Intl.NumberFormat());

console.log((1234567).toLocaleString("en-US", { notation: "compact" }));
console.log((5).toLocaleString("en-US", { minimumIntegerDigits: 2 }), (12).toLocaleString("en", { style: "unit", unit: "day" }));
console.log(new Intl.NumberFormat("en-US", { style: "currency", currency: "USD" }).formatToParts(-1234.5));
console.log(new Intl.NumberFormat("en-US", { notation: "scientific" }).formatToParts(0.00012));
