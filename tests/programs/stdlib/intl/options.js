const money = new Intl.NumberFormat("en-US", { style: "currency", currency: "EUR" });
for (const n of [0, 1.005, -12.5, 1234567.891]) console.log(money.format(n), n.toLocaleString(undefined, { maximumFractionDigits: 1 }));
for (const n of [0.285, 0.5, 1.2345]) console.log(n.toLocaleString("en-US", { style: "percent", maximumFractionDigits: 1 }), n.toLocaleString("en-US", { style: "percent", minimumFractionDigits: 1 }));
const u = new Date(Date.UTC(2024, 1, 9, 3, 4, 5));
const d = new Date(2024, 1, 9, 3, 4, 5);
console.log(u.toLocaleDateString("en-US", { weekday: "long", year: "numeric", month: "long", day: "numeric", timeZone: "America/New_York" }));
console.log(d.toLocaleDateString("en-US", { month: "2-digit", day: "2-digit", year: "numeric" }), d.toLocaleDateString("en-US", { month: "short", year: "numeric" }), d.toLocaleDateString("en-US", { month: "numeric", day: "numeric" }), d.toLocaleDateString("en-US", { year: "2-digit", month: "2-digit", day: "2-digit" }), d.toLocaleDateString("en-US", { month: "long", day: "numeric" }), d.toLocaleDateString("en-US", { weekday: "short" }));
console.log(u.toLocaleTimeString("en-US", { hour: "numeric", minute: "2-digit", timeZone: "UTC" }), d.toLocaleTimeString("en-US", { hour12: false }), u.toLocaleTimeString("en-US", { hour: "2-digit", minute: "2-digit", second: "2-digit", timeZone: "Asia/Tokyo" }), u.toLocaleString("en-US", { timeZone: "UTC" }));
