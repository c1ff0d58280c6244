"""Transcripts of a page: the commands of its ```console blocks and the output shown below each.

"…" in shown output stands for any text. `refreshed` writes shown output anew from what came, keeping the elisions
that still fit.
"""
import re
from dataclasses import dataclass

ELISION = "…"
FIT, REPLACED, HIDDEN = 4, 0.5, 0.01  # scores of an alignment: a line that fits, one that takes another's place, one elided


@dataclass
class Step:
    line: int          # of the command, from 1
    command: str
    first: int         # the shown output is lines[first:last]
    last: int
    shown: list

    @property
    def text(self):
        return "\n".join(self.shown).strip()


def console_steps(lines):
    """Each command of a page, given as its lines."""
    steps, inside = [], False
    for index, line in enumerate(lines):
        if line.startswith("```"):
            inside = not inside and line.strip() == "```console"
        elif inside and line.startswith("$ "):
            steps.append(Step(index + 1, line[2:], index + 1, index + 1, []))
        elif inside and steps and not steps[-1].shown and steps[-1].command.endswith("\\"):
            steps[-1].command = steps[-1].command[:-1] + line.strip()
            steps[-1].first = steps[-1].last = index + 1
        elif inside and steps:
            steps[-1].shown.append(line)
            steps[-1].last = index + 1
    return steps


def pattern(shown):
    return r"[\s\S]*?".join(re.escape(part) for part in shown.split(ELISION))


def matches(shown, output):
    return re.fullmatch(pattern(shown), output.strip()) is not None


def with_new_numbers(shown, line):
    """`shown` with the numbers of `line`, where they differ in their numbers alone; else None."""
    number = r"\d+(?:[.,]\d+)*"
    parts = re.split(f"({number}|{ELISION})", shown)
    wanted = [r".*?" if part == ELISION else number if re.fullmatch(number, part) else re.escape(part) for part in parts]
    found = re.fullmatch("".join(f"({each})" for each in wanted), line)
    return found and "".join(ELISION if part == ELISION else new for part, new in zip(parts, found.groups()))


def refit(shown, line):
    """(how well `shown` fits the line, from 0; what to show for it)."""
    if re.fullmatch(pattern(shown), line):
        return 3, shown
    renumbered = with_new_numbers(shown, line) if ELISION in shown else None
    return (2, renumbered) if renumbered is not None else (0, line)


def swallows(shown):
    """Whether an elision of this shown line may stand for whole lines of output."""
    return shown.startswith(ELISION) or shown.endswith(ELISION)


def refreshed(shown, output):
    """The lines to show for an output's lines: the best alignment of both, elided where `shown` was."""
    rows, columns = len(shown), len(output)
    best = [[None] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows, -1, -1):
        for j in range(columns, -1, -1):
            best[i][j] = best_from(i, j, shown, output, best)
    kept, i, j = [], 0, 0
    while i < rows or j < columns:
        _, lines, i, j = best[i][j]
        kept += lines
    return kept


def best_from(i, j, shown, output, best):
    """(score, lines kept, next row, next column) of aligning shown[i:] with output[j:]."""
    choices = [(0, [], i, j)] if i == len(shown) and j == len(output) else []
    if i < len(shown):
        choices.append((best[i + 1][j][0], [], i + 1, j))  # no longer printed
        if shown[i] == ELISION:  # hides what is not shown elsewhere
            choices += [(best[i + 1][k][0] + 1 + HIDDEN * (k - j), [ELISION], i + 1, k) for k in range(j + 1, len(output) + 1)]
    if j < len(output):
        choices.append((best[i][j + 1][0], [output[j]], i, j + 1))  # newly printed
    if i < len(shown) and j < len(output) and shown[i] != ELISION:
        choices.append((best[i + 1][j + 1][0] + REPLACED, [output[j]], i + 1, j + 1))
        last = len(output) if swallows(shown[i]) else j + 1
        for k in range(j + 1, last + 1):
            fit, line = refit(shown[i], output[j] if k == j + 1 else "\n".join(output[j:k]))
            if fit:
                choices.append((best[i + 1][k][0] + FIT * fit + HIDDEN * (k - j - 1), [line], i + 1, k))
    return max(choices, key=lambda choice: choice[0])
