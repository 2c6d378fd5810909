"""Rules that are wrong on purpose, so that there is something to find."""

from __future__ import annotations

from pathlib import Path

import pytest

WRONG = """\
[[rule]]
id = "sorts-the-wrong-way"
js = "$XS.sort()"
python = "sorted({{ XS }}, reverse=True)"
where = { XS = "string[]" }
doc = "Sorts the wrong way, on purpose."
[[rule.example]]
js = "console.log(['b', 'a'].sort());"
python = "print(sorted(['b', 'a'], reverse=True))"

[[rule]]
id = "explodes"
js = "explode($X)"
from = { explode = "toolbox:explode" }
python = "int({{ X }} + 'x')"
note = "raises where JavaScript carries on"
doc = "Raises, and says so."
[[rule.example]]
js = "import { explode } from 'toolbox'; explode('1');"
python = "int('1' + 'x')"

[[rule]]
id = "warns"
js = "pid()"
from = { pid = "toolbox:pid" }
python = "7"
warning = "the number is another one"
doc = "Gives another value, and says so."
[[rule.example]]
js = "import { pid } from 'toolbox'; console.log(pid());"
python = "print(7)"

[[rule]]
id = "forever"
js = "forever()"
from = { forever = "toolbox:forever" }
python = "print(sum(1 for _ in iter(int, 1)))"
doc = "Does not end."
[[rule.example]]
js = "import { forever } from 'toolbox'; forever();"
python = "print(sum(1 for _ in iter(int, 1)))"

[[rule]]
id = "saves"
js = "save($NAME, $TEXT)"
from = { save = "toolbox:save" }
python = "pathlib.Path({{ NAME }}).write_text({{ TEXT }}.upper())"
imports = ["pathlib"]
doc = "Writes a file, in capitals."
[[rule.example]]
js = "import { save } from 'toolbox'; save('a', 'b');"
python = "import pathlib\\n\\npathlib.Path('a').write_text('b'.upper())"

[[rule]]
id = "reads-all"
js = "readAll()"
from = { readAll = "toolbox:readAll" }
python = "sys.stdin.read()"
imports = ["sys"]
gives = "string"
doc = "Reads standard input."
[[rule.example]]
js = "import { readAll } from 'toolbox'; console.log(readAll());"
python = "import sys\\n\\nprint(sys.stdin.read())"

[[rule]]
id = "never"
js = "never()"
from = { never = "toolbox:never" }
python = "asyncio.sleep(3600)"
gives = "coroutine"
imports = ["asyncio"]
doc = "Does not end."
[[rule.example]]
js = "import { never } from 'toolbox'; await never();"
python = "import asyncio"

[[rule]]
id = "absent"
js = "absent()"
from = { absent = "toolbox:absent" }
python = "absent_of_all.do()"
imports = ["absent_of_all"]
doc = "Of a package that nobody has."
[[rule.example]]
js = "import { absent } from 'toolbox'; absent();"
python = "import absent_of_all\\n\\nabsent_of_all.do()"

[[rule]]
id = "argument"
js = "argument($N)"
from = { argument = "toolbox:argument" }
python = "sys.argv[{{ N }}]"
imports = ["sys"]
gives = "string"
doc = "An argument of the program."
[[rule.example]]
js = "import { argument } from 'toolbox'; console.log(argument(1));"
python = "import sys\\n\\nprint(sys.argv[1])"
"""

TOOLBOX = """\
const fs = require("fs");
exports.never = async () => {};
exports.absent = () => 1;
exports.explode = () => {};
exports.pid = () => 1;
exports.forever = () => {};
exports.save = (name, text) => fs.writeFileSync(name, text);
exports.readAll = () => fs.readFileSync(0, "utf8");
exports.argument = (number) => process.argv[number + 1];
"""


@pytest.fixture(scope="session")
def wrong(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("rules") / "wrong.toml"
    path.write_text(WRONG)
    return path


@pytest.fixture
def toolbox(tmp_path: Path) -> Path:
    """The library that the rules are for, where the programs in ``tmp_path`` find it."""
    folder = tmp_path / "node_modules" / "toolbox"
    folder.mkdir(parents=True)
    (folder / "index.js").write_text(TOOLBOX)
    return folder
