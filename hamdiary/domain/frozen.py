"""Frozen dataclasses that cost little to declare.

`dataclasses.dataclass(frozen=True)` compiles six methods for each class: declared that way, our
values took a third of the start of `hamdiary log`. Here nothing is compiled: the classes share
their methods, and a value is filled in from a template of its fields. To a type checker it is the
ordinary `dataclass`.
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
            """The class as a dataclass, with the methods that all of them share."""
            # Without a word of documentation its own would be worked out, with a parser of Python.
            cls.__doc__ = cls.__doc__ or cls.__name__
            declared = dataclasses.dataclass(init=False, repr=False, eq=False)(cls)
            for name, method in _SHARED.items():
                setattr(declared, name, method)
            declared.__init__ = _constructor(declared)
            return declared

        return declare

    def _constructor(declared):
        fields = dataclasses.fields(declared)
        names = tuple(each.name for each in fields)
        # Fields that are needed stand before all others.
        needed = [each.name for each in fields if _is_needed(each)]
        makers = [
            (each.name, each.default_factory)
            for each in fields
            if each.default_factory is not dataclasses.MISSING
        ]
        template = {each.name: each.default for each in fields}
        checks = hasattr(declared, "__post_init__")

        def fill(values, given, named):
            """Put what was given, and defaults for the rest, into the value's fields."""
            values.update(template)  # so that the fields stand in their order
            values.update(zip(names, given, strict=False))
            values.update(named)
            for name, make in makers:
                if values[name] is dataclasses.MISSING:
                    values[name] = make()
            lacking = [name for name in needed[len(given) :] if name not in named]
            twice = named.keys() & names[: len(given)] if given and named else ()
            if lacking or twice or len(given) > len(names) or len(values) > len(names):
                raise TypeError(_misfit(declared, lacking, names))

        def __init__(self, *given, **named):
            if len(given) == len(names) and not named:
                self.__dict__.update(zip(names, given, strict=True))
            else:
                fill(self.__dict__, given, named)
            if checks:
                self.__post_init__()

        return __init__

    def _is_needed(field):
        return field.default is field.default_factory is dataclasses.MISSING

    def _misfit(declared, lacking, names):
        wrong = f"lacks {', '.join(lacking)}" if lacking else f"takes {', '.join(names)}"
        return f"{declared.__qualname__}.__init__() {wrong}"

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
