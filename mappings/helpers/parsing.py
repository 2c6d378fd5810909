"""Arguments of the command line as util.parseArgs of Node reads them."""

import json
import sys


def parse_args(config=None):
    """The values of options, and the arguments that are none."""
    config = config or {}
    options = config.get("options") or {}
    args = config.get("args")
    strict = config.get("strict") is not False
    negative = config.get("allowNegative") is True
    positionals = config.get("allowPositionals")
    if positionals is None:
        positionals = not strict
    tokens = read_tokens(sys.argv[1:] if args is None else args, options)
    parsed = {"values": {}, "positionals": []}
    if config.get("tokens") is True:
        parsed["tokens"] = tokens
    for token in tokens:
        if token["kind"] == "option":
            if strict:
                check_option(token, options, positionals, negative)
            store_option(token, options, parsed["values"], negative)
        elif token["kind"] == "positional":
            if not positionals:
                raise usage_error(
                    "UNEXPECTED_POSITIONAL",
                    f"Unexpected argument '{token['value']}'. "
                    "This command does not take positional arguments",
                )
            parsed["positionals"].append(token["value"])
    for name, option in options.items():
        if option.get("default") is not None and name not in parsed["values"]:
            parsed["values"][name] = option["default"]
    return parsed


def usage_error(code, message):
    """The error of parseArgs for wrong arguments."""
    err = TypeError(message)
    err.code = f"ERR_PARSE_ARGS_{code}"
    return err


def read_tokens(args, options):
    """What the arguments are, one by one: options with their values, and others."""
    tokens = []
    waiting = list(args)
    index, grouped = -1, 0

    def takes_text(name):
        return options.get(name, {}).get("type") == "string"

    def add(name, raw, value=None, inline=None):
        token = {"kind": "option", "name": name, "rawName": raw, "index": index}
        tokens.append({**token, "value": value, "inlineValue": inline})

    while waiting:
        arg = waiting.pop(0)
        if grouped:
            grouped -= 1
        else:
            index += 1
        short = arg[:1] == "-" and arg[1:2] not in ("", "-")
        name = arg[1:2] if short else arg[2:]
        if short:
            shorts = {option.get("short"): name for name, option in options.items()}
            name = shorts.get(name, name)
        if arg == "--":
            tokens.append({"kind": "option-terminator", "index": index})
            for value in waiting:
                index += 1
                tokens.append({"kind": "positional", "index": index, "value": value})
            break
        if short and len(arg) > 2:
            if takes_text(name):
                add(name, arg[:2], arg[2:], True)
                continue
            parts = []
            for place, letter in enumerate(arg[1:], 1):
                text = takes_text(shorts.get(letter, letter))
                if text and place < len(arg) - 1:
                    parts.append(f"-{arg[place:]}")
                    break
                parts.append(f"-{letter}")
            waiting[:0] = parts
            grouped = len(parts)
        elif short or (arg[:2] == "--" and "=" not in arg[3:]):
            value = waiting.pop(0) if takes_text(name) and waiting else None
            add(name, arg, value, None if value is None else False)
            if value is not None:
                index += 1
        elif arg[:2] == "--":
            place = arg.index("=", 3)
            add(arg[2:place], arg[:place], arg[place + 1 :], True)
        else:
            tokens.append({"kind": "positional", "index": index, "value": arg})
    return tokens


def check_option(token, options, positionals, negative):
    """Raise for an option that is not known, or has a value too many or too few."""
    name, raw, value = token["name"], token["rawName"], token["value"]
    if name not in options:
        base = name.removeprefix("no-")
        known = options.get(base, {}).get("type") == "boolean"
        if not (negative and base != name and known):
            message = f"Unknown option '{raw}'"
            if positionals:
                message += (
                    ". To specify a positional argument starting with a '-', place it at "
                    f"the end of the command after '--', as in '-- {json.dumps(raw)}"
                )
            raise usage_error("UNKNOWN_OPTION", message)
        name = base
    option = options[name]
    shown = f"-{option['short']}, --{name}" if option.get("short") else f"--{name}"
    message = None
    if option["type"] == "string" and value is None:
        message = f"Option '{shown} <value>' argument missing"
    elif option["type"] == "boolean" and value is not None:
        message = f"Option '{shown}' does not take an argument"
    elif (
        not token["inlineValue"] and value is not None and value[1:] and value[0] == "-"
    ):
        example = f"'{raw}=-XYZ'"
        if not raw.startswith("--"):
            example = f"'--{name}=-XYZ' or '{raw}-XYZ'"
        message = (
            f"Option '{raw}' argument is ambiguous.\n"
            f"Did you forget to specify the option argument for '{raw}'?\n"
            f"To specify an option argument starting with a dash use {example}."
        )
    if message is not None:
        raise usage_error("INVALID_OPTION_VALUE", message)


def store_option(token, options, values, negative):
    """Put the value of an option among those that there are."""
    name, value = token["name"], token["value"]
    if negative and value is None and name.startswith("no-"):
        name = token["name"] = name.removeprefix("no-")
        value = False
    value = True if value is None else value
    if options.get(name, {}).get("multiple"):
        values.setdefault(name, []).append(value)
    else:
        values[name] = value
