"""The ESTree of one JavaScript file, as typed, slotted classes: all of them, as ``nodes.X``.

Names and fields follow the ESTree specification (https://github.com/estree/estree,
es2025), with three differences that make later stages simpler:

* ``Literal`` is split by the kind of value, so that a match on the class is enough:
  ``StringLiteral``, ``NumberLiteral``, ``BigIntLiteral``, ``BooleanLiteral``,
  ``NullLiteral``, ``RegExpLiteral``.
* ``ParenthesizedExpression`` does not exist; ``ChainExpression`` does, as in ESTree.
* positions are offsets into the source text (``start``, ``end``); a line and a column
  come from ``SourceText.position``.

Comments are attached where they stood: ``leading`` holds the comments before a node
(statements, class members, properties, array elements, switch cases), ``trailing`` the
one on the same line after it, ``inner`` those of an otherwise empty block or list.
``blank_before`` says that at least one empty line stood before the node and its comments.
"""

from .expression_nodes import *  # noqa: F403
from .function_nodes import *  # noqa: F403
from .node_base import *  # noqa: F403
from .statement_nodes import *  # noqa: F403
