import { once } from "node:events";
import WebSocket, { WebSocketServer } from "ws";
const server = new WebSocketServer({ port: 0, host: "127.0.0.1" });
server.on("connection", (socket) => {
  console.log("connected", server.clients.size);
  socket.on("message", (data, isBinary) => {
    const text = data.toString();
    console.log("server got", text, isBinary);
    for (const client of server.clients) {
      if (client.readyState === WebSocket.OPEN) client.send(`echo ${text}`);
    }
  });
  socket.on("close", (code) => console.log("server side closed", code));
});
await once(server, "listening");
const { port } = server.address();
const client = new WebSocket(`ws://127.0.0.1:${port}`);
let received = 0;
client.on("open", () => {
  client.send("one");
  client.send(JSON.stringify({ n: 2 }));
});
client.on("message", (data) => {
  received += 1;
  console.log("client got", data.toString());
  if (received === 2) client.close(1000, "done");
});
client.on("close", (code, reason) => {
  setTimeout(() => {
    console.log("closed", code, reason.toString());
    server.close(() => console.log("server closed"));
  }, 100);
});
client.on("error", (err) => console.error(err));
await once(server, "close");
const lost = new WebSocket("ws://127.0.0.1:1");
lost.on("error", (err) => console.log("failed", err instanceof Error));
lost.on("close", (code) => console.log("never open", code));
