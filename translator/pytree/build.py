"""Short makers of ``ast`` nodes, all in one place: ``b.call(...)``, ``b.if_(...)``."""

from __future__ import annotations

from .expression_makers import (
    DEL as DEL,
)
from .expression_makers import (
)
from .expression_makers import (
)
from .expression_makers import (
)
from .expression_makers import (
)
from .expression_makers import (
    and_ as and_,
)
from .expression_makers import (
    arguments as arguments,
)
from .expression_makers import (
    attr as attr,
)
from .expression_makers import (
    await_ as await_,
)
from .expression_makers import (
    binop as binop,
)
from .expression_makers import (
    call as call,
)
from .expression_makers import (
    compare as compare,
)
from .expression_makers import (
    cond as cond,
)
from .expression_makers import (
    const as const,
)
from .expression_makers import (
    dict_ as dict_,
)
from .expression_makers import (
    dict_comp as dict_comp,
)
from .expression_makers import (
    dotted as dotted,
)
from .expression_makers import (
    field as field,
)
from .expression_makers import (
    for_clause as for_clause,
)
from .expression_makers import (
    fstring as fstring,
)
from .expression_makers import (
    generator as generator,
)
from .expression_makers import (
    index as index,
)
from .expression_makers import (
    lambda_ as lambda_,
)
from .expression_makers import (
    list_ as list_,
)
from .expression_makers import (
    list_comp as list_comp,
)
from .expression_makers import (
    name as name,
)
from .expression_makers import (
    negate as negate,
)
from .expression_makers import (
    not_ as not_,
)
from .expression_makers import (
    or_ as or_,
)
from .expression_makers import (
    set_ as set_,
)
from .expression_makers import (
    set_comp as set_comp,
)
from .expression_makers import (
    slice_ as slice_,
)
from .expression_makers import (
    star as star,
)
from .expression_makers import (
    store as store,
)
from .expression_makers import (
    tuple_ as tuple_,
)
from .expression_makers import (
    unary as unary,
)
from .expression_makers import (
    walrus as walrus,
)
from .expression_makers import (
    yield_ as yield_,
)
from .expression_makers import (
    yield_from as yield_from,
)
from .statement_makers import (
    ann_assign as ann_assign,
)
from .statement_makers import (
    assign as assign,
)
from .statement_makers import (
    aug as aug,
)
from .statement_makers import (
    class_ as class_,
)
from .statement_makers import (
    delete as delete,
)
from .statement_makers import (
    docstring as docstring,
)
from .statement_makers import (
    expr as expr,
)
from .statement_makers import (
    for_ as for_,
)
from .statement_makers import (
    function as function,
)
from .statement_makers import (
    handler as handler,
)
from .statement_makers import (
    if_ as if_,
)
from .statement_makers import (
    raise_ as raise_,
)
from .statement_makers import (
    ret as ret,
)
from .statement_makers import (
    try_ as try_,
)
from .statement_makers import (
    while_ as while_,
)
from .statement_makers import (
    with_ as with_,
)
