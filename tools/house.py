# SPDX-License-Identifier: EUPL-1.2
"""What the house checks share: the files of the tree, C++ as tokens, and how a check is run.

A check is a function from a tree (path -> bytes) to a list of faults, each one line of text. It is
run on the repository, or with --self-test on small planted trees: every planted fault must be
found, and the clean one must give none.
"""

import os
import re
import subprocess
import sys


class Tree:
    """The files of the repository, read when asked for; or planted ones."""

    def __init__(self, root=None, planted=None):
        self.root = root
        self._planted = planted
        self.paths = sorted(planted) if planted is not None else _listed(root)

    def bytes(self, path):
        if self._planted is not None:
            text = self._planted[path]
            return text if isinstance(text, bytes) else text.encode()
        with open(os.path.join(self.root, path), "rb") as file:
            return file.read()

    def text(self, path):
        return self.bytes(path).decode("utf-8", "replace")

    def size(self, path):
        if self._planted is not None:
            return len(self.bytes(path))
        return os.path.getsize(os.path.join(self.root, path))

    def below(self, *folders, ends=("",)):
        starts = tuple(folder + "/" for folder in folders)
        return [p for p in self.paths if p.startswith(starts) and p.endswith(ends)]

    def __contains__(self, path):
        return path in self.paths


def _listed(root):
    """Files git knows or would add; in a copy without git, all but the built ones."""
    # Somebody else's clone is readable too: nothing in it is run.
    words = ["git", "-c", "safe.directory=*", "-C", root, "ls-files", "-z", "-co",
             "--exclude-standard"]
    done = subprocess.run(words, capture_output=True, check=False)
    if done.returncode == 0 and os.path.exists(os.path.join(root, ".git")):
        names = done.stdout.decode().split("\0")
    else:
        names = []
        for folder, below, files in os.walk(root):
            below[:] = [b for b in below if b not in (".git", "build", "out", "node_modules")]
            names += [os.path.relpath(os.path.join(folder, f), root) for f in files]
    return sorted(n for n in set(names) if n and os.path.isfile(os.path.join(root, n)))


# ------------------------------------------------------------------------------- C++ as tokens

_TOKEN = re.compile(
    r"""(?P<comment>//[^\n]*|/\*.*?\*/)
      | R"(?P<mark>[^()\\\s]{0,16})\((?P<raw>.*?)\)(?P=mark)"
      | "(?P<string>(?:\\.|[^"\\\n])*)"
      | '(?:\\.|[^'\\\n])+'
      | (?P<word>[A-Za-z_]\w*)
      | \d[\w.']*
      | (?P<blank>\s+)
      | (?P<sign>.)""",
    re.VERBOSE | re.DOTALL)

_ESCAPES = {"n": "\n", "t": "\t", '"': '"', "\\": "\\", "'": "'", "0": "\0"}


class Token:
    __slots__ = ("kind", "text", "line")

    def __init__(self, kind, text, line):
        self.kind, self.text, self.line = kind, text, line


def cpp_tokens(source):
    """Words, signs and strings of C++ text, comments and blanks left out. Adjacent string
    literals are one string, escapes resolved."""
    out = []
    line = 1
    for match in _TOKEN.finditer(source):
        kind, here = match.lastgroup, line
        line += match.group().count("\n")
        if match.group("raw") is not None:
            kind, text = "string", match.group("raw")
        elif match.group("string") is not None:
            kind, text = "string", re.sub(r"\\(.)", lambda m: _ESCAPES.get(m[1], m[1]),
                                          match.group("string"))
        else:
            text = match.group()
        if kind in ("comment", "blank"):
            continue
        if kind == "string" and out and out[-1].kind == "string":
            out[-1].text += text
            continue
        out.append(Token(kind or "other", text, here))
    return out


def english_of(source):
    """C++ text with the strings emptied that are not said in English: what is left is code,
    comments and the texts of say(), on the lines where they were."""
    out, before = [], ["", ""]
    for match in _TOKEN.finditer(source):
        text = match.group()
        is_string = match.group("string") is not None or match.group("raw") is not None
        if is_string and before != ["say", "("]:
            text = '"' + "\n" * text.count("\n") + '"'
        if not is_string and match.lastgroup not in ("comment", "blank"):
            before = [before[1], match.group()]
        out.append(text)
    return "".join(out)


class Said:
    """One say("...") in the source: its text, and the calls it stands inside."""

    def __init__(self, path, line, text, inside):
        self.path, self.line, self.text, self.inside = path, line, text, inside


def module_of(path):
    parts = path.split("/")
    return parts[1] if len(parts) > 2 and parts[0] == "src" else None


def is_test(path):
    return path.endswith(("_test.cpp", "_test.hpp")) or not path.startswith("src/")


def sayings(tree):
    """Every say("...") of src outside tests, and a fault for each that is not one literal."""
    found, faults = [], []
    for path in tree.below("src", ends=(".cpp", ".hpp")):
        if is_test(path) or path == "src/base/message.hpp":
            continue
        tokens = cpp_tokens(tree.text(path))
        inside = []  # names of the calls and braces now open
        for i, token in enumerate(tokens):
            if token.text in "([{" and token.kind == "sign":
                inside.append(_name_before(tokens, i))
            elif token.text in ")]}" and token.kind == "sign" and inside:
                inside.pop()
            if token.kind == "word" and token.text == "say" and tokens[i + 1].text == "(":
                text, after = tokens[i + 2], tokens[i + 3]
                if text.kind == "string" and after.text in (",", ")"):
                    found.append(Said(path, text.line, text.text, list(inside)))
                else:
                    faults.append(f"{path}:{token.line}: say() wants one string literal on the "
                                  "spot, or its translation cannot be looked up")
    return found, faults


def _name_before(tokens, i):
    """What an opening sign belongs to, such as 'Failure' or 'ledger.add'."""
    words = []
    i -= 1
    while i >= 0 and (tokens[i].kind == "word" or tokens[i].text in (".", ":", ">", "-")):
        if tokens[i].kind == "word" and words and words[-1] not in (".", ":", ">"):
            break
        words.append(tokens[i].text)
        i -= 1
    return "".join(reversed(words))


# ---------------------------------------------------------------------------- running a check


def run(check, planted, clean):
    """planted: list of (tree as dict, words that must occur in the faults); clean: a tree as
    dict that has none."""
    if sys.argv[1:] == ["--self-test"]:
        sys.exit(_self_test(check, planted, clean))
    if len(sys.argv) != 2:
        sys.exit(f"usage: {os.path.basename(sys.argv[0])} ROOT | --self-test")
    faults = check(Tree(root=sys.argv[1]))
    for fault in faults:
        print(fault)
    sys.exit(1 if faults else 0)


def _self_test(check, planted, clean):
    failed = 0
    for files, expected in planted:
        faults = check(Tree(planted=files))
        if not any(expected in fault for fault in faults):
            print(f"a planted fault was not found: {expected}\n  found: {faults}")
            failed += 1
    faults = check(Tree(planted=clean))
    if faults:
        print(f"faults in a clean tree: {faults}")
        failed += 1
    return 1 if failed else 0
