console.log((1234567.891).toLocaleString(), (1234.5).toLocaleString("en-US", { style: "currency", currency: "USD" }), new Intl.NumberFormat("en-US").format(12345.678));
console.log((0.256).toLocaleString("en-US", { style: "percent" }) , (5).toLocaleString("en-US", { minimumFractionDigits: 2 }), new Intl.NumberFormat("en-US", { maximumFractionDigits: 1 }).format(3.14159));
