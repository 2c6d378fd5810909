function draw({ x = 0, y = 0, label: { text = "none" } = {} } = {}, [w, h] = [1, 1]) {
  return `${text}@${x},${y} ${w}x${h}`;
}
console.log(draw());
console.log(draw({ x: 3, label: { text: "T" } }, [4, 5]));
console.log(draw({ y: 2, label: undefined }));
const points = [{ x: 1, y: 2 }, { x: 3, y: 4 }];
console.log(points.map(({ x, y }) => x * y));
for (const { x, ...rest } of points) console.log(x, JSON.stringify(rest));
