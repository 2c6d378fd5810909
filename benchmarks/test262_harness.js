class Test262Error extends Error {
  constructor(message) {
    super(message);
    this.name = "Test262Error";
  }
}

function assert(condition, message = "") {
  if (condition !== true) {
    throw new Test262Error(`is not true. ${message}`);
  }
}

function assert_sameValue(actual, expected, message = "") {
  if (!Object.is(actual, expected)) {
    throw new Test262Error(`is not the same value. ${message}`);
  }
}

function assert_notSameValue(actual, unexpected, message = "") {
  if (Object.is(actual, unexpected)) {
    throw new Test262Error(`is the same value. ${message}`);
  }
}

function assert_throws_KIND(action, message = "") {
  let raised = true;
  try {
    action();
    raised = false;
  } catch (error) {
    if (!(error instanceof KIND)) {
      throw new Test262Error(`another error than KIND was thrown. ${message}`);
    }
  }
  if (!raised) {
    throw new Test262Error(`nothing was thrown. ${message}`);
  }
}

async function assert_throwsAsync_KIND(action, message = "") {
  let raised = true;
  try {
    await action();
    raised = false;
  } catch (error) {
    if (!(error instanceof KIND)) {
      throw new Test262Error(`rejected with another error than KIND. ${message}`);
    }
  }
  if (!raised) {
    throw new Test262Error(`was not rejected. ${message}`);
  }
}

function compareArray(actual, expected) {
  if (actual.length !== expected.length) {
    return false;
  }
  for (let i = 0; i < actual.length; i += 1) {
    if (!Object.is(actual[i], expected[i])) {
      return false;
    }
  }
  return true;
}

function assert_compareArray(actual, expected, message = "") {
  if (!compareArray(actual, expected)) {
    throw new Test262Error(`the arrays are not equal. ${message}`);
  }
}

function checkSequence(numbers, message = "") {
  for (let i = 0; i < numbers.length; i += 1) {
    if (numbers[i] !== i + 1) {
      throw new Test262Error(`unexpected sequence. ${message}`);
    }
  }
  return true;
}

function checkSettledPromises(settled, expected, message = "") {
  assert(Array.isArray(settled), message);
  assert_sameValue(settled.length, expected.length, message);
  for (let i = 0; i < settled.length; i += 1) {
    assert_sameValue(settled[i].status, expected[i].status, message);
    assert_sameValue("value" in settled[i], settled[i].status === "fulfilled", message);
    assert_sameValue("reason" in settled[i], settled[i].status === "rejected", message);
    if (settled[i].status === "fulfilled") {
      assert_sameValue(settled[i].value, expected[i].value, message);
    } else {
      assert_sameValue(settled[i].reason, expected[i].reason, message);
    }
  }
}

function isConstructor(value) {
  try {
    Reflect.construct(Object, [], value);
  } catch {
    return false;
  }
  return true;
}

function verifyProperty(object, name, expected) {
  const found = Object.getOwnPropertyDescriptor(object, name);
  assert_sameValue(found.value, expected.value);
  assert_sameValue(found.writable, expected.writable);
  assert_sameValue(found.enumerable, expected.enumerable);
  assert_sameValue(found.configurable, expected.configurable);
}

function $DONOTEVALUATE() {
  throw new Test262Error("this must not be evaluated");
}

function $DONE(error) {
  if (error) {
    console.log("Test262:AsyncTestFailure:" + String(error));
  } else {
    console.log("Test262:AsyncTestComplete");
  }
}

async function asyncTest(test) {
  try {
    await test();
  } catch (error) {
    $DONE(error);
    return;
  }
  $DONE();
}
