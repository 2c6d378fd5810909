console.log((1.005).toFixed(2), (2.5).toFixed(0), (1.45).toFixed(1), (-1.5).toFixed(0), (0).toFixed(2), (1e21).toFixed(2));
console.log((255).toString(16), (255).toString(2), (0.5).toString(2), (-255).toString(36), (1234.5678).toPrecision(6), (1e-10).toPrecision(2));
console.log((12345.678).toExponential(2), (25).toString().padStart(5, "0"), (3).toString() + 3);
