"""Looking names up by scopes says what comparing all pairs of variables says."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from js2aio.analyse.scopes import Binding, Scope
from js2aio.map.context import FunctionContext
from js2aio.map.name_holders import Holders, Sharing
from js2aio.parse import nodes as n

_KINDS = ("plain", "captured", "temporary", "comprehended", "summed")


@st.composite
def variables(draw: st.DrawFn) -> tuple[Sharing, list[Binding]]:
    """Variables of nested scopes, of all kinds that the rules of sharing tell apart."""
    program = n.Program([], "script", start=0, end=100)
    scopes = [Scope(program, None, program, None)]
    for parent in draw(st.lists(st.integers(0, 7), max_size=7)):
        scopes.append(Scope(program, scopes[parent % len(scopes)], program, None))
    module = FunctionContext("module", program, None)
    inner = FunctionContext("function", None, module)
    home: dict[Binding, FunctionContext] = {}
    comprehended: list[Binding] = []
    accumulators: dict[Binding, n.Node] = {}
    looped: set[Binding] = set()
    found: list[Binding] = []
    row = st.tuples(
        st.sampled_from(["x", "x", "x", "y"]),
        st.sampled_from(scopes),
        st.sets(st.sampled_from(_KINDS), max_size=2),
        st.booleans(),
        st.booleans(),
        st.integers(0, 9),
    )
    for name, scope, kinds, loops, elsewhere, start in draw(st.lists(row, max_size=9)):
        node = n.Identifier(name, start=start, end=start + 2)
        binding = Binding(name, "let", scope, node, temporary="temporary" in kinds)
        if "captured" in kinds:
            binding.captured_by.add(program)
        if "comprehended" in kinds:
            comprehended.append(binding)
        if "summed" in kinds:
            accumulators[binding] = node
        if loops:
            looped.add(binding)
        if elsewhere and start > 6:
            home[binding] = inner
        found.append(binding)
    sharing = Sharing(home, comprehended, accumulators, module)
    sharing.looped |= looped
    return sharing, found


@given(variables())
def test_holders_say_what_pairs_say(made: tuple[Sharing, list[Binding]]) -> None:
    sharing, bindings = made
    holders = Holders(sharing)
    for binding in bindings:
        pairs = all(sharing.may_share(binding, other) for other in holders.all)
        assert holders.admit(binding) is pairs
        # Those of other functions are seen under the name as well, whatever they share.
        holders.add(binding)
