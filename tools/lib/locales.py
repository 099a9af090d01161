"""The locale files: src/modules/X/web/de.json, src/platform/**/de.json and src/commands/**/de.json, each one JSON object of key to ICU message."""
import json
import re

LOCALE = re.compile(r"^src/(?:modules/(?P<module>\w+)/web|(?:platform|commands)(?:/\w+)*)/(?P<tag>[a-z]{2,3}(?:-\w+)*)\.json$")
REQUIRED = ("de", "en")


class DoubleKey(ValueError):
    """A key that stands twice in one object."""


def _no_doubles(pairs):
    keys = [key for key, _ in pairs]
    for key in keys:
        if keys.count(key) > 1:
            raise DoubleKey(f"{key} stands twice")
    return dict(pairs)


def read(tree, path):
    return json.loads(tree.text(path), object_pairs_hook=_no_doubles)


def groups(tree):
    """folder → {tag: path} of the locale files that belong together."""
    found = {}
    for path in tree.files("src", suffixes={".json"}):
        if match := LOCALE.match(path):
            found.setdefault(path.rsplit("/", 1)[0], {})[match["tag"]] = path
    return found


def module_of(folder):
    parts = folder.split("/")
    return parts[2] if parts[1] == "modules" else None
