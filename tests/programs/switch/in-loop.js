for (const command of ["go", "skip", "go", "stop", "go"]) {
  let text;
  switch (command) {
    case "skip":
      continue;
    case "go":
      text = "going";
      break;
    case "stop":
      text = "stopped";
      break;
  }
  console.log(text);
  if (command === "stop") break;
}
