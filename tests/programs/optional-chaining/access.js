const user = { name: "Ada", pet: null, greet: () => "hi", list: [1, 2] };
console.log(user?.name, user.pet?.name, user.address?.street.length, user.missing?.());
console.log(user.greet?.(), user.list?.[1], user.nothing?.[0]);
const nobody = null;
console.log(nobody?.name.first.second, nobody?.[0]?.x, nobody?.call());
