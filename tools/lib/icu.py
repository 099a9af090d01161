"""The arguments of an ICU message, and whether it is one. Apostrophes quote as ICU does by default: only before { } | #."""
import re


class BadMessage(Exception):
    """What is wrong with the message."""


NAME = re.compile(r"\s*(\w+)\s*")
SELECTOR = re.compile(r"\s*(=\d+|\w+)\s*\{")
CHOICES = ("plural", "select", "selectordinal")


def arguments(message):
    """The names of the arguments; raises BadMessage."""
    found = set()
    end = _text(message, 0, found, nested=False)
    if end != len(message):
        raise BadMessage(f"a }} without its {{ at letter {end + 1}")
    return found


def _text(message, at, found, nested):
    """Reads until the closing brace of a nested message or the end; the index there."""
    while at < len(message):
        letter = message[at]
        if letter == "'":
            at = _quoted(message, at)
        elif letter == "{":
            at = _argument(message, at + 1, found)
        elif letter == "}":
            return at
        else:
            at += 1
    if nested:
        raise BadMessage("a { without its }")
    return at


def _quoted(message, at):
    following = message[at + 1:at + 2]
    if following == "'":
        return at + 2
    if following in ("{", "}", "|", "#") and following:
        end = message.find("'", at + 1)
        return len(message) if end < 0 else end + 1
    return at + 1


def _argument(message, at, found):
    """Behind the opening brace; the index behind the closing one."""
    match = NAME.match(message, at)
    if not match:
        raise BadMessage(f"no argument's name at letter {at + 1}")
    found.add(match[1])
    at = match.end()
    if message[at:at + 1] == "}":
        return at + 1
    if message[at:at + 1] != ",":
        raise BadMessage(f"after {match[1]} stands neither }} nor a comma")
    kind = NAME.match(message, at + 1)
    if not kind:
        raise BadMessage(f"{match[1]} has no type behind its comma")
    return _choice(message, kind, found) if kind[1] in CHOICES else _style(message, kind.end(), match[1])


def _style(message, at, name):
    end = message.find("}", at)
    if end < 0 or "{" in message[at:end]:
        raise BadMessage(f"the braces of {name} do not close")
    return end + 1


def _choice(message, kind, found):
    at, names = message.find(",", kind.end() - 1) + 1, []
    if at == 0:
        raise BadMessage(f"a {kind[1]} without cases")
    while message[at:].lstrip()[:1] != "}":
        match = SELECTOR.match(message, at) if not message[at:].lstrip().startswith("offset:") else None
        if not match:
            raise BadMessage(f"a {kind[1]} whose cases cannot be read at letter {at + 1}")
        names.append(match[1])
        at = _text(message, match.end(), found, nested=True) + 1
    if "other" not in names:
        raise BadMessage(f"a {kind[1]} without the case other")
    return message.index("}", at) + 1
