const userName = "camel";
const user_name = "snake";
const UserName = "pascal";
const user__name = "double";
const _userName = "under";
const $userName = "dollar";
const USER_NAME = "upper";
console.log(userName, user_name, UserName, user__name, _userName, $userName, USER_NAME);
class HTTPServer {
  getURL = () => "url";
  get_url = () => "other";
}
const s = new HTTPServer();
console.log(s.getURL(), s.get_url());
