"""Frozen dataclasses that cost little to declare.

`dataclasses.dataclass(frozen=True)` compiles six methods for each class: declared that way, our
values took a third of the start of `hamdiary log`. Here only `__init__` is compiled for a class,
when its first value is made, and the rest is shared. To a type checker it is the ordinary
`dataclass`.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:
    import dataclasses

    def dataclass(*, frozen):
        """Declare a dataclass whose fields are set once, compared and shown as usual."""
        assert frozen, "a value that changes is an ordinary dataclass"

        def declare(cls):
            declared = dataclasses.dataclass(init=False, repr=False, eq=False)(cls)
            for name, method in _SHARED.items():
                setattr(declared, name, method)
            declared.__init__ = _compiled_at_first(declared)
            return declared

        return declare

    def _compiled_at_first(cls):
        def __init__(self, *given, **named):
            heir = type(cls.__name__, (cls,), {"__doc__": cls.__doc__})
            cls.__init__ = dataclasses.dataclass(repr=False, eq=False)(heir).__init__
            cls.__init__(self, *given, **named)

        return __init__

    def _set_once(self, name, value):
        if name in self.__dict__ or name not in self.__dataclass_fields__:
            raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")
        self.__dict__[name] = value

    def _delete_never(self, name):
        raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")

    def _equal(self, other):
        if other.__class__ is not self.__class__:
            return NotImplemented
        return self.__dict__ == other.__dict__

    def _hash(self):
        return hash(tuple(self.__dict__.values()))

    def _shown(self):
        fields = ", ".join(f"{name}={value!r}" for name, value in self.__dict__.items())
        return f"{self.__class__.__qualname__}({fields})"

    _SHARED = {
        "__setattr__": _set_once,
        "__delattr__": _delete_never,
        "__eq__": _equal,
        "__hash__": _hash,
        "__repr__": _shown,
    }
