"""Each word that a guard of a built-in rule uses is one that the mapping knows.

A word that it does not know holds nowhere: the rule would never be taken.
"""

from __future__ import annotations

import re

from js2aio.map.exact import ExactProgramMapper
from js2aio.map.program import ProgramMapper
from js2aio.rules import load_rules

#: Words that take names: of options, properties or modules.
WITH_NAMES = {"@only", "@options", "@has", "@not_imported", "@imported"}
_IN_TEMPLATE = re.compile(r"""is type\(\s*["'](@\w+)""")


def test_words_of_guards_are_known() -> None:
    known = {
        *ProgramMapper.make_words(),
        *ExactProgramMapper.make_words(),
        *WITH_NAMES,
    }
    used = {
        (guard.partition("(")[0], rule.id)
        for rule in load_rules().rules
        for guards in rule.guards.values()
        for guard in guards
        if isinstance(guard, str)
    }
    used |= {
        (word, rule.id)
        for rule in load_rules().rules
        for word in _IN_TEMPLATE.findall(rule.python or "")
    }
    assert len(used) > 500
    assert not sorted(f"{rule}: {word}" for word, rule in used if word not in known)
