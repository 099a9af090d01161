"""C++ as tokens: comments gone, strings whole. Enough to find includes, literals, calls and functions; no compiler needed."""
import re
from typing import NamedTuple

TOKEN = re.compile(r"""
    (?P<space>[ \t\r\f\v]+|\\\n)
  | (?P<newline>\n)
  | (?P<comment>//(?:\\\n|[^\n])*|/\*.*?\*/)
  | (?P<raw>(?:u8|u|U|L)?R"(?P<mark>[^()\\\s]{0,16})\((?P<content>.*?)\)(?P=mark)")
  | (?P<string>(?:u8|u|U|L)?"(?:\\.|[^"\\\n])*")
  | (?P<char>(?:u8|u|U|L)?'(?:\\.|[^'\\\n])+')
  | (?P<number>\.?\d(?:'?[\w.]|(?<=[eEpP])[+-])*)
  | (?P<word>[^\W\d]\w*)
  | (?P<mark2>::|->\*?|\.\.\.|<=>|\[\[|\]\]|&&|\|\||[=!<>+\-*/%&|^]=|\+\+|--|.)
""", re.X | re.S)

ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "0": "\0"}


class Token(NamedTuple):
    kind: str  # word, number, string, char, mark, directive
    text: str  # for a string: its content
    line: int


def unescape(literal):
    body = literal[literal.index('"') + 1:-1]
    return re.sub(r"\\(.)", lambda m: ESCAPES.get(m[1], m[1]), body, flags=re.S)


def _directive(text, start):
    """The end of a preprocessor line, continuation lines included."""
    end = re.compile(r"(?:\\\n|[^\n])*").match(text, start).end()
    return text[start:end], end


def tokens(text):
    """All tokens but space and comments; a preprocessor line is one token of the kind `directive`."""
    line, at, fresh = 1, 0, True
    while at < len(text):
        if fresh and text[at] == "#":
            piece, at = _directive(text, at)
            yield Token("directive", piece, line)
            line += piece.count("\n")
            continue
        match = TOKEN.match(text, at)
        kind, piece, at = match.lastgroup, match[0], match.end()
        if kind == "newline":
            fresh = True
        elif match["space"] is None and match["comment"] is None:
            fresh = False
            yield _token(match, line)
        line += piece.count("\n")


def _token(match, line):
    if match["raw"] is not None:
        return Token("string", match["content"], line)
    if match["string"] is not None:
        return Token("string", unescape(match[0]), line)
    for kind in ("char", "number", "word"):
        if match[kind] is not None:
            return Token(kind, match[0], line)
    return Token("mark", match[0], line)


def literals(text):
    """String literals, neighbours joined as the compiler does: (content, line of the first)."""
    content, start = None, 0
    for token in tokens(text):
        if token.kind == "string":
            content, start = (token.text, token.line) if content is None else (content + token.text, start)
        elif content is not None:
            yield content, start
            content = None
    if content is not None:
        yield content, start


INCLUDE = re.compile(r'#\s*include\s*([<"])([^>"]+)[>"]')


def includes(text):
    """(path, "<" or '"', line) of every include."""
    for token in tokens(text):
        if token.kind == "directive" and (match := INCLUDE.match(token.text)):
            yield match[2], match[1], token.line


OPENING, CLOSING = {"(": ")", "[": "]", "{": "}"}, {")": "(", "]": "[", "}": "{"}
NO_FUNCTION = {"if", "for", "while", "switch", "catch", "requires"}


class Function(NamedTuple):
    name: str
    first: int
    last: int


def functions(text):
    """Every function and lambda with a body: its name and the lines from its head to its closing brace."""
    all_tokens = [t for t in tokens(text) if t.kind != "directive"]
    stack, found = [], []
    for i, token in enumerate(all_tokens):
        if token.kind == "mark" and token.text == "{":
            stack.append(_head(all_tokens, i))
        elif token.kind == "mark" and token.text == "}" and stack:
            head = stack.pop()
            if head:
                found.append(Function(head[0], head[1], token.line))
    return sorted(found, key=lambda f: (f.first, f.last))


def _back_over(all_tokens, i):
    """i is at a closing bracket: the index of its opening one."""
    depth = 0
    while i >= 0:
        text = all_tokens[i].text if all_tokens[i].kind == "mark" else ""
        if text in (")", "]", "}"):
            depth += 1
        elif text in ("(", "[", "{"):
            depth -= 1
            if depth == 0:
                return i
        i -= 1
    return -1


def _head(all_tokens, brace):
    """(name, first line) where the brace opens the body of a function or lambda, else None."""
    i = _before_qualifiers(all_tokens, brace - 1)
    if i < 0:
        return None
    token = all_tokens[i]
    if token.kind == "mark" and token.text == "]" and not _is_subscript(all_tokens, i):
        return "lambda", all_tokens[_back_over(all_tokens, i)].line
    if token.kind != "mark" or token.text != ")":
        return None
    opening = _back_over(all_tokens, i)
    return _named(all_tokens, opening)


