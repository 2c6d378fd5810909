const d = new Date(Date.UTC(2024, 0, 5, 0, 4, 9));
const f = new Intl.DateTimeFormat("en-US", { timeZone: "UTC", year: "numeric", month: "short", day: "numeric" });
console.log(f.format(d));
const c = new Intl.DateTimeFormat("en-US", { timeZone: "UTC", hour: "numeric", minute: "2-digit", hour12: false });
console.log(c.format(d), [d].map((x) => f.format(x)));
console.log(d.toLocaleTimeString("en-US", { timeZone: "UTC", hour: "2-digit", minute: "2-digit", hour12: false }));
