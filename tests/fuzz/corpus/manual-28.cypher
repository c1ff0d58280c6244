WITH [1, 2, 3, 4] AS list, {a: 1} AS map
RETURN list[0], list[-1], list[1..3], list[..2], map.a, map['a'], map.missing