def _is_subscript(all_tokens, i):
    """`x[3]` and `[[nodiscard]]` are no captures of a lambda."""
    before = all_tokens[_back_over(all_tokens, i) - 1]
    return before.kind == "word" and before.text not in ("return", "co_return", "co_await") or before.text in (")", "]")


def _before_qualifiers(all_tokens, i):
    """Steps back over what may stand between the parameters and the body."""
    while i >= 0:
        token = all_tokens[i]
        if token.kind == "word" and token.text in ("const", "noexcept", "override", "final", "mutable", "constexpr", "try"):
            i -= 1
            continue
        if (step := _over_tail(all_tokens, i)) is None:
            return i
        i = step
    return i


def _over_tail(all_tokens, i):
    """Over one `-> Type`, `noexcept(…)`, `requires …`, `&`, or member initialiser list; None where none ends here."""
    token = all_tokens[i]
    if token.kind == "mark" and token.text in ("&", "&&") and all_tokens[i - 1].text == ")":
        return i - 1
    if token.text == ")" and all_tokens[(opening := _back_over(all_tokens, i)) - 1].text == "noexcept":
        return opening - 2
    if (arrow := _return_type(all_tokens, i)) is not None:
        return arrow - 1
    if (colon := _initialisers(all_tokens, i)) is not None:
        return colon - 1
    return None


def _return_type(all_tokens, i):
    """The index of `->` (or of `requires`) where only a type stands between it and i."""
    while i >= 0:
        token = all_tokens[i]
        if token.text in ("->", "requires"):
            return i if all_tokens[i - 1].text in (")", "const", "noexcept", "mutable", "]", "override", "&", ">") else None
        if token.text == ")":
            i = _back_over(all_tokens, i) - 1
            continue
        if token.kind not in ("word", "number") and token.text not in ("::", "<", ">", ",", "*", "&", "&&", ">>", "...", "[", "]"):
            return None
        i -= 1
    return None


def _initialisers(all_tokens, i):
    """The index of `:` of a constructor's initialiser list whose last entry ends at i."""
    while i >= 0 and all_tokens[i].text in (")", "}"):
        i = _back_over(all_tokens, i) - 1
        i = _over_name(all_tokens, i)
        if i < 0 or all_tokens[i].text not in (",", ":"):
            return None
        if all_tokens[i].text == ":":
            before = all_tokens[i - 1].text
            return i if before in (")", "noexcept") else None
        i -= 1
    return None


def _over_name(all_tokens, i):
    """Steps back over `a::b<c>`."""
    depth = 0
    while i >= 0:
        token = all_tokens[i]
        if token.text in (">", ">>") and token.kind == "mark":
            depth += len(token.text)
        elif token.text == "<" and token.kind == "mark":
            depth -= 1
        elif not (token.kind in ("word", "number") or token.text in ("::", "...") or depth > 0):
            return i
        i -= 1
    return i


def _named(all_tokens, opening):
    """The function whose parameters open at `opening`."""
    before = all_tokens[opening - 1] if opening > 0 else None
    if before is None or before.text in NO_FUNCTION or (before.text == "constexpr" and all_tokens[opening - 2].text == "if"):
        return None
    if before.kind == "mark" and before.text == "]":
        return "lambda", all_tokens[_back_over(all_tokens, opening - 1)].line
    if before.text == ">" and (lambda_start := _template_lambda(all_tokens, opening - 1)) is not None:
        return "lambda", all_tokens[lambda_start].line
    start = _statement_start(all_tokens, opening - 1)
    return _name(all_tokens, opening), all_tokens[start].line


def _name(all_tokens, opening):
    """`stop`, `Measure::stop`, `operator==`."""
    for distance in (2, 3):
        if opening >= distance and all_tokens[opening - distance].text == "operator":
            what = [t.text for t in all_tokens[opening - distance + 1:opening]]
            return ("operator " if what[0].isidentifier() else "operator") + "".join(what)
    first = opening - 1
    while first >= 2 and all_tokens[first - 1].text == "::":
        first -= 2
    return "".join(t.text for t in all_tokens[first:opening])


def _template_lambda(all_tokens, i):
    depth = 0
    while i >= 0:
        depth += {">": 1, ">>": 2, "<": -1}.get(all_tokens[i].text, 0)
        if depth == 0:
            return _back_over(all_tokens, i - 1) if all_tokens[i - 1].text == "]" else None
        i -= 1
    return None


def _statement_start(all_tokens, i):
    """The first token of the declaration that i belongs to."""
    while i > 0:
        text = all_tokens[i - 1].text if all_tokens[i - 1].kind == "mark" else ""
        if text in (";", "{", "}"):
            break
        if text == ":" and all_tokens[i - 2].text in ("public", "private", "protected"):
            break
        i = _back_over(all_tokens, i - 1) if text == ")" else i - 1
    return max(i, 0)
