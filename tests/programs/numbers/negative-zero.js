const negative = -0;
console.log(negative, [negative], `${negative}`, negative === 0, 1 / negative, Object.is(negative, 0));
console.log(0 * -1, Math.round(-0.4), -5 % 5, JSON.stringify(-0), -0 + 0, Math.max(-0, 0));
