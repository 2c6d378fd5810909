const d = new Date(2024, 0, 15, 13, 5, 9);
console.log(d.toTimeString().slice(0, 8), d.toLocaleDateString("en-US"), d.toLocaleTimeString("en-US"), d.toLocaleString("en-US"));
console.log(d.toLocaleDateString("en-US", { year: "numeric", month: "long", day: "numeric" }), d.toLocaleDateString("en-US", { weekday: "short", month: "short", day: "2-digit" }));
console.log(new Intl.DateTimeFormat("en-US").format(d), d.toLocaleTimeString("en-US", { hour: "2-digit", minute: "2-digit" }));
